import Domain
import Foundation
import Secrets
import Testing
import Transfer

@testable import Channels

struct TwilioTests {
  private let world = ChannelWorld(
    transfer: TransferClient(), environment: ["TOKEN": "12345", "OLD": "54321"])

  private func adapter(
    _ url: String, receipts: String = "https://owso.example", _ more: [String: Channel.Setting] = [:]
  ) throws -> any ChannelAdapter {
    var channel = Channel(id: "sms", adapter: "twilio")
    channel.settings = [
      "url": .text(url), "account": .text("AC0123"), "token": .environment("TOKEN"), "from": .text("+85523999999"),
      "receipts": .text(receipts), "allowPrivateAddress": .flag(true),
    ]
    channel.settings.merge(more) { $1 }
    #expect(ChannelList.recipe("twilio")?.problems(channel) == [])
    return try #require(world.adapter(channel))
  }

  private func request(_ text: String, to number: String = "+85512345678") -> SendRequest {
    var message = Message(id: "m1", campaign: "c", activity: "a", channel: "sms", to: ("p", Address(.phone, number)))
    message.text = text
    return SendRequest(message)
  }

  /// The answer to a created message: the example of https://www.twilio.com/docs/messaging/api/message-resource, shortened.
  private static let created = """
    {"account_sid":"ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","api_version":"2010-04-01","body":"Hi there",
    "date_created":"Thu, 24 Aug 2023 05:01:45 +0000","date_sent":null,"direction":"outbound-api","error_code":null,
    "error_message":null,"from":"+15557122661","num_media":"0","num_segments":"1","price":null,"price_unit":null,
    "sid":"SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","status":"queued","to":"+15558675310"}
    """

  private func send(_ text: String, _ answer: ScriptedServer.Answer) async throws -> (SendOutcome, ScriptedServer.Asked)
  {
    let server = ScriptedServer { _ in answer }
    defer { server.stop() }
    let outcome = await (try adapter(server.url + "/")).send(request(text))
    return (outcome, try #require(server.asked.first))
  }

  @Test func `a message is created as Twilio documents it`() async throws {
    let (outcome, asked) = try await send("សួស្តី & +1", .status(201, Self.created))
    #expect(outcome == .accepted(references: ["SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]))
    #expect(asked.line.hasPrefix("POST /2010-04-01/Accounts/AC0123/Messages.json "))
    #expect(asked.headers.contains("Authorization: Basic \(Data("AC0123:12345".utf8).base64EncodedString())"))
    let fields = Dictionary(FormText.pairs(asked.body).map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    #expect(
      fields == [
        "To": "+85512345678", "From": "+85523999999", "Body": "សួស្តី & +1",
        "StatusCallback": "https://owso.example/receipts/sms?id=m1",
      ])
  }

  @Test func `a messaging service stands where a number would`() async throws {
    let server = ScriptedServer { _ in .status(201, Self.created) }
    defer { server.stop() }
    let service = "MG" + String(repeating: "a", count: 32)
    _ = await (try adapter(server.url, ["from": .text(service)])).send(request("x"))
    #expect(server.asked.first?.body.contains("MessagingServiceSid=\(service)") == true)
  }

  /// The form of https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions.
  private func refusal(_ code: Int, _ status: Int = 400) -> ScriptedServer.Answer {
    .status(
      status,
      #"{"code":\#(code),"message":"no","more_info":"https://www.twilio.com/docs/errors/\#(code)","status":\#(status)}"#
    )
  }

  @Test(arguments: [
    (21211, SendOutcome.Kind.rejectedAddress), (21614, .rejectedAddress), (21408, .rejectedAddress), (21610, .optedOut),
    (21617, .rejectedMessage), (21606, .channelDown), (20005, .channelDown), (21611, .throttled),
  ])
  func `its codes mean what its dictionary says`(_ code: Int, _ kind: SendOutcome.Kind) async throws {
    let outcome = try await send("x", refusal(code)).0
    #expect(outcome.kind == kind)
    #expect(outcome.words?.code == String(code))
  }

  @Test func `a refused login pauses the channel, and a server's error proves nothing`() async throws {
    #expect(try await send("x", refusal(20003, 401)).0.kind == .channelDown)
    #expect(try await send("x", refusal(20429, 429)).0.kind == .throttled)
    #expect(try await send("x", refusal(20500, 500)).0.kind == .unknown)
    #expect(try await send("x", .status(201, #"{"status":"queued"}"#)).0.kind == .unknown)
  }

  @Test func `a text longer than Twilio takes is refused before it leaves`() throws {
    let adapter = try adapter("http://127.0.0.1:9")
    let phone = Address(.phone, "+85512345678")
    #expect(try adapter.prepare(String(repeating: "a", count: 1_600), to: phone).parts == 11)
    #expect(throws: PrepareFault.tooLong(parts: 11, most: 10)) {
      try adapter.prepare(String(repeating: "a", count: 1_601), to: phone)
    }
  }

