import ChildProcesses
import Foundation
import Testing

@testable import HTTPServer

@Suite(.timeLimit(.minutes(2))) struct `HTTPS` {
  @Test func `a certificate and its key serve HTTPS`() async throws {
    try await withCertificate { files in
      let handler: Handler = { .text("secure \($0.secure)\n") }
      try await withServer({ $0.tls = files }, handler: handler) { server in
        let port = server.port
        let output = try await offPool {
          try openssl(
            ["s_client", "-quiet", "-connect", "127.0.0.1:\(port)"],
            input: "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        }
        #expect(output.hasPrefix("HTTP/1.1 200 OK"))
        #expect(output.contains("secure true"))
      }
    }
  }

  @Test func `a missing file and a wrong key are named`() async throws {
    try await withCertificate { files in
      #expect(throws: ServerError.unreadable(path: "/nowhere/cert.pem", reason: "No such file or directory")) {
        try start(TLSFiles(certificate: "/nowhere/cert.pem", key: files.key))
      }
      let pair = TLSFiles(certificate: files.certificate, key: files.certificate)
      #expect(throws: ServerError.unusableCertificate(certificate: pair.certificate, key: pair.key)) {
        try start(pair)
      }
    }
  }

  private func start(_ files: TLSFiles) throws(ServerError) {
    var settings = ServerSettings()
    settings.tls = files
    try Server(settings, handler: echo).start()
  }

  private func withCertificate(_ body: (TLSFiles) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = TLSFiles(
      certificate: folder.appending(path: "cert.pem").path, key: folder.appending(path: "key.pem").path)
    _ = try await offPool {
      try openssl([
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
        "-keyout", files.key, "-out", files.certificate,
      ])
    }
    try await body(files)
  }
}

/// Runs Debian's openssl and returns what it printed; throws when it fails.
private func openssl(_ arguments: [String], input: String = "") throws -> String {
  let outcome = try ChildProcess.run("/usr/bin/openssl", arguments, input: input)
  guard outcome.code == 0 else { throw RawClient.Failure(what: "openssl \(arguments[0]) failed: \(outcome.errors)") }
  return outcome.output
}
