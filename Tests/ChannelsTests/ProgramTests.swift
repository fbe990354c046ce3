import Domain
import Foundation
import Glibc
import Synchronization
import Testing
import Transfer

@testable import Channels

/// The adapter with programs that behave, die, hang and babble.
struct ProgramTests {
  /// A folder of programs, gone with the test.
  final class Folder: Sendable {
    let path: String
    let heard = Mutex<[String]>([])

    init() throws {
      path = NSTemporaryDirectory() + "programs-\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Written without Foundation, whose open file another test's child would inherit: nothing starts a program that
    /// somebody could still write to.
    func add(_ name: String, _ text: String, mode: mode_t = 0o755) throws {
      let handle = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_CLOEXEC, mode)
      try #require(handle >= 0)
      defer { close(handle) }
      let bytes = Array(text.utf8)
      try #require(write(handle, bytes, bytes.count) == bytes.count && fchmod(handle, mode) == 0)
    }

    func add(shell text: String) throws { try add("carrier", "#!/bin/sh\n" + text) }

    func world(_ environment: [String: String] = [:]) -> ChannelWorld {
      var world = ChannelWorld(transfer: TransferClient(), environment: environment)
      world.programs = path
      world.log = { [weak self] line in self?.heard.withLock { $0.append(line) } }
      return world
    }

    func adapter(_ name: String = "carrier") throws -> any ChannelAdapter {
      try #require(world().adapter(ProgramTests.channel(name)))
    }
  }

  static func channel(_ name: String) -> Channel {
    var channel = Channel(id: "modem", adapter: "program")
    channel.settings = ["program": .text(name)]
    return channel
  }

  static func request(_ id: MessageID = "m1", to: String = "+85512345678") -> SendRequest {
    var message = Message(id: id, campaign: "c", activity: "a", channel: "modem", to: ("p", Address(.phone, to)))
    message.text = "សួស្តី \"you\"\nthere"
    message.key = "0123456789abcdef"
    return SendRequest(message)
  }

  private static let ready = "echo '{\"ready\": true}'\n"

  private func events(_ adapter: any ChannelAdapter, _ count: Int) async throws -> [CallbackEvent] {
    let poll = try #require(adapter.descriptor.poll)
    for _ in 0..<500 {
      if case .events(let events, _) = await poll(nil), events.count >= count { return events }
      try await Task.sleep(for: .milliseconds(10))
    }
    return []
  }

