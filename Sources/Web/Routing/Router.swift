import Domain
import HTTPServer

/// Finds the endpoint, asks the door, checks the form token, and puts the security headers on whatever comes back.
struct Router: Sendable {
  let endpoints: [Endpoint]
  let door: Door
  /// Turns what a handler threw into an answer; the one place where errors become status codes.
  let translate: @Sendable (any Error, PageRequest) async -> Response

  init(
    _ endpoints: [Endpoint], door: Door, translate: @escaping @Sendable (any Error, PageRequest) async -> Response
  ) {
    self.endpoints = endpoints.sorted { $0.pattern.rank.lexicographicallyPrecedes($1.pattern.rank) }
    self.door = door
    self.translate = translate
  }

  /// What the router needs to know about the visitor and the page, answered by the sessions.
  struct Door: Sendable {
    /// Who asks, by cookie or token; nil for nobody.
    var visitor: @Sendable (Request) async -> Visitor?
    /// Language, office, clock and flash notes for the page.
    var context: @Sendable (Request, Visitor?) async -> PageContext

    init(
      visitor: @escaping @Sendable (Request) async -> Visitor?,
      context: @escaping @Sendable (Request, Visitor?) async -> PageContext
    ) {
      self.visitor = visitor
      self.context = context
    }
  }

  @Sendable func answer(_ request: Request) async -> Response {
    if let asset = Asset.response(to: request) { return SecurityHeaders.added(to: asset) }
    return SecurityHeaders.added(to: await route(request))
  }

  private func route(_ request: Request) async -> Response {
    let fits = endpoints.compactMap { one in one.pattern.match(request.path).map { (one, $0) } }
    // HEAD is answered like GET; the server leaves the body out when it writes the answer.
    let method = request.method == "HEAD" ? "GET" : request.method
    guard let (endpoint, parameters) = fits.first(where: { $0.0.method.rawValue == method }) else {
      if Problem.isAsked(by: request) {
        if fits.isEmpty { return Problem.response(404, "There is nothing at this address.") }
        var refusal = Problem.response(405, "This address does not take \(request.method).")
        refusal.headers.append(("Allow", fits.map(\.0.method.rawValue).joined(separator: ", ")))
        return refusal
      }
      let page = await door.context(request, door.visitor(request))
      return fits.isEmpty ? ErrorPages.notFound(page) : ErrorPages.wrongMethod(page, allowed: fits.map(\.0.method))
    }
    return await enter(endpoint, parameters, request)
  }

  private func enter(_ endpoint: Endpoint, _ parameters: [String: String], _ request: Request) async -> Response {
    let visitor = endpoint.access == .volunteer ? nil : await door.visitor(request)
    let page = await door.context(request, visitor)
    if let refusal = refusal(endpoint, visitor, page, request) { return refusal }
    let form: FormData
    do {
      form = endpoint.method == .post ? try FormData(request) : FormData()
    } catch {
      return ErrorPages.unreadableForm(page, status: error.status)
    }
    if isForged(endpoint, visitor, form, request) {
      return Problem.isAsked(by: request)
        ? Problem.response(403, "A page's session needs X-Form-Token to change something.") : ErrorPages.forged(page)
    }
    let asked = PageRequest(request: request, parameters: parameters, page: page, form: form, visitor: visitor)
    do {
      return try await endpoint.handler(asked)
    } catch {
      return await translate(error, asked)
    }
  }

  private func refusal(_ endpoint: Endpoint, _ visitor: Visitor?, _ page: PageContext, _ request: Request) -> Response?
  {
    guard case .signedIn(let permission) = endpoint.access else { return nil }
    if Problem.isAsked(by: request) {
      guard let visitor else { return Problem.response(401, "Send a token: Authorization: Bearer TOKEN.") }
      return visitor.role.may(permission) ? nil : Problem.response(403, "The token's role does not allow this.")
    }
    guard let visitor else {
      guard endpoint.method == .get else { return ErrorPages.signedOut(page) }
      return .seeOther(Address.path("/sign-in", [("next", page.path == "/" ? nil : page.path)]))
    }
    return visitor.role.may(permission) ? nil : ErrorPages.noRight(page)
  }

  /// A change that another site's page could have sent: wrong origin, or no token of this session.
  private func isForged(_ endpoint: Endpoint, _ visitor: Visitor?, _ form: FormData, _ request: Request) -> Bool {
    guard endpoint.method != .get, visitor?.proof != .bearerToken else { return false }
    if let site = request.header("Sec-Fetch-Site"), site != "same-origin", site != "none" { return true }
    guard case .session(let expected)? = visitor?.proof else { return false }
    return !FormToken.matches(request.header("X-Form-Token") ?? form[FormToken.field], expected)
  }
}
