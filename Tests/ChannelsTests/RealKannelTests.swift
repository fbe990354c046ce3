import ChildProcesses
import Domain
import Foundation
import Testing
import Transfer

@testable import Channels

/// The adapter against Kannel itself, with the fake network that Kannel's own package brings.
struct RealKannelTests {
  @Test func `Kannel takes Khmer, hands it on whole, and refuses a wrong password`() async throws {
    let gateway = try KannelGateway()
    defer { gateway.stop() }
    let khmer = "សួស្តី & ស្វាគមន៍"
    let good = try #require(gateway.adapter(password: "right"))
    var outcome = await good.send(gateway.request(khmer))
    // Its boxes need a moment to find each other; until then nothing has left.
    for _ in 0..<100 where outcome.kind != .accepted {
      #expect(outcome.kind == .temporary, "\(outcome)")
      try await Task.sleep(for: .milliseconds(100))
      outcome = await good.send(gateway.request(khmer))
    }
    #expect(outcome == .accepted(references: ["m1"]))
    let units = khmer.utf16.map { String(format: "%%%02X%%%02X", $0 >> 8, $0 & 255) }.joined()
    #expect(try await gateway.delivered("+85512345678", units))
    let bad = try #require(gateway.adapter(password: "wrong"))
    #expect(await bad.send(gateway.request("x")).kind == .channelDown)
    var nowhere = gateway.request("x")
    nowhere.to = Address(.phone, "nobody")
    #expect(await good.send(nowhere).kind == .rejectedAddress)
  }
}

/// Kannel's three programs in a folder of their own, on free ports of the loopback.
private final class KannelGateway {
  private let folder: URL
  private let port: Int
  private var processes: [ChildProcess] = []

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("kannel-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let ports = try (0..<4).map { _ in try Self.freePort() }
    port = ports[3]
    let configuration = folder.appendingPathComponent("kannel.conf")
    try Self.configuration(ports).write(to: configuration, atomically: true, encoding: .utf8)
    try start("/usr/sbin/bearerbox", ["-v", "4", configuration.path])
    try start("/usr/sbin/smsbox", ["-v", "4", configuration.path])
    try start(
      "/usr/lib/kannel/test/fakesmsc",
      ["-H", "127.0.0.1", "-r", String(ports[2]), "-i", "0.1", "-m", "1", "1 2 text hello"])
  }

  func stop() {
    for process in processes.reversed() { process.stop(within: 0.5) }
    try? FileManager.default.removeItem(at: folder)
  }

  func adapter(password: String) -> (any ChannelAdapter)? {
    var channel = Channel(id: "sms", adapter: "kannel")
    channel.settings = [
      "url": .text("http://127.0.0.1:\(port)/cgi-bin/sendsms"), "username": .text("outreach"),
      "password": .text(password), "sender": .text("OWSO"), "allowPrivateAddress": .flag(true),
    ]
    return ChannelWorld(transfer: TransferClient(), environment: [:]).adapter(channel)
  }

  func request(_ text: String) -> SendRequest {
    var message = Message(
      id: "m1", campaign: "c", activity: "a", channel: "sms", to: ("p", Address(.phone, "+85512345678")))
    message.text = text
    return SendRequest(message)
  }

  /// Whether the fake network was given these units for that number.
  func delivered(_ number: String, _ units: String) async throws -> Bool {
    for _ in 0..<100 {
      let log = try String(contentsOf: folder.appendingPathComponent("fakesmsc.log"), encoding: .utf8)
      if log.contains("OWSO \(number) ucs-2 "), Self.letters(log).contains(Self.letters(units)) { return true }
      try await Task.sleep(for: .milliseconds(100))
    }
    return false
  }

  /// The log writes some units as letters and some as %XX: compare the bytes.
  private static func letters(_ text: String) -> String {
    var out = ""
    var rest = text[...]
    while let first = rest.first {
      if first == "%", let byte = UInt8(rest.dropFirst().prefix(2), radix: 16) {
        out += "<\(byte)>"
        rest = rest.dropFirst(3)
      } else {
        out += first == "+" ? "<32>" : first.asciiValue.map { "<\($0)>" } ?? ""
        rest = rest.dropFirst()
      }
    }
    return out
  }

  private func start(_ path: String, _ words: [String]) throws {
    try #require(FileManager.default.isExecutableFile(atPath: path), "\(path) is missing: make test-deps installs it")
    let log = folder.appendingPathComponent("\(path.split(separator: "/").last!).log")
    processes.append(
      try ChildProcess(path, words, in: folder, files: ChildProcess.Files(output: log, errors: log)))
    // Each connects to the one before it, and gives up at once if it is not there.
    usleep(700_000)
  }

  private static func configuration(_ ports: [Int]) -> String {
    """
    group = core
    admin-port = \(ports[0])
    smsbox-port = \(ports[1])
    admin-password = x
    box-allow-ip = "127.0.0.1"
    admin-interface = 127.0.0.1

    group = smsc
    smsc = fake
    smsc-id = fake
    host = 127.0.0.1
    port = \(ports[2])
    connect-allow-ip = 127.0.0.1

    group = smsbox
    bearerbox-host = 127.0.0.1
    sendsms-port = \(ports[3])
    sendsms-interface = 127.0.0.1

    group = sendsms-user
    username = outreach
    password = right
    max-messages = 10

    group = sms-service
    keyword = default
    text = hello
    max-messages = 0

    """
  }

  private static func freePort() throws -> Int {
    let server = ScriptedServer { _ in .close }
    defer { server.stop() }
    return server.port
  }
}
