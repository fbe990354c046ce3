import Domain
import Foundation
import Secrets
import Testing
import Transfer

@testable import Channels

struct VoiceTests {
  private let world = ChannelWorld(transfer: TransferClient(), environment: ["TOKEN": "12345"])

  private func adapter(
    _ url: String, receipts: String = "https://owso.example", _ more: [String: Channel.Setting] = [:]
  ) throws -> any ChannelAdapter {
    var channel = Channel(id: "call", adapter: "voice")
    channel.settings = [
      "url": .text(url), "account": .text("AC0123"), "token": .environment("TOKEN"), "from": .text("+85523999999"),
      "receipts": .text(receipts), "allowPrivateAddress": .flag(true),
    ]
    channel.settings.merge(more) { $1 }
    #expect(ChannelList.recipe("voice")?.problems(channel) == [])
    return try #require(world.adapter(channel))
  }

  private func request(_ text: String, to number: String = "+85512345678") -> SendRequest {
    var message = Message(id: "m1", campaign: "c", activity: "a", channel: "call", to: ("p", Address(.phone, number)))
    message.text = text
    return SendRequest(message)
  }

  /// The answer to a created call: the example of https://www.twilio.com/docs/voice/api/call-resource, shortened.
  private static let created = """
    {"account_sid":"ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","answered_by":null,"api_version":"2010-04-01",
    "direction":"outbound-api","duration":null,"from":"+15551234567","price":null,"queue_time":"1000",
    "sid":"CAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","status":"queued","to":"+15557654321"}
    """

