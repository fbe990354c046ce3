import Foundation
import Glibc
import Synchronization

/// A provider of a few lines that answers, or misbehaves, as its script says; on a free port of the loopback.
final class ScriptedServer: Sendable {
  enum Answer: Sendable {
    case status(Int, String, [String] = [])
    /// Reads the request, then ends the connection without a word.
    case close
    /// Begins an answer and breaks it off.
    case half
    /// Something that is no HTTP.
    case noise
  }

  struct Asked: Sendable {
    var line: String
    var headers: [String]
    var body: String
  }

  private let socket: Int32
  let port: Int
  private let script: @Sendable (Asked) -> Answer
  private let seen = Mutex<[Asked]>([])

  var asked: [Asked] { seen.withLock { $0 } }
  var url: String { "http://127.0.0.1:\(port)" }

  init(_ script: @escaping @Sendable (Asked) -> Answer) {
    self.script = script
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let handle = socket
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        precondition(bind(handle, address, length) == 0 && listen(handle, 64) == 0)
        getsockname(handle, address, &length)
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread { [weak self] in
      while true {
        let connection = accept(handle, nil, nil)
        guard connection >= 0, let self else {
          // Closed by the thread that uses it: elsewhere its number could be another server's by now.
          Glibc.close(handle)
          return
        }
        self.serve(connection)
      }
    }.start()
  }

  /// Ends the server; its port is free again at once.
  func stop() { shutdown(socket, Int32(SHUT_RDWR)) }

  private func serve(_ connection: Int32) {
    defer { Glibc.close(connection) }
    guard let asked = Self.read(connection) else { return }
    seen.withLock { $0.append(asked) }
    switch script(asked) {
    case .status(let status, let body, let headers):
      let lines = ["HTTP/1.1 \(status) X", "Content-Length: \(body.utf8.count)", "Connection: close"] + headers
      Self.write(connection, lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    case .close: break
    case .half: Self.write(connection, "HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\n0: Acc")
    case .noise: Self.write(connection, "SSH-2.0-nonsense\r\n")
    }
  }

  private static func write(_ connection: Int32, _ text: String) {
    let bytes = Array(text.utf8)
    _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    shutdown(connection, Int32(SHUT_WR))
  }

  private static func read(_ connection: Int32) -> Asked? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
      let text = String(decoding: bytes, as: UTF8.self)
      guard let end = text.range(of: "\r\n\r\n") else { continue }
      let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
      let length =
        lines.lazy.compactMap { line in
          line.lowercased().hasPrefix("content-length:") ? Int(line.dropFirst(15).drop { $0 == " " }) : nil
        }.first ?? 0
      let body = String(text[end.upperBound...])
      if body.utf8.count >= length { return Asked(line: lines[0], headers: Array(lines.dropFirst()), body: body) }
    }
  }
}
