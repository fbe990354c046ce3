import Foundation
import Glibc
import Synchronization

/// A mail server of a few lines that says to each command what its script says; on a free port of the loopback.
final class ScriptedMailServer: Sendable {
  enum Answer: Sendable {
    case say(String)
    /// Ends the connection in place of an answer.
    case hangUp
  }

  /// What a client says: "EHLO example.org", and ".", with which the text ends.
  typealias Script = @Sendable (_ command: String) -> Answer?

  private struct Heard {
    var commands: [String] = []
    var texts: [String] = []
    var connections = 0
  }

  private let socket: Int32
  private let heard = Mutex(Heard())
  private let script: Script
  let port: Int

  var url: String { "smtp://127.0.0.1:\(port)" }
  var commands: [String] { heard.withLock { $0.commands } }
  var texts: [String] { heard.withLock { $0.texts } }
  var connections: Int { heard.withLock { $0.connections } }

  /// `script` answers what it wants to; the rest is answered kindly.
  init(_ script: @escaping Script = { _ in nil }) {
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
          Glibc.close(handle)
          return
        }
        Thread { self.serve(connection) }.start()
      }
    }.start()
  }

  func stop() { shutdown(socket, Int32(SHUT_RDWR)) }

  private func serve(_ connection: Int32) {
    defer { Glibc.close(connection) }
    heard.withLock { $0.connections += 1 }
    guard answer("connect", on: connection) else { return }
    while let command = Self.line(connection) {
      heard.withLock { $0.commands.append(command) }
      guard answer(command, on: connection) else { return }
      guard command == "DATA", script(command) == nil else { continue }
      var text: [String] = []
      while let line = Self.line(connection), line != "." { text.append(line) }
      heard.withLock { $0.texts.append(text.joined(separator: "\r\n")) }
      guard answer(".", on: connection) else { return }
    }
  }

  private func answer(_ command: String, on connection: Int32) -> Bool {
    switch script(command) ?? .say(Self.kindAnswer(command)) {
    case .hangUp: return false
    case .say(let words):
      let bytes = Array((words + "\r\n").utf8)
      return send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count && command != "QUIT"
    }
  }

  private static func kindAnswer(_ command: String) -> String {
    switch command.split(separator: " ").first {
    case "connect": "220 test ESMTP"
    case "EHLO": "250-test\r\n250-SIZE 20000\r\n250 AUTH PLAIN"
    case "AUTH": "235 2.7.0 welcome"
    case "DATA": "354 go on"
    case "QUIT": "221 bye"
    default: "250 2.0.0 ok"
    }
  }

  private static func line(_ connection: Int32) -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while recv(connection, &byte, 1, 0) == 1 {
      if byte == UInt8(ascii: "\n") { return String(decoding: bytes.dropLast(), as: UTF8.self) }
      bytes.append(byte)
    }
    return nil
  }
}

extension ScriptedMailServer.Answer: Equatable {}