  private func script(_ text: String, _ more: [String: Channel.Setting] = [:]) async throws -> String {
    let server = ScriptedServer { _ in .status(201, Self.created) }
    defer { server.stop() }
    let outcome = await (try adapter(server.url, more)).send(request(text))
    #expect(outcome == .accepted(references: ["CAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]))
    let asked = try #require(server.asked.first)
    #expect(asked.line.hasPrefix("POST /2010-04-01/Accounts/AC0123/Calls.json "))
    let fields = Dictionary(FormText.pairs(asked.body).map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    #expect(fields["To"] == "+85512345678" && fields["From"] == "+85523999999")
    #expect(fields["StatusCallback"] == "https://owso.example/receipts/call?id=m1")
    return try #require(fields["Twiml"]?.replacing("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", with: ""))
  }

  @Test func `a text is said and a recording's address is played`() async throws {
    #expect(try await script("Come & see <us>") == "<Response><Say>Come &amp; see &lt;us&gt;</Say></Response>")
    #expect(
      try await script("Come", ["language": .text("en-GB"), "voice": .text("alice")])
        == "<Response><Say language=\"en-GB\" voice=\"alice\">Come</Say></Response>")
    #expect(
      try await script("https://owso.example/invite.mp3?a=1&b=2")
        == "<Response><Play>https://owso.example/invite.mp3?a=1&amp;b=2</Play></Response>")
    #expect(try await script("https://owso.example is new").contains("<Say>"))
  }

  @Test func `a key ends all calls where the office has named one`() async throws {
    #expect(
      try await script("Press 9 to end", ["stopDigit": .text("9")])
        == "<Response><Gather numDigits=\"1\" timeout=\"5\" action=\"https://owso.example/inbound/call\">"
        + "<Say>Press 9 to end</Say></Gather></Response>")
  }

  @Test func `people must have agreed to calls, and a call is one part however long`() throws {
    let adapter = try adapter("http://127.0.0.1:9")
    #expect(adapter.descriptor.calls)
    let phone = Address(.phone, "+85512345678")
    #expect(try adapter.prepare(String(repeating: "ក", count: 500), to: phone).parts == 1)
    #expect(throws: PrepareFault.tooLong(parts: 2, most: 1)) {
      try adapter.prepare(String(repeating: "a", count: 4_000), to: phone)
    }
  }

  // MARK: - Callbacks

  private func read(
    _ door: CallbackRequest.Door, _ body: String, id: String? = nil, token: String = "12345"
  ) throws -> CallbackReading {
    var call = CallbackRequest(
      door, query: id.map { [("id", $0)] } ?? [], headers: ["content-type": "application/x-www-form-urlencoded"],
      body: Array(body.utf8), now: Instant(milliseconds: 0))
    let address = "https://owso.example/\(door.rawValue)/call" + (id.map { "?id=\($0)" } ?? "")
    let pairs = call.form.sorted { $0.name < $1.name }.map { $0.name + $0.value }
    call.headers["x-twilio-signature"] = SHA1Signature.base64(
      of: Array((address + pairs.joined()).utf8), secret: token)
    let adapter = try adapter("http://127.0.0.1:9", ["stopDigit": .text("9")])
    let parse = try #require(adapter.descriptor.parseCallback)
    return parse(call)
  }

  /// The parameters of https://www.twilio.com/docs/voice/api/call-resource#statuscallback.
  private static func ended(_ status: String) -> String {
    "CallSid=CA1&AccountSid=AC0123&From=%2B85523999999&To=%2B85512345678&CallStatus=\(status)&ApiVersion=2010-04-01"
      + "&Direction=outbound-api&CallDuration=12&SequenceNumber=0"
  }

  @Test(arguments: [
    ("completed", Receipt.Status.delivered), ("busy", .undelivered), ("no-answer", .undelivered),
    ("failed", .undelivered), ("canceled", .undelivered), ("ringing", .accepted), ("in-progress", .accepted),
  ])
  func `the end of a call is its receipt`(_ word: String, _ status: Receipt.Status) throws {
    guard case .events(let events, _) = try read(.receipts, Self.ended(word), id: "m1") else { throw Unexpected() }
    #expect(events == [.receipt(Receipt(channel: "call", reference: "m1", status: status))])
    guard case .forged = try read(.receipts, Self.ended(word), id: "m1", token: "other") else { throw Unexpected() }
  }

  @Test func `the stop key says STOP for the person who was rung, and is answered in the same call`() throws {
    let pressed = Self.ended("in-progress") + "&Digits=9"
    guard case .events(let events, let answer) = try read(.inbound, pressed) else { throw Unexpected() }
    #expect(events == [.reply(Reply(from: "+85512345678", text: "STOP", fingerprint: Token.digest("CA1")))])
    #expect(answer("No more").body.hasSuffix("<Response><Say>No more</Say></Response>"))
    guard case .events(let none, let silent) = try read(.inbound, Self.ended("in-progress") + "&Digits=1") else {
      throw Unexpected()
    }
    #expect(none.isEmpty && silent(nil).body.hasSuffix("<Response></Response>"))
    guard case .forged = try read(.inbound, pressed, token: "other") else { throw Unexpected() }
  }

  @Test(arguments: [("delivered", Receipt.Status.delivered), ("undelivered", .undelivered)])
  func `against a provider that forges, each call ends as it ended`(
    _ final: String, _ status: Receipt.Status
  ) async throws {
    let provider = try FakeProvider(
      plan: #"{"dlr": {"delay": 0, "forge": 1, "twilio_token": "12345", "final": {"\#(final)": 1}}}"#)
    defer { provider.stop() }
    let adapter = try adapter(provider.url, receipts: provider.receipts)
    guard case .accepted = await adapter.send(request("[[H:c/a]] hello")) else { throw Unexpected() }
    let parse = try #require(adapter.descriptor.parseCallback)
    var statuses: [Receipt.Status] = []
    for reading in try await provider.callbacks(3).map(parse) {
      guard case .events(let events, _) = reading, case .receipt(let receipt)? = events.first else { continue }
      statuses.append(receipt.status)
    }
    #expect(statuses == [.accepted, status])
  }

  private struct Unexpected: Error {}
}
