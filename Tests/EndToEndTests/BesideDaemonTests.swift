import ChildProcesses
import Foundation
import Testing

/// Every command works while the daemon runs.
struct BesideDaemonTests {
  /// In an order in which each can do its work.
  static let day: [[String]] = [
    ["migrate"], ["apply", "content"], ["import", "citizens", "content/citizens.csv"], ["count", "all"],
    ["user", "add", "dara", "--role", "manager"], ["user", "link", "dara"], ["user", "list"],
    ["user", "disable", "dara"], ["token", "create", "--role", "auditor"], ["link", "v1"], ["channel", "check"],
    ["plan", "fair", "--rounds", "10"], ["show", "fair"], ["accept", "fair"], ["approve", "spring"], ["halt"],
    ["launch", "spring", "--yes"], ["pause", "spring"], ["resume", "spring"], ["resume", "--all"],
    ["status", "spring"], ["explain", "c1", "spring"], ["cancel", "spring"], ["report", "deliveries", "spring"],
    ["report", "cost", "spring"], ["report", "reach", "spring"], ["report", "awareness", "spring"],
    ["report", "volunteers", "fair"], ["report", "targets", "fair"], ["export", "events"], ["check"],
  ]

  @Test func `every command works beside a running daemon`() async throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    let done = Set(Self.day.flatMap { [$0[0], $0.prefix(2).joined(separator: " ")] })
    #expect(try program.commands().filter { !done.contains($0) } == ["serve"])
    let daemon = try await program.serve()
    for words in Self.day {
      let result = try program.run(words)
      #expect(result.code == 0, "\(words.joined(separator: " ")): \(result.errors)")
    }
    #expect(await daemon.stop() == 0)
  }

  @Test func `serve ends with zero when it is asked to, and with one when it cannot begin`() async throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    let daemon = try await program.serve()
    let port = try #require(daemon.address.split(separator: ":").last)
    let second = try program.run(["serve", "--listen", "127.0.0.1:\(port)"])
    #expect(second.code == 1 && second.errors.contains("Port \(port) on 127.0.0.1 is already in use"))
    #expect(await daemon.stop() == 0)
    let certificate = try program.run(
      ["serve", "--listen", "127.0.0.1:0", "--tls-cert", "nothing.pem", "--tls-key", "nothing.pem"])
    #expect(certificate.code == 1 && certificate.errors.contains("nothing.pem cannot be read"))
    #expect(try program.run(["serve", "--listen", "203.0.113.7:0", "--plain-http"]).code == 1)
  }

  @Test func `serve refuses what would be unsafe or makes no sense`() throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    let wrong: [([String], String)] = [
      (["--listen", "0.0.0.0:0"], "Add --tls-cert and --tls-key, --behind-proxy, or --plain-http."),
      (["--listen", "[::]:0"], "can be reached from other machines"),
      (["--listen", "8080"], "--listen takes ADDRESS:PORT"),
      (["--listen", "127.0.0.1:99999"], "--listen takes ADDRESS:PORT"),
      (["--listen", "office.example:0", "--plain-http"], "is not a numeric address"),
      (["--tls-cert", "a.pem"], "--tls-cert and --tls-key belong together."),
      (["--plain-http", "--behind-proxy", "127.0.0.1"], "Choose one of --tls-cert, --behind-proxy and --plain-http."),
      (["--listen", "127.0.0.1:0", "--behind-proxy", "proxy"], "is not a numeric address"),
      (["--programs", "nowhere"], "--programs takes a folder of executables; there is none at nowhere."),
      (["--public", "office"], "--public takes an address such as"),
    ]
    for (options, sentence) in wrong {
      let result = try program.run(["serve"] + options)
      #expect(result.code == 2 && result.errors.contains(sentence), "\(options) \(result.code) \(result.errors)")
    }
  }
}
