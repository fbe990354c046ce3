import ChildProcesses
import Foundation
import Testing

/// The promise the product stands for, held against the release build: whatever is killed, whenever, no message is lost,
/// none is sent twice, and those whose fate is unknown are no more than were in flight.
///
/// `Tests/Harness` does it: a provider that misbehaves by script, a driver that kills the daemon while messages leave,
/// and a judge that holds the provider's log against the product's own report.
@Suite(.serialized)
struct ChaosTests {
  @Test func `killed twenty times, a channel with keys loses nothing and repeats nothing`() throws {
    let verdict = try Harness.run(["--adapter", "webhook", "--messages", "9000", "--seed", "3", "--kills", "20"])
    #expect(verdict.code == 0, "\(verdict.output)")
    #expect(verdict.output.contains("\"ok\": true"))
  }

  @Test func `killed twenty times, a channel without keys repeats nothing, and its doubts are counted`() throws {
    // The rate gives the driver time for its kills, however quick the machine is.
    let verdict = try Harness.run([
      "--adapter", "kannel", "--messages", "7500", "--seed", "4", "--kills", "20", "--rate", "300",
    ])
    #expect(verdict.code == 0, "\(verdict.output)")
    #expect(verdict.output.contains("\"ok\": true"))
  }

  @Test func `killed ten times over Twilio's language, it believes no forged receipt and repeats nothing`() throws {
    let verdict = try Harness.run([
      "--adapter", "twilio", "--messages", "3000", "--seed", "6", "--kills", "10", "--rate", "200",
    ])
    #expect(verdict.code == 0, "\(verdict.output)")
    #expect(verdict.output.contains("\"ok\": true"))
  }

  @Test func `asked to stop again and again, it keeps the rate and the provider's wish for patience`() throws {
    let verdict = try Harness.run([
      "--adapter", "webhook", "--messages", "1500", "--seed", "5", "--kills", "5", "--kinds", "TERM=1", "--rate", "150",
      "--plan", "throttling",
    ])
    #expect(verdict.code == 0, "\(verdict.output)")
    // A clean stop leaves nothing in doubt.
    #expect(verdict.output.contains("\"in_doubt_reported\": 0"))
  }

  @Test func `the judge condemns what it must`() throws {
    #expect(try Harness.python(["selftest.py"], in: Harness.folder).code == 0)
  }
}

/// Runs the Python of `Tests/Harness` in a folder of its own.
private enum Harness {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let folder = root.appendingPathComponent("Tests/Harness")

  /// The release build, which `make test` makes before the tests.
  static var program: String {
    ProcessInfo.processInfo.environment["OUTREACH_RELEASE"]
      ?? root.appendingPathComponent(".build/release/outreach").path
  }

  static func run(_ words: [String]) throws -> (code: Int32, output: String) {
    try #require(
      FileManager.default.isExecutableFile(atPath: program),
      "\(program) is missing: make it with “swift build -c release --product outreach”, or run “make test”.")
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("chaos-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let ports = ["--ports", String(try freePort()), String(try freePort())]
    let made = try python(["scenario.py", place.path, "--outreach", program] + ports + words, in: folder)
    try #require(made.code == 0, "\(made.output)")
    return try python(["chaos.py", place.appendingPathComponent("scenario.json").path], in: folder)
  }

  static func python(_ words: [String], in folder: URL) throws -> (code: Int32, output: String) {
    let outcome = try ChildProcess.run("python3", ["-B"] + words, in: folder)
    return (outcome.code, outcome.output + outcome.errors)
  }

  /// A port of the loopback that was free a moment ago.
  private static func freePort() throws -> Int {
    let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(handle) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(handle, address, length) == 0 && getsockname(handle, address, &length) == 0
      }
    }
    try #require(bound)
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
