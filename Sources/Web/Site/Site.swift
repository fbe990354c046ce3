public import Actions
import Domain
public import HTTPServer

/// How this daemon is reached, as far as pages need to know.
public struct SiteSettings: Sendable {
  /// The pages come over HTTPS, here or at the proxy: cookies are Secure.
  public var isSecure: Bool
  /// Plain HTTP beyond this machine: only volunteers' pages are served.
  public var volunteersOnly: Bool
  /// Where people reach this installation, without a slash at the end: "https://outreach.example.org". Stands in QR
  /// codes and personal links; never taken from a request. Asked for each time: a port that the system chooses is known
  /// only once it is open.
  public var address: @Sendable () -> String
  /// Where something unexpected is written down; never with people's data.
  public var log: @Sendable (String) -> Void

  public init(
    isSecure: Bool = false, volunteersOnly: Bool = false,
    address: @autoclosure @escaping @Sendable () -> String = "http://127.0.0.1:8080",
    log: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.isSecure = isSecure
    self.address = address
    self.volunteersOnly = volunteersOnly
    self.log = log
  }
}

/// An address that the front door mounts beside the pages: receipts and replies of channels, for instance.
public struct Mount: Sendable {
  /// The first word of the path: "receipts".
  public let word: String
  public let handler: Handler

  public init(_ word: String, handler: @escaping Handler) {
    self.word = word
    self.handler = handler
  }
}

/// All pages and the API over one workplace.
public struct Site: Sendable {
  let workplace: Workplace
  let settings: SiteSettings
  let traffic = Traffic()
  /// When the program began to serve.
  let started: Instant
  private let mounts: [Mount]

  public init(_ workplace: Workplace, settings: SiteSettings = SiteSettings(), mounts: [Mount] = []) {
    self.workplace = workplace
    self.settings = settings
    self.mounts = mounts
    started = workplace.now
  }

  /// Answers every request of the daemon, and counts the answers.
  public var handler: Handler {
    let answer = unwatchedHandler
    return { request in
      let response = await answer(request)
      traffic.add(response.status)
      return response
    }
  }

  private var unwatchedHandler: Handler {
    let router = Router(endpoints, door: door, translate: translate)
    return { request in
      if let mount = mounts.first(where: { $0.word == request.path.first }) {
        return SecurityHeaders.added(to: await mount.handler(request))
      }
      if settings.volunteersOnly, !Self.isForVolunteers(request) {
        return SecurityHeaders.added(to: .text("Only volunteers' pages are served here. Use HTTPS.\n", status: 403))
      }
      var response = await router.answer(request)
      if let language = request.query("lang"), Language(rawValue: language) != nil {
        response.setCookie(Cookie("lang", language, maxAge: 365 * 86_400, secure: settings.isSecure))
      }
      return response
    }
  }

  private static func isForVolunteers(_ request: Request) -> Bool {
    ["v", "assets", "health", "stop"].contains(request.path.first ?? "")
  }

  /// What a handler acts with on behalf of whoever asks.
  func actions(for request: PageRequest) -> ActionContext {
    workplace.context(for: request.visitor?.principal ?? Principal(name: "anonymous", role: .volunteer))
  }
}

extension Visitor {
  var principal: Principal { Principal(name: account, role: role, area: areas.first.flatMap { Place.Code($0) }) }
}
