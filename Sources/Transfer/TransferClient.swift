import Synchronization

/// Sends HTTP requests and letters, each at most once, and says of each whether it left.
///
/// Connections are kept and used again; redirects are not followed, proxies of the environment not used, certificates
/// always checked. Requests run on one thread of the client's own; letters on another, which the first one starts:
/// libcurl waits there for a mail server's good-bye, and nothing else must wait with it.
public final class TransferClient: Sendable {
  private struct Post {
    var loop: TransferLoop?
    var isClosed = false
  }

  private let settings: TransferSettings
  private let loop: TransferLoop
  private let post = Mutex(Post())

  public init(_ settings: TransferSettings = TransferSettings()) {
    self.settings = settings
    loop = TransferLoop(settings)
    loop.start()
  }

  deinit {
    loop.stop()
    post.withLock { $0.loop?.stop() }
  }

  /// Puts `request` on the wire at most once. Answers within `request.limits.total`, also if the task is cancelled
  /// meanwhile: what became of the request must not get lost.
  public func send(_ request: HTTPRequest) async -> TransferResult {
    await withCheckedContinuation { continuation in loop.add(Exchange(request, continuation)) }
  }

  /// Hands `request` to the mail server at most once; as patient as ``send(_:)``.
  public func send(_ request: MailRequest) async -> MailResult {
    guard let loop = postLoop() else { return .neverLeft(.closed) }
    return await withCheckedContinuation { continuation in loop.add(Letter(request, continuation)) }
  }

  private func postLoop() -> TransferLoop? {
    post.withLock { post in
      if post.isClosed { return nil }
      if let loop = post.loop { return loop }
      let loop = TransferLoop(settings)
      loop.start()
      post.loop = loop
      return loop
    }
  }

  /// Ends the threads. What is under way is answered `unclear(.closed)`, what has not left, then or later,
  /// `neverLeft(.closed)`. Returns when all of them have their answer.
  public func close() async {
    let letters = post.withLock { post in
      post.isClosed = true
      return post.loop
    }
    loop.stop()
    letters?.stop()
    await loop.ended()
    await letters?.ended()
  }
}

/// How many connections a client may hold, and for how long.
public struct TransferSettings: Sendable {
  /// At once to one host and port; further requests wait for a free one.
  public var connectionsPerHost: Int
  /// At once in all.
  public var connections: Int
  /// How long an unused connection may be used again, in whole seconds. Servers close idle ones after five seconds or
  /// more; a request that meets such an end is `unclear`, so stay well below that.
  public var idle: Duration
  public var userAgent: String

  public init(
    connectionsPerHost: Int = 16, connections: Int = 64, idle: Duration = .seconds(3), userAgent: String = "outreach"
  ) {
    self.connectionsPerHost = connectionsPerHost
    self.connections = connections
    self.idle = idle
    self.userAgent = userAgent
  }
}