  // MARK: - Callbacks

  /// What Twilio posts when a message was delivered: https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks
  private static let delivered =
    "AccountSid=ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&ApiVersion=2010-04-01&From=%2B15557122661"
    + "&MessageSid=SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&MessageStatus=delivered"
    + "&SmsSid=SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&SmsStatus=delivered&To=%2B15558675310"

  private func call(
    _ door: CallbackRequest.Door, _ body: String, id: String? = nil, token: String = "12345",
    base: String = "https://owso.example"
  ) -> CallbackRequest {
    var call = CallbackRequest(
      door, query: id.map { [("id", $0)] } ?? [], headers: ["content-type": "application/x-www-form-urlencoded"],
      body: Array(body.utf8), now: Instant(milliseconds: 0))
    let address = "\(base)/\(door.rawValue)/sms" + (id.map { "?id=\($0)" } ?? "")
    let pairs = call.form.sorted { $0.name < $1.name }.map { $0.name + $0.value }
    call.headers["x-twilio-signature"] = SHA1Signature.base64(
      of: Array((address + pairs.joined()).utf8), secret: token)
    return call
  }

  private func read(_ call: CallbackRequest, _ more: [String: Channel.Setting] = [:]) throws -> CallbackReading {
    let parse = try #require(try adapter("http://127.0.0.1:9", more).descriptor.parseCallback)
    return parse(call)
  }

  /// The worked example of https://www.twilio.com/docs/usage/security#validating-requests.
  @Test func `the signature of Twilio's own example comes out`() {
    let fields = [
      "CallSid": "CA1234567890ABCDE", "Caller": "+12349013030", "Digits": "1234", "From": "+12349013030",
      "To": "+18005551212",
    ]
    let text = "https://mycompany.com/myapp.php?foo=1&bar=2"
    let message = text + fields.sorted { $0.key < $1.key }.map { $0.key + $0.value }.joined()
    #expect(SHA1Signature.verify("0/KCTR6DLpKmkAf8muzZqo1nDgQ=", of: Array(message.utf8), secret: "12345"))
  }

  @Test func `a signed receipt is read under our own id, or theirs`() throws {
    for (id, reference) in [("m1", "m1"), (nil, "SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")] {
      guard case .events(let events, _) = try read(call(.receipts, Self.delivered, id: id)) else { throw Unexpected() }
      #expect(events == [.receipt(Receipt(channel: "sms", reference: reference, status: .delivered))])
    }
    let sent = Self.delivered.replacing("=delivered", with: "=undelivered&ErrorCode=30003")
    guard case .events(let events, _) = try read(call(.receipts, sent, id: "m1")) else { throw Unexpected() }
    #expect(events == [.receipt(Receipt(channel: "sms", reference: "m1", status: .undelivered))])
    guard case .events(let none, _) = try read(call(.receipts, Self.delivered.replacing("=delivered", with: "=new")))
    else { throw Unexpected() }
    #expect(none.isEmpty)
  }

