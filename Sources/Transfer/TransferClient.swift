import Synchronization

/// Sends HTTP requests and letters, each at most once, and says of each whether it left.
///
/// Connections are kept and used again; redirects are not followed, proxies of the environment not used, certificates
/// always checked. All requests run on one thread of the client's own. Letters run each on one of a few others: libcurl
/// holds its thread while it waits for a mail server's answer to the text and for its good-bye.
public final class TransferClient: Sendable {
  private struct Post {
    var loops: [TransferLoop] = []
    var underWay: [Int] = []
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
    post.withLock { post in post.loops.forEach { $0.stop() } }
  }

  /// Puts `request` on the wire at most once. Answers within `request.limits.total`, also if the task is cancelled
  /// meanwhile: what became of the request must not get lost.
  public func send(_ request: HTTPRequest) async -> TransferResult {
    await withCheckedContinuation { continuation in loop.add(Exchange(request, continuation)) }
  }

  /// Hands `request` to the mail server at most once; as patient as ``send(_:)``.
  public func send(_ request: MailRequest) async -> MailResult {
    guard let (place, loop) = borrowLoop() else { return .neverLeft(.closed) }
    let result = await withCheckedContinuation { continuation in loop.add(Letter(request, continuation)) }
    post.withLock { $0.underWay[place] -= 1 }
    return result
  }

  /// The first idle loop, so that letters one after the other share a connection; then a new one, up to as many as
  /// there may be connections to one server; then the least busy.
  private func borrowLoop() -> (Int, TransferLoop)? {
    post.withLock { post in
      if post.isClosed { return nil }
      let least = post.underWay.min() ?? 1
      if least > 0, post.loops.count < min(settings.connectionsPerHost, Self.mostMailThreads) {
        let loop = TransferLoop(settings)
        loop.start()
        post.loops.append(loop)
        post.underWay.append(1)
        return (post.loops.count - 1, loop)
      }
      guard let place = post.underWay.firstIndex(of: least) else { return nil }
      post.underWay[place] += 1
      return (place, post.loops[place])
    }
  }

  /// As many as a channel has connections, unless it says otherwise.
  private static let mostMailThreads = 16

  /// Ends the threads. What is under way is answered `unclear(.closed)`, what has not left, then or later,
  /// `neverLeft(.closed)`. Returns when all of them have their answer.
  public func close() async {
    let loops = post.withLock { post in
      post.isClosed = true
      return post.loops + [loop]
    }
    for loop in loops { loop.stop() }
    for loop in loops { await loop.ended() }
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
