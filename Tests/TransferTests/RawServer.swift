import Glibc
import Synchronization
import Testing

/// A server that does to its clients whatever a test wants, one thread a connection, and counts what it was asked.
final class RawServer: Sendable {
  struct Received: Sendable {
    var line: String
    var headers: [String]
    var body: String
  }

  private struct State {
    var received: [Received] = []
    var connections = 0
    var open: [Int32] = []
    var isStopped = false
  }

  let port: UInt16
  private let listener: Int32
  private let accepts: Bool
  private let state = Mutex(State())

  /// Every test runs under a proxy setting that leads nowhere: whoever minds it cannot reach any server here.
  private static let deadProxy: Void = {
    for name in ["http_proxy", "https_proxy", "all_proxy"] { setenv(name, "http://127.0.0.1:9", 1) }
  }()

  /// `serve` is called for each connection with its number, from 0, and the connection is closed when it returns.
  init(backlog: Int32 = 128, _ serve: (@Sendable (RawConnection, Int) -> Void)?) throws {
    _ = Self.deadProxy
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    accepts = serve != nil
    var address = Self.loopback(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let (handle, size) = (listener, length)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(handle, $0, size) == 0 && listen(handle, backlog) == 0 && getsockname(handle, $0, &length) == 0
      }
    }
    try #require(bound)
    port = UInt16(bigEndian: address.sin_port)
    if let serve { inThread { self.acceptAll(serve) } }
  }

  deinit { stop() }

  var url: String { "http://127.0.0.1:\(port)/" }
  var received: [Received] { state.withLock { $0.received } }
  var requests: Int { received.count }
  var connections: Int { state.withLock { $0.connections } }

  static func loopback(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return address
  }

  /// Nobody can connect from here on; connections that stand are ended.
  func stop() {
    state.withLock { state in
      guard !state.isStopped else { return }
      state.isStopped = true
      // Shut down here, closed by the thread that uses it: a closed number may be somebody else's.
      for handle in state.open + [listener] { shutdown(handle, Int32(SHUT_RDWR)) }
      if !accepts { close(listener) }
    }
  }

  fileprivate func note(_ request: Received) { state.withLock { $0.received.append(request) } }

  private func acceptAll(_ serve: @escaping @Sendable (RawConnection, Int) -> Void) {
    defer { close(listener) }
    while true {
      let handle = accept(listener, nil, nil)
      guard handle >= 0 else { return }
      let number = state.withLock { state -> Int? in
        guard !state.isStopped else { return nil }
        state.open.append(handle)
        state.connections += 1
        return state.connections - 1
      }
      guard let number else {
        close(handle)
        return
      }
      inThread {
        serve(RawConnection(handle: handle, server: self), number)
        self.state.withLock { state in
          state.open.removeAll { $0 == handle }
          close(handle)
        }
      }
    }
  }
}

/// One connection of a `RawServer`, used by its own thread.
struct RawConnection: Sendable {
  let handle: Int32
  let server: RawServer

  /// The next request, head and body; nil if the client closed. It counts as received once its head is complete.
  @discardableResult
  func read() -> RawServer.Received? {
    var head: [UInt8] = []
    while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      guard let byte = readByte() else { return nil }
      head.append(byte)
    }
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n").map(String.init)
    let length = lines.first { $0.hasPrefix("Content-Length: ") }.flatMap { Int($0.dropFirst(16)) } ?? 0
    var body: [UInt8] = []
    while body.count < length, let byte = readByte() { body.append(byte) }
    let request = RawServer.Received(
      line: lines[0], headers: Array(lines.dropFirst()), body: String(decoding: body, as: UTF8.self))
    server.note(request)
    return request
  }

  func write(_ text: String) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { send(handle, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return }
      sent += count
    }
  }

  func answer(_ body: String = "ok", status: String = "200 OK", headers: [String] = []) {
    let head = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + headers
    write(head.joined(separator: "\r\n") + "\r\n\r\n" + body)
  }

  /// Makes the closing a reset (RST) in place of an orderly end.
  func reset() {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(handle, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
  }

  /// An orderly end (FIN) that the client's kernel has when this returns.
  func end() { shutdown(handle, Int32(SHUT_WR)) }

  /// Returns when the client has closed or the server was stopped.
  func waitForEnd() { while readByte() != nil {} }

  private func readByte() -> UInt8? {
    var byte: UInt8 = 0
    return recv(handle, &byte, 1, 0) == 1 ? byte : nil
  }
}

private final class Job: Sendable {
  let work: @Sendable () -> Void
  init(_ work: @escaping @Sendable () -> Void) { self.work = work }
}

private func inThread(_ work: @escaping @Sendable () -> Void) {
  var thread = pthread_t()
  pthread_create(
    &thread, nil,
    { context in
      if let context { Unmanaged<Job>.fromOpaque(context).takeRetainedValue().work() }
      return nil
    }, Unmanaged.passRetained(Job(work)).toOpaque())
  pthread_detach(thread)
}

/// Something that happens once on one thread and is awaited in a test.
final class Signal: Sendable {
  private let stream: AsyncStream<Void>
  private let source: AsyncStream<Void>.Continuation

  init() { (stream, source) = AsyncStream.makeStream() }

  func fire() { source.finish() }
  func wait() async { for await _ in stream {} }
}
