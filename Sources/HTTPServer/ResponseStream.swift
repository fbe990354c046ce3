import CMicroHTTPD
import Glibc
import Synchronization

/// Bridges an async source of chunks to the library's pull callback. With nothing to give, the callback suspends the
/// connection and the source's task resumes it; with too much waiting, the task pauses until the client has read.
final class ResponseStream: Sendable {
  private struct State {
    var pending: [UInt8] = []
    var offset = 0
    var ending: Ending?
    /// The connection is suspended by us and nobody has resumed it yet.
    var isWaiting = false
    /// The client left or the server cannot wait longer: nothing more is sent.
    var isAbandoned = false
    var task: Task<Void, Never>?
    var room: CheckedContinuation<Void, Never>?
    var lastChunk = ContinuousClock.now

    var available: Int { pending.count - offset }

    mutating func takeRoom() -> CheckedContinuation<Void, Never>? {
      defer { room = nil }
      return room
    }
  }
  private enum Ending { case finished, failed }

  /// Bytes that wait for the client before the source is paused.
  private static let highWater = 256 * 1024
  /// A comment line keeps proxies from taking a quiet event stream for a dead one.
  private static let heartbeat = (every: Duration.seconds(15), bytes: Array(":\n\n".utf8))

  let socket: Int32
  private let source: @Sendable () async throws -> [UInt8]?
  private let connection: Connection
  private let engine: Engine
  private let exchange: Exchange
  private let isEvents: Bool
  private let state = Mutex(State())

  init(
    _ source: @escaping @Sendable () async throws -> [UInt8]?, on connection: OpaquePointer, engine: Engine,
    exchange: Exchange, isEvents: Bool
  ) {
    self.source = source
    self.connection = Connection(handle: connection)
    self.engine = engine
    self.exchange = exchange
    self.isEvents = isEvents
    socket = outreach_mhd_socket(connection)
  }

  // MARK: The library's side, on the connection's worker thread

  /// Begins with the first read, so that the answer to HEAD never starts its source.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    engine.noteAwake(exchange)
    start()
    let (result, room) = state.withLock { state in read(into: buffer, &state) }
    room?.resume()
    return result
  }

  private func read(
    into buffer: UnsafeMutableRawBufferPointer, _ state: inout State
  ) -> (Int, CheckedContinuation<Void, Never>?) {
    if state.available > 0 {
      let count = min(state.available, buffer.count)
      state.pending.withUnsafeBytes {
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[state.offset...].prefix(count)))
      }
      state.offset += count
      return (count, state.available < Self.highWater ? state.takeRoom() : nil)
    }
    if state.ending == .finished { return (outreach_mhd_end_of_stream(), nil) }
    // Suspended under our lock, so that the source cannot resume before the connection is suspended.
    if state.ending == nil, !state.isAbandoned, engine.noteSuspended(exchange, unless: engine.isForcing) {
      state.isWaiting = true
      MHD_suspend_connection(connection.handle)
      return (0, nil)
    }
    // Cuts the connection without the last chunk, so that the client knows that something is missing.
    return (outreach_mhd_end_with_error(), nil)
  }

  private func start() {
    let isFirst = state.withLock { state in
      guard state.task == nil else { return false }
      state.task = Task { await self.run() }
      return true
    }
    guard isFirst else { return }
    engine.streams.add(self)
    if engine.isStopping.load(ordering: .sequentiallyConsistent) { cancelSource() }
  }

  /// The library has let go of the response.
  func release() {
    engine.streams.remove(self)
    abandon()
  }

  // MARK: The source's side

  private func run() async {
    do {
      while await roomToSend() {
        guard let chunk = try await source() else { return end(.finished) }
        if !chunk.isEmpty { append(chunk) }
        // A source that always has something would never give up its thread, and there are few.
        await Task.yield()
      }
    } catch {
      end(.failed)
    }
  }

  /// False when nobody reads any more.
  private func roomToSend() async -> Bool {
    await withCheckedContinuation { continuation in
      let waits = state.withLock { state in
        guard !state.isAbandoned, state.available >= Self.highWater else { return false }
        state.room = continuation
        return true
      }
      if !waits { continuation.resume() }
    }
    return state.withLock { !$0.isAbandoned }
  }

  private func append(_ chunk: [UInt8]) {
    change { state in
      state.pending.removeFirst(state.offset)
      state.offset = 0
      state.pending += chunk
      state.lastChunk = .now
    }
  }

  private func end(_ ending: Ending) {
    change { $0.ending = ending }
  }

  /// Changes the state and wakes the connection for it.
  private func change(_ body: (inout State) -> Void) {
    let (wakes, room) = state.withLock { state in
      body(&state)
      defer { state.isWaiting = false }
      return (state.isWaiting, state.isAbandoned ? state.takeRoom() : nil)
    }
    if wakes { MHD_resume_connection(connection.handle) }
    room?.resume()
  }

  // MARK: From outside

  /// Asks the source to come to its end: one that returns nil ends the answer, one that throws cuts it.
  func cancelSource() {
    state.withLock { $0.task }?.cancel()
  }

  func abandon() {
    change { $0.isAbandoned = true }
    cancelSource()
  }

  var isWaiting: Bool {
    state.withLock { $0.isWaiting }
  }

  func beat(at now: ContinuousClock.Instant) {
    guard isEvents, state.withLock({ $0.isWaiting && now - $0.lastChunk >= Self.heartbeat.every }) else { return }
    append(Self.heartbeat.bytes)
  }
}