  @Test func `the example of the documentation carries messages, refuses and reports`() async throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("docs/adding-a-channel.md")
    let parts = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```python\n")
    let example = try #require(parts.last?.components(separatedBy: "```").first)
    #expect(example.split(separator: "\n").count <= 20)
    let folder = try Folder()
    try folder.add("carrier", example)
    let letters = folder.path + "/letters.jsonl"
    var channel = Self.channel("carrier")
    channel.settings["secret"] = .environment("WHERE")
    let adapter = try #require(folder.world(["WHERE": letters]).adapter(channel))
    #expect(await adapter.send(Self.request()) == .accepted(references: ["0123456789ab"]))
    #expect(await adapter.send(Self.request("m2", to: "+6612345678")).kind == .rejectedAddress)
    let kept = try String(contentsOfFile: letters, encoding: .utf8)
    let line = try #require(try JSONSerialization.jsonObject(with: Data(kept.utf8)) as? [String: Any])
    #expect(line["text"] as? String == "សួស្តី \"you\"\nthere" && line["to"] as? String == "+85512345678")
    let receipt = Receipt(channel: "modem", reference: "0123456789ab", status: .delivered)
    #expect(try await events(adapter, 1) == [.receipt(receipt)])
    #expect(await adapter.descriptor.check?() == .good("The program starts and says that it is ready."))
  }

  @Test func `many at once get each their own answer, in whatever order`() async throws {
    let folder = try Folder()
    try folder.add(
      "carrier",
      """
      #!/usr/bin/env python3
      import json, sys
      print('{"ready": true}', flush=True)
      lines = [sys.stdin.readline() for _ in range(20)]
      for line in reversed(lines):
          id = json.loads(line)["id"]
          print(json.dumps({"id": id, "outcome": "accepted", "references": ["of-" + id]}), flush=True)
      sys.stdin.read()
      """)
    let adapter = try folder.adapter()
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<20 {
        group.addTask {
          let outcome = await adapter.send(Self.request(MessageID("m\(number)")))
          #expect(outcome == .accepted(references: ["of-m\(number)"]))
        }
      }
    }
  }

  @Test func `what a program had when it died is unclear, and what comes meanwhile was surely not told`() async throws {
    let folder = try Folder()
    try folder.add(shell: Self.ready + "read line\nexit 3\n")
    let adapter = try folder.adapter()
    #expect(await adapter.send(Self.request()).kind == .unknown)
    let next = await adapter.send(Self.request("m2"))
    #expect(next.kind == .temporary && next.neverLeft)
    #expect(folder.heard.withLock { $0 }.contains("The program of channel modem ended with 3."))
  }

  @Test func `a program that never says it is ready was told nothing`() async throws {
    let folder = try Folder()
    try folder.add(shell: "read line\necho \"$line\" > \(folder.path)/told\n")
    let runner = ProgramRunner(name: "x", patience: .init(start: .milliseconds(200)), log: { _ in })
    let launch = ProgramLaunch(path: folder.path + "/carrier", secret: nil, channel: "modem")
    let result = await runner.ask("m1", ProgramLine.request(Self.request()), launch)
    guard case .neverLeft = result else {
      Issue.record("\(result)")
      return
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/told"))
  }

  @Test func `a program that does not answer in time is ended, and started again for the next`() async throws {
    let folder = try Folder()
    try folder.add(
      shell: Self.ready + """
        while read line; do
          if [ -e \(folder.path)/seen ]; then echo '{"id": "m1", "outcome": "accepted"}'; else touch \(folder.path)/seen; fi
        done
        """)
    let patience = ProgramRunner.Patience(answer: .seconds(3), restart: .milliseconds(1))
    let runner = ProgramRunner(name: "x", patience: patience, log: { _ in })
    let launch = ProgramLaunch(path: folder.path + "/carrier", secret: nil, channel: "modem")
    let line = ProgramLine.request(Self.request())
    #expect(await runner.ask("m1", line, launch) == .lost("The program gave no answer in time."))
    var again = await runner.ask("m1", line, launch)
    for _ in 0..<200 {
      guard case .neverLeft = again else { break }
      try await Task.sleep(for: .milliseconds(10))
      again = await runner.ask("m1", line, launch)
    }
    guard case .answered(let answer) = again else {
      Issue.record("\(again)")
      return
    }
    #expect(answer.outcome(message: "m1") == .accepted(references: ["m1"]))
  }

  @Test(arguments: [
    (#"{"id": "m1", "outcome": "optedOut"}"#, SendOutcome.Kind.optedOut),
    (#"{"id": "m1", "outcome": "throttled", "retryAfter": 7}"#, .throttled),
    (#"{"id": "m1", "outcome": "temporary", "words": "no signal"}"#, .temporary),
    (#"{"id": "m1", "outcome": "channelDown", "code": "sim"}"#, .channelDown),
    (#"{"id": "m1", "outcome": "rejectedMessage"}"#, .rejectedMessage),
    (#"{"id": "m1", "outcome": "Accepted"}"#, .unknown), (#"{"id": "m1"}"#, .unknown),
  ])
  func `its answers are the closed set, and any other word proves nothing`(
    line: String, kind: SendOutcome.Kind
  ) async throws {
    let folder = try Folder()
    try folder.add(
      shell: Self.ready + "read line\necho 'no JSON'\necho '{\"id\": \"other\"}'\necho '\(line)'\ncat > /dev/null\n")
    let outcome = await (try folder.adapter()).send(Self.request())
    #expect(outcome.kind == kind, "\(outcome) \(folder.heard.withLock { $0 })")
  }

  @Test func `replies come home, and its complaints reach the log without people`() async throws {
    let folder = try Folder()
    try folder.add(
      shell: "echo 'no signal for +85512345678 or sokha@example.org on port 3' >&2\n" + Self.ready
        + #"echo '{"reply": {"from": "+85512345678", "text": "STOP", "id": "r1"}}'"# + "\ncat > /dev/null\n")
    let adapter = try folder.adapter()
    let sending = Task { await adapter.send(Self.request()) }
    #expect(try await events(adapter, 1) == [.reply(Reply(from: "+85512345678", text: "STOP", fingerprint: "r1"))])
    for _ in 0..<500 where folder.heard.withLock({ $0.isEmpty }) { try await Task.sleep(for: .milliseconds(10)) }
    #expect(folder.heard.withLock { $0 } == ["The program of channel modem says: no signal for … or … on port 3"])
    sending.cancel()
  }

  @Test func `a program has nothing of ours open`() async throws {
    let folder = try Folder()
    let ours = try #require(FileHandle(forReadingAtPath: "/etc/passwd"))
    defer { try? ours.close() }
    _ = fcntl(ours.fileDescriptor, F_SETFD, 0)
    try folder.add(
      shell: Self.ready + "read line\n"
        + #"printf '{"id": "m1", "outcome": "accepted", "references": ["%s"]}\n' "$(ls -l /proc/$$/fd | grep -c passwd)""#
        + "\ncat > /dev/null\n")
    let outcome = await (try folder.adapter()).send(Self.request())
    #expect(outcome == .accepted(references: ["0"]), "\(outcome) \(folder.heard.withLock { $0 })")
  }

  @Test func `events are told again until they were stored`() async throws {
    let folder = try Folder()
    let receipts = (1...3).map { #"echo '{"receipt": {"reference": "r\#($0)", "status": "delivered"}}'"# }
    try folder.add(shell: Self.ready + receipts.joined(separator: "\n") + "\ncat > /dev/null\n")
    let adapter = try folder.adapter()
    let sending = Task { await adapter.send(Self.request()) }
    _ = try await events(adapter, 3)
    let poll = try #require(adapter.descriptor.poll)
    guard case .events(let first, let next) = await poll("another:7"), case .events(let second, _) = await poll(next)
    else { return }
    #expect(first.count == 3 && second.isEmpty)
    sending.cancel()
  }

  @Test func `nothing outside the folder is ever started`() throws {
    let (folder, outside) = (try Folder(), try Folder())
    try outside.add(shell: Self.ready)
    try folder.add(shell: Self.ready)
    try folder.add("plain", "x", mode: 0o644)
    try folder.add("open", "#!/bin/sh\n", mode: 0o777)
    let files = FileManager.default
    try files.createDirectory(atPath: folder.path + "/sub", withIntermediateDirectories: true)
    try files.createSymbolicLink(atPath: folder.path + "/out", withDestinationPath: outside.path + "/carrier")
    try files.createSymbolicLink(atPath: folder.path + "/in", withDestinationPath: folder.path + "/carrier")
    try files.createSymbolicLink(atPath: folder.path + "/sub/up", withDestinationPath: outside.path)
    let name = URL(fileURLWithPath: outside.path).lastPathComponent
    let refused = [
      "", ".", "..", "/bin/sh", "../\(name)/carrier", "sub/../carrier", "./carrier", "sub", "sub/up/carrier", "out",
      "plain", "open", "missing", "carrier\0x",
    ]
    for name in refused { #expect(Program.path(name, in: folder.path) == nil, "\(name)") }
    #expect(Program.path("carrier", in: folder.path) != nil && Program.path("in", in: folder.path) != nil)
    #expect(Program.path("carrier", in: folder.path + "/nowhere") == nil)
  }

  @Test func `without a folder, and with a program that is not there, the channel pauses`() async throws {
    let world = ChannelWorld(transfer: TransferClient(), environment: [:])
    let outcome = await (try #require(world.adapter(Self.channel("carrier")))).send(Self.request())
    #expect(outcome.kind == .channelDown && outcome.words?.text.contains("--programs") == true)
    let missing = await (try Folder().adapter()).send(Self.request())
    #expect(missing.kind == .channelDown)
  }

  @Test func `the same settings keep the same program when documents change`() async throws {
    let folder = try Folder()
    try folder.add(
      shell: Self.ready
        + #"while read line; do echo "{\"id\": \"m1\", \"outcome\": \"accepted\", \"references\": [\"$$\"]}"; done"#)
    let world = folder.world()
    let first = await (try #require(world.adapter(Self.channel("carrier")))).send(Self.request())
    let second = await (try #require(world.adapter(Self.channel("carrier")))).send(Self.request())
    #expect(first == second && first.kind == .accepted)
    var keyed = Self.channel("carrier")
    keyed.settings["keyed"] = .flag(true)
    let other = try #require(world.adapter(keyed))
    #expect(other.descriptor.keyed)
    #expect(await other.send(Self.request()) != first)
  }
}
