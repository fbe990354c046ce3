import Foundation
import Glibc

/// A client that sends exactly the bytes it is given, for requests that no well-behaved client would make.
/// It blocks its thread, so it is used inside `offPool`.
final class RawClient: @unchecked Sendable {
  private let socket: Int32
  private var unread: [UInt8] = []

  struct Failure: Error { let what: String }

  struct Message: Sendable {
    let status: Int
    let headers: [String: String]
    let body: String
  }

  init(_ port: UInt16) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    // Long enough that only a server that hangs meets it.
    var patience = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw Failure(what: "connect: \(String(cString: strerror(errno)))") }
  }

  deinit { close(socket) }

  /// False when the server no longer takes bytes.
  @discardableResult
  func send(_ bytes: some Collection<UInt8>) -> Bool {
    let bytes = Array(bytes)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  @discardableResult
  func send(_ text: String) -> Bool { send(text.utf8) }

  func hangUp() { shutdown(socket, 2) }

  /// Everything until the server closes; throws when it keeps the connection open.
  func readToEnd() throws -> String {
    while try receive() {}
    defer { unread = [] }
    return String(decoding: unread, as: UTF8.self)
  }

  func readLine() throws -> String {
    while true {
      if let end = unread.firstIndex(of: 10) {
        defer { unread.removeSubrange(...end) }
        return String(decoding: unread[..<end].filter { $0 != 13 }, as: UTF8.self)
      }
      guard try receive() else { throw Failure(what: "closed") }
    }
  }

  /// One response with a Content-Length, chunks, or neither.
  func readMessage(hasBody: Bool = true) throws -> Message {
    let first = try readLine().split(separator: " ")
    guard first.count > 1, let status = Int(first[1]) else { throw Failure(what: "no status line") }
    if status == 100 {
      _ = try readLine()
      return try readMessage()
    }
    var headers: [String: String] = [:]
    while case let line = try readLine(), !line.isEmpty {
      let halves = line.split(separator: ":", maxSplits: 1)
      headers[halves[0].lowercased()] = halves.count == 2 ? halves[1].trimmingCharacters(in: .whitespaces) : ""
    }
    var body: [UInt8] = []
    if hasBody, headers["transfer-encoding"] == "chunked" {
      while case let chunk = try readChunk(), !chunk.isEmpty { body += chunk }
    } else if hasBody {
      body = try read(headers["content-length"].flatMap(Int.init) ?? 0)
    }
    return Message(status: status, headers: headers, body: String(decoding: body, as: UTF8.self))
  }

  /// Empty for the last chunk.
  func readChunk() throws -> [UInt8] {
    guard let count = Int(try readLine(), radix: 16) else { throw Failure(what: "no chunk size") }
    let chunk = try read(count)
    _ = try readLine()
    return chunk
  }

  private func read(_ count: Int) throws -> [UInt8] {
    while unread.count < count { guard try receive() else { throw Failure(what: "closed in the middle") } }
    defer { unread.removeFirst(count) }
    return Array(unread.prefix(count))
  }

  /// False at the end.
  private func receive() throws -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = recv(socket, &buffer, buffer.count, 0)
    if count < 0, errno == EAGAIN { throw Failure(what: "the server neither answered nor closed") }
    unread += buffer.prefix(max(0, count))
    return count > 0
  }
}

/// Runs blocking code on a thread of its own: Swift's pool has only as many threads as the machine has cores, and the
/// server's handlers need them.
func offPool<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
  }
}
