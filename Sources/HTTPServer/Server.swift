import Dispatch
import Synchronization

/// The door: takes HTTP requests from sockets, lets a handler answer each, and leaves without dropping what it has
/// begun. It knows nothing of what is served. A running server stays alive until it is stopped.
public final class Server: Sendable {
  private let engine: Engine
  private let daemon = Mutex<Daemon?>(nil)

  public init(_ settings: ServerSettings, handler: @escaping Handler) {
    engine = Engine(settings: settings, handler: handler)
  }

  /// Opens the port and serves. A stopped server does not start again; make a new one.
  public func start() throws(ServerError) {
    try daemon.withLock { daemon throws(ServerError) in
      guard daemon == nil, !engine.isStopping.load(ordering: .relaxed) else { throw .alreadyRunning }
      daemon = try Daemon.start(engine)
    }
  }

  /// The port that is really open; 0 when the server does not run.
  public var port: UInt16 { daemon.withLock { $0?.port ?? 0 } }

  /// Open connections, idle ones included.
  public var connections: Int { daemon.withLock { $0?.connections ?? 0 } }

  /// Requests whose handler has begun and whose answer is not yet written, streams included.
  public var requestsInFlight: Int { engine.requestsInFlight.load(ordering: .relaxed) }

  /// Requests that the library has begun and not yet reported as completed; 0 after a stop, or something leaked.
  var openExchanges: Int { engine.openExchanges.load(ordering: .relaxed) }

  /// Stops taking requests, asks the streams to end, and waits up to `grace` for answers to be finished and written.
  ///
  /// Returns false when a handler is still at work after that. Its connection cannot be freed without aborting the
  /// process; the caller closes what must be closed and leaves by `_exit`.
  public func stop(grace: Duration) async -> Bool {
    let taken = daemon.withLock { daemon in
      defer { daemon = nil }
      return daemon
    }
    guard let taken else { return true }
    taken.quiesce()
    engine.isStopping.store(true, ordering: .sequentiallyConsistent)
    for stream in engine.streams.all { stream.cancelSource() }
    await settle(within: grace) { $0.requestsInFlight.load(ordering: .sequentiallyConsistent) == 0 }
    engine.isForcing.store(true, ordering: .sequentiallyConsistent)
    for stream in engine.streams.all { stream.abandon() }
    await settle(within: .milliseconds(500)) { $0.suspendedConnections.load(ordering: .sequentiallyConsistent) == 0 }
    guard engine.suspendedConnections.load(ordering: .sequentiallyConsistent) == 0 else { return false }
    taken.free()
    return true
  }

  private func settle(within limit: Duration, _ isSettled: (Engine) -> Bool) async {
    let end = ContinuousClock.now + limit
    while !isSettled(engine), .now < end {
      // Not Task.sleep: whoever stops the server may itself be cancelled already.
      await withCheckedContinuation { continuation in
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(5)) { @Sendable in continuation.resume() }
      }
    }
  }
}
