/// Sends HTTP requests, each at most once, and says of each whether it left.
///
/// Connections are kept and used again; redirects are not followed, proxies of the environment not used, certificates
/// always checked. All transfers run on one thread of the client's own.
public final class TransferClient: Sendable {
  private let loop: TransferLoop

  public init(_ settings: TransferSettings = TransferSettings()) {
    loop = TransferLoop(settings)
    loop.start()
  }

  deinit { loop.stop() }

  /// Puts `request` on the wire at most once. Answers within `request.limits.total`, also if the task is cancelled
  /// meanwhile: what became of the request must not get lost.
  public func send(_ request: HTTPRequest) async -> TransferResult {
    await withCheckedContinuation { continuation in loop.add(Exchange(request, continuation)) }
  }

  /// Ends the thread. What is under way is answered `unclear(.closed)`, what has not left, then or later,
  /// `neverLeft(.closed)`. Returns when all of them have their answer.
  public func close() async {
    loop.stop()
    await loop.ended()
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
