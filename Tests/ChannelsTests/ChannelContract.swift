import Domain
import Foundation
import Testing
import Transfer

@testable import Channels

/// What every adapter owes the core, held against each in the list.
struct ChannelContract {
  static let adapters = ChannelList.all.map(\.adapter)
  /// Those that speak to a provider over HTTP.
  static let wired = ["webhook", "kannel", "twilio", "voice", "telegram", "rapidpro"]
  /// Those that write to phones.
  static let texting = ["spool", "program", "webhook", "kannel", "twilio", "rapidpro"]

  private let world = ChannelWorld(
    transfer: TransferClient(), environment: ["SECRET": "s3cret-s3cret"],
    spoolFolder: NSTemporaryDirectory() + "outreach-spool-\(UUID().uuidString)")

  private func channel(_ adapter: String, url: String = "http://127.0.0.1:9") -> Channel {
    var channel = Channel(id: "test", adapter: adapter)
    guard adapter != "spool" else { return channel }
    channel.settings = [
      "url": .text(url), "receipts": .text("http://127.0.0.1:8080/"), "allowPrivateAddress": .flag(true),
      Self.credential(adapter): .environment("SECRET"),
    ]
    switch adapter {
    case "kannel": channel.settings["username"] = .text("u")
    case "program": channel.settings = ["program": .text("carrier.py")]
    case "smtp": channel.settings = ["url": .text("smtp://127.0.0.1:9"), "from": .text("office@example.org")]
    case "twilio", "voice": channel.settings.merge(["account": .text("AC1"), "from": .text("+855")]) { $1 }
    default: break
    }
    let signing = ["webhook", "kannel", "telegram", "rapidpro"]
    if signing.contains(adapter) { channel.settings["secret"] = .environment("SECRET") }
    return channel
  }

  /// The setting without which the provider lets nobody in.
  private static func credential(_ adapter: String) -> String { adapter == "kannel" ? "password" : "token" }