  @Test func `a forged receipt changes nothing`() throws {
    let good = call(.receipts, Self.delivered, id: "m1")
    var otherMessage = good
    otherMessage.query = [("id", "m2")]
    var altered = CallbackRequest(
      .receipts, query: good.query, headers: good.headers,
      body: Array(Self.delivered.replacing("delivered", with: "undelivered").utf8), now: good.now)
    altered.method = "POST"
    var otherDoor = good
    otherDoor.door = .inbound
    var unsigned = good
    unsigned.headers["x-twilio-signature"] = nil
    let elsewhere = call(.receipts, Self.delivered, id: "m1", base: "http://owso.example")
    let otherToken = call(.receipts, Self.delivered, id: "m1", token: "54321")
    for forged in [otherMessage, altered, otherDoor, unsigned, elsewhere, otherToken] {
      guard case .forged = try read(forged) else { throw Unexpected() }
    }
    guard case .events = try read(otherToken, ["previousToken": .environment("OLD")]) else { throw Unexpected() }
  }

  /// What Twilio posts for a message that came in: https://www.twilio.com/docs/messaging/guides/webhook-request
  private static let stop =
    "ToCountry=KH&SmsMessageSid=SM1&NumMedia=0&SmsSid=SM1&SmsStatus=received&Body=STOP&To=%2B85523999999"
    + "&NumSegments=1&MessageSid=SM1&AccountSid=AC0123&From=%2B85512345678&ApiVersion=2010-04-01"

  @Test func `a STOP is answered in TwiML, in the answer alone and once`() throws {
    guard case .events(let events, let answer) = try read(call(.inbound, Self.stop)) else { throw Unexpected() }
    #expect(events == [.reply(Reply(from: "+85512345678", text: "STOP", fingerprint: Token.digest("SM1")))])
    let said = answer("Done & <over>")
    #expect(said.contentType.hasPrefix("text/xml"))
    #expect(said.body.hasSuffix("<Response><Message>Done &amp; &lt;over&gt;</Message></Response>"))
    #expect(answer(nil).body.hasSuffix("<Response></Response>"))
    // Twilio says so when it has answered by itself.
    guard case .events(_, let silent) = try read(call(.inbound, Self.stop + "&OptOutType=STOP")) else {
      throw Unexpected()
    }
    #expect(silent("Done").body.hasSuffix("<Response></Response>"))
  }

  @Test func `the check asks for the account and sends nothing`() async throws {
    let server = ScriptedServer { asked in
      asked.headers.contains { $0.hasPrefix("Authorization: Basic QUMwMTIz") } ? .status(200, "{}") : .status(401, "")
    }
    defer { server.stop() }
    guard case .good = await (try adapter(server.url)).descriptor.check?() else { throw Unexpected() }
    #expect(server.asked.map(\.line) == ["GET /2010-04-01/Accounts/AC0123.json HTTP/1.1"])
    guard case .bad = await (try adapter(server.url, ["account": .text("other")])).descriptor.check?() else {
      throw Unexpected()
    }
  }

  @Test func `against a provider that forges, repeats and disorders, only the genuine receipts count`() async throws {
    let provider = try FakeProvider(
      plan: """
        {"dlr": {"delay": 0, "forge": 1, "dup": 1, "twilio_token": "12345", "stop": 1, "stop_delay": 0,
          "mo": {"url": "OURS/inbound/sms", "style": "twilio", "secret": "12345"}}}
        """)
    defer { provider.stop() }
    let adapter = try adapter(provider.url, receipts: provider.receipts)
    let outcome = await adapter.send(request("[[H:c/a]] សួស្តី"))
    guard case .accepted(let references) = outcome else { throw Unexpected() }
    #expect(references.first?.hasPrefix("SM") == true)
    let parse = try #require(adapter.descriptor.parseCallback)
    let readings = try await provider.callbacks(5).map(parse)
    var (forged, receipts, replies) = (0, [Receipt.Status](), [String]())
    for reading in readings {
      switch reading {
      case .forged: forged += 1
      case .malformed(let why): Issue.record("\(why)")
      case .events(let events, _):
        for event in events {
          switch event {
          case .receipt(let receipt):
            #expect(receipt.reference == "m1")
            receipts.append(receipt.status)
          case .reply(let reply): replies.append(reply.text)
          }
        }
      }
    }
    #expect(forged == 1)
    #expect(receipts == [.accepted, .delivered, .delivered])
    #expect(replies == ["STOP"])
  }

  private struct Unexpected: Error {}
}
