import Domain
import Foundation
import Secrets
import Testing
import Transfer

@testable import Channels

struct RapidProTests {
  private let world = ChannelWorld(
    transfer: TransferClient(), environment: ["TOKEN": "abc", "SECRET": "s3cret"])

  private func adapter(_ url: String, token: String = "TOKEN") throws -> any ChannelAdapter {
    var channel = Channel(id: "flow", adapter: "rapidpro")
    channel.settings = [
      "url": .text(url), "token": .environment(token), "secret": .environment("SECRET"),
      "allowPrivateAddress": .flag(true),
    ]
    #expect(ChannelList.recipe("rapidpro")?.problems(channel) == [])
    return try #require(world.adapter(channel))
  }

  private func send(_ answer: ScriptedServer.Answer) async throws -> (SendOutcome, ScriptedServer.Asked) {
    let server = ScriptedServer { _ in answer }
    defer { server.stop() }
    var message = Message(
      id: "m1", campaign: "c", activity: "a", channel: "flow", to: ("p", Address(.phone, "+85512345678")))
    message.text = "សួស្តី"
    let outcome = await (try adapter(server.url + "/")).send(SendRequest(message))
    return (outcome, try #require(server.asked.first))
  }

  /// The broadcast of https://textit.in/api/v2/broadcasts, and as older installations write it.
  @Test(arguments: [
    (#""uuid":"0199bb98-3637-778d-9dfc-0ab85c950d7c""#, "0199bb98-3637-778d-9dfc-0ab85c950d7c"),
    (#""id":123456"#, "123456"),
  ])
  func `a broadcast to one person is created as documented`(_ field: String, _ id: String) async throws {
    let (outcome, asked) = try await send(
      .status(
        201,
        """
        {\(field),"urns":["tel:+85512345678"],"contacts":[],"groups":[],"text":{"eng":"hello"},"attachments":{"eng":[]},
        "base_language":"eng","status":"queued","created_on":"2013-03-02T17:28:12.123456Z"}
        """))
    #expect(outcome == .accepted(references: [id]))
    #expect(asked.line.hasPrefix("POST /api/v2/broadcasts.json "))
    #expect(asked.headers.contains("Authorization: Token abc"))
    #expect(asked.body == #"{"base_language":"eng","text":{"eng":"សួស្តី"},"urns":["tel:+85512345678"]}"#)
  }

  /// Status codes of https://textit.in/api/v2; refusals name the field at fault.
  @Test func `its refusals mean what it documents`() async throws {
    #expect(try await send(.status(400, #"{"urns":["Invalid URN: tel:1."]}"#)).0.kind == .rejectedAddress)
    #expect(try await send(.status(400, #"{"text":["Ensure this field is short."]}"#)).0.kind == .rejectedMessage)
    #expect(try await send(.status(403, #"{"detail":"Invalid token"}"#)).0.kind == .channelDown)
    #expect(try await send(.status(200, #"{"id":1}"#)).0.kind == .unknown)
    #expect(try await send(.status(201, "{}")).0.kind == .unknown)
  }

  @Test func `a text longer than a broadcast is refused before it leaves`() throws {
    let adapter = try adapter("http://127.0.0.1:9")
    let phone = Address(.phone, "+85512345678")
    #expect(try adapter.prepare(String(repeating: "ក", count: 640), to: phone).parts == 10)
    #expect(throws: PrepareFault.tooLong(parts: 10, most: 9)) {
      try adapter.prepare(String(repeating: "ក", count: 641), to: phone)
    }
  }

  @Test func `a flow hands replies on with the channel's secret`() throws {
    let parse = try #require(try adapter("http://127.0.0.1:9").descriptor.parseCallback)
    func read(_ body: String, _ header: String) -> CallbackReading {
      parse(
        CallbackRequest(
          .inbound, query: [], headers: ["authorization": header], body: Array(body.utf8),
          now: Instant(milliseconds: 0)))
    }
    let body = #"{"from":"tel:+85512345678","text":"STOP","id":"a1"}"#
    guard case .events(let events, let answer) = read(body, "Token s3cret") else { throw Unexpected() }
    #expect(events == [.reply(Reply(from: "+85512345678", text: "STOP", fingerprint: Token.digest("a1")))])
    #expect(answer("No more").body == #"{"text":"No more"}"#)
    #expect(answer(nil).body == "{}")
    guard case .malformed = read("{}", "Token s3cret") else { throw Unexpected() }
    for header in ["", "Token ", "Token other", "s3cret"] {
      guard case .forged = read(body, header) else { throw Unexpected() }
    }
  }

  @Test func `the check asks for the workspace`() async throws {
    let server = ScriptedServer { asked in
      asked.headers.contains("Authorization: Token abc") ? .status(200, "{}") : .status(403, "")
    }
    defer { server.stop() }
    guard case .good = await (try adapter(server.url)).descriptor.check?(),
      case .bad = await (try adapter(server.url, token: "SECRET")).descriptor.check?(),
      case .bad = await (try adapter(server.url, token: "UNSET")).descriptor.check?()
    else { throw Unexpected() }
    #expect(server.asked.first?.line == "GET /api/v2/workspace.json HTTP/1.1")
  }

  private struct Unexpected: Error {}
}