  private func address(_ adapter: String) throws -> Address {
    let kinds = try #require(world.adapter(channel(adapter))).descriptor.addresses
    if kinds.contains(.phone) { return Address(.phone, "+855002178805") }
    return kinds.contains(.email)
      ? Address(.email, "sokha@example.org") : Address(try #require(kinds.first), "123456789")
  }

  private func request(_ adapter: String = "spool") throws -> SendRequest {
    var message = Message(
      id: "m1", campaign: "spring", activity: "invite", channel: "test", to: ("c1", try address(adapter)))
    message.key = "0123456789abcdef"
    message.text = "[[H:a/b]] សួស្តី"
    return SendRequest(message)
  }

  private func send(_ adapter: String, _ answer: ScriptedServer.Answer) async throws -> SendOutcome {
    let server = ScriptedServer { _ in answer }
    defer { server.stop() }
    return await (try #require(world.adapter(channel(adapter, url: server.url)))).send(try request(adapter))
  }

  @Test(arguments: adapters)
  func `the list makes each adapter under its own name`(_ name: String) throws {
    let adapter = try #require(world.adapter(channel(name)))
    #expect(adapter.descriptor.adapter == name)
    #expect(!adapter.descriptor.addresses.isEmpty)
    #expect(ChannelList.recipe(name)?.problems(channel(name)) == [])
  }

  @Test(arguments: adapters)
  func `an unknown setting and a missing one are named`(_ name: String) throws {
    let recipe = try #require(ChannelList.recipe(name))
    var wrong = Channel(id: "test", adapter: name)
    wrong.settings = ["nonsense": .text("x")]
    let problems = recipe.problems(wrong)
    #expect(problems.contains { $0.contains("nonsense") })
    for field in recipe.fields where field.required {
      #expect(problems.contains { $0.contains("needs \(field.name)") })
    }
  }

  @Test(arguments: texting)
  func `prepare counts parts without asking anybody`(_ name: String) throws {
    let adapter = try #require(world.adapter(channel(name)))
    let prepared = try adapter.prepare(String(repeating: "ក\u{200B}", count: 71), to: Address(.phone, "+85512345678"))
    #expect(prepared.parts == 2)
    #expect(!prepared.text.contains("\u{200B}"))
  }

  @Test(arguments: adapters)
  func `a text of nothing and an address of another kind are refused before anything leaves`(_ name: String) throws {
    let adapter = try #require(world.adapter(channel(name)))
    #expect(throws: PrepareFault.emptyText) { try adapter.prepare(" \u{200B}", to: try address(name)) }
    for kind in Set(AddressKind.allCases).subtracting(adapter.descriptor.addresses) {
      #expect(throws: PrepareFault.wrongAddress(kind)) { try adapter.prepare("x", to: Address(kind, "x")) }
    }
  }

  @Test(arguments: wired)
  func `a call that nobody signed changes nothing`(_ name: String) throws {
    let adapter = try #require(world.adapter(channel(name)))
    let parse = try #require(adapter.descriptor.parseCallback)
    for door in [CallbackRequest.Door.receipts, .inbound] {
      var call = CallbackRequest(
        door, query: [("id", "m1"), ("d", "1")], headers: ["content-type": "application/x-www-form-urlencoded"],
        body: Array("MessageSid=SM1&MessageStatus=delivered&From=%2B855&Body=STOP".utf8),
        now: Instant(milliseconds: 0))
      guard case .forged = parse(call) else { throw Unexpected() }
      call.headers["x-twilio-signature"] = ""
      call.headers["x-signature"] = "t=0,v1="
      call.headers["x-hub-signature-256"] = "sha256="
      call.headers["x-telegram-bot-api-secret-token"] = ""
      guard case .forged = parse(call) else { throw Unexpected() }
    }
  }

  private struct Unexpected: Error {}

  @Test(arguments: wired)
  func `a server that is not there was surely not told`(_ name: String) async throws {
    let outcome = await (try #require(world.adapter(channel(name)))).send(try request(name))
    #expect(outcome.kind == .temporary)
  }

  @Test(arguments: wired, [ScriptedServer.Answer.close, .half, .noise, .status(500, "oops")])
  func `an answer that proves nothing is unknown`(_ name: String, _ answer: ScriptedServer.Answer) async throws {
    #expect(try await send(name, answer).kind == .unknown)
  }

  @Test(arguments: wired)
  func `a page that anybody could answer with is unknown`(_ name: String) async throws {
    #expect(try await send(name, .status(200, "<html><h1>It works!</h1>")).kind == .unknown)
    #expect(try await send(name, .status(302, "", ["Location: /x"])).kind == .unknown)
    #expect(try await send(name, .status(503, "3: Queue full")).kind == .unknown)
  }

  @Test(arguments: wired)
  func `a provider that asks for patience is heeded`(_ name: String) async throws {
    let outcome = try await send(name, .status(429, "slow down", ["Retry-After: 7"]))
    #expect(outcome == .throttled(retryAfter: 7, ProviderWords(code: "429", "slow down")))
    let negative = try await send(name, .status(429, "", ["Retry-After: -5"]))
    #expect(negative == .throttled(retryAfter: 0, ProviderWords(code: "429", "")))
  }

  @Test(arguments: wired)
  func `a refused login is the channel's trouble, not the message's`(_ name: String) async throws {
    let outcome = try await send(name, .status(403, "Authorization failed for sendsms"))
    #expect(outcome.kind == .channelDown)
    #expect(try await send(name, .status(400, "text too long")).kind == .rejectedMessage)
  }

  @Test(arguments: wired)
  func `an unset secret pauses the channel with the variable's name`(_ name: String) async throws {
    var channel = channel(name)
    channel.settings[Self.credential(name)] = .environment("NOT_SET")
    let outcome = await (try #require(world.adapter(channel))).send(try request(name))
    #expect(outcome.kind == .channelDown)
    #expect(outcome.words?.text.contains("NOT_SET") == true)
  }

  @Test(arguments: wired)
  func `a private address is refused unless it was allowed`(_ name: String) async throws {
    var channel = channel(name, url: "http://127.0.0.1:9")
    channel.settings["allowPrivateAddress"] = nil
    #expect(await (try #require(world.adapter(channel))).send(try request(name)).kind == .channelDown)
  }

  @Test func `a keyed adapter that is asked twice gives the message once`() async throws {
    let adapter = try #require(world.adapter(channel("spool")))
    #expect(adapter.descriptor.keyed)
    let (first, second) = (await adapter.send(try request()), await adapter.send(try request()))
    #expect(first == second)
    let folder = "\(world.spoolFolder)/spring/invite"
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["0123456789abcdef.json"])
    let text = try String(contentsOfFile: "\(folder)/0123456789abcdef.json", encoding: .utf8)
    #expect(text.contains("+855002178805") && text.contains("សួស្តី"))
  }
}
