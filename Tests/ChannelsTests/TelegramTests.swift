import Domain
import Foundation
import Testing
import Transfer

@testable import Channels

struct TelegramTests {
  private let world = ChannelWorld(
    transfer: TransferClient(), environment: ["TOKEN": "123456:ABC-DEF", "SECRET": "s3cret"])

  private func adapter(_ url: String, _ more: [String: Channel.Setting] = [:]) throws -> any ChannelAdapter {
    var channel = Channel(id: "bot", adapter: "telegram")
    channel.settings = [
      "url": .text(url), "token": .environment("TOKEN"), "secret": .environment("SECRET"),
      "receipts": .text("https://owso.example"), "allowPrivateAddress": .flag(true),
    ]
    channel.settings.merge(more) { $1 }
    #expect(ChannelList.recipe("telegram")?.problems(channel) == [])
    return try #require(world.adapter(channel))
  }

  private func request(_ text: String, to chat: String = "1111111") -> SendRequest {
    var message = Message(id: "m1", campaign: "c", activity: "a", channel: "bot", to: ("p", Address(.telegram, chat)))
    message.text = text
    return SendRequest(message)
  }

  private func send(_ answer: ScriptedServer.Answer) async throws -> (SendOutcome, ScriptedServer.Asked) {
    let server = ScriptedServer { _ in answer }
    defer { server.stop() }
    let outcome = await (try adapter(server.url)).send(request("សួស្តី \"អ្នក\""))
    return (outcome, try #require(server.asked.first))
  }

  @Test func `a message is sent as the Bot API documents it`() async throws {
    // The form of https://core.telegram.org/bots/api#making-requests with a Message as its result.
    let (outcome, asked) = try await send(
      .status(
        200,
        """
        {"ok":true,"result":{"message_id":4711,"from":{"id":123456,"is_bot":true,"first_name":"OWSO"},
        "chat":{"id":1111111,"first_name":"Test","type":"private"},"date":1441645532,"text":"x"}}
        """))
    #expect(outcome == .accepted(references: ["m1"]))
    #expect(asked.line.hasPrefix("POST /bot123456:ABC-DEF/sendMessage "))
    let body = try JSONDecoder().decode([String: String].self, from: Data(asked.body.utf8))
    #expect(body == ["chat_id": "1111111", "text": "សួស្តី \"អ្នក\""])
  }

  /// Descriptions as Telegram's servers give them, collected at https://github.com/TelegramBotAPI/errors.
  @Test(arguments: [
    (403, "Forbidden: bot was blocked by the user", SendOutcome.Kind.optedOut),
    (403, "Forbidden: user is deactivated", .rejectedAddress),
    (403, "Forbidden: bot can't initiate conversation with a user", .rejectedAddress),
    (403, "Forbidden: bot can't send messages to bots", .rejectedAddress),
    (403, "Forbidden: bot can't send messages to the user", .temporary),
    (400, "Bad Request: chat not found", .rejectedAddress), (400, "Bad Request: message is too long", .rejectedMessage),
    (401, "Unauthorized", .channelDown), (404, "Not Found", .channelDown), (502, "Bad Gateway", .unknown),
  ])
  func `its descriptions mean what they say`(_ code: Int, _ text: String, _ kind: SendOutcome.Kind) async throws {
    let outcome = try await send(.status(code, #"{"ok":false,"error_code":\#(code),"description":"\#(text)"}"#)).0
    #expect(outcome.kind == kind)
    #expect(outcome.words == ProviderWords(code: String(code), text))
  }

  @Test func `too many requests name the seconds to wait`() async throws {
    let answer =
      #"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 9","parameters":{"retry_after":9}}"#
    guard case .throttled(let seconds, _) = try await send(.status(429, answer)).0 else { throw Unexpected() }
    #expect(seconds == 9)
  }

  @Test func `a message may be 4,096 letters long`() throws {
    let adapter = try adapter("http://127.0.0.1:9")
    let chat = Address(.telegram, "1111111")
    #expect(try adapter.prepare(String(repeating: "ក", count: 4_096), to: chat).parts == 1)
    #expect(throws: PrepareFault.tooLong(parts: 2, most: 1)) {
      try adapter.prepare(String(repeating: "ក", count: 4_097), to: chat)
    }
  }

  // MARK: - Updates

  private func read(_ body: String, secret: String? = "s3cret") throws -> CallbackReading {
    let headers = secret.map { ["x-telegram-bot-api-secret-token": $0] } ?? [:]
    let call = CallbackRequest(
      .inbound, query: [], headers: headers, body: Array(body.utf8), now: Instant(milliseconds: 0))
    let parse = try #require(try adapter("http://127.0.0.1:9").descriptor.parseCallback)
    return parse(call)
  }

  /// The update with text of https://core.telegram.org/bots/webhooks#testing-your-bot-with-updates.
  private static func update(_ text: String, type: String = "private") -> String {
    """
    {"update_id":10000,"message":{"date":1441645532,"chat":{"last_name":"Test Lastname","id":1111111,
    "first_name":"Test","username":"Test","type":"\(type)"},"message_id":1365,"from":{"last_name":"Test Lastname",
    "id":1111111,"first_name":"Test","username":"Test"},"text":"\(text)"}}
    """
  }

  @Test func `a STOP is answered in the answer to the update`() throws {
    guard case .events(let events, let answer) = try read(Self.update("/stop")) else { throw Unexpected() }
    #expect(events == [.reply(Reply(from: "1111111", text: "/stop", fingerprint: "update 10000"))])
    struct Said: Decodable, Equatable {
      var method: String
      var chat_id: Int64
      var text: String
    }
    let said = answer("No more.")
    #expect(said.contentType == "application/json")
    let call = try JSONDecoder().decode(Said.self, from: Data(said.body.utf8))
    #expect(call == Said(method: "sendMessage", chat_id: 1_111_111, text: "No more."))
    #expect(answer(nil).body.isEmpty)
  }

  @Test func `whoever blocks the bot has said STOP, and is not answered`() throws {
    // A ChatMemberUpdated as in https://core.telegram.org/bots/api#chatmemberupdated.
    let blocked = """
      {"update_id":10001,"my_chat_member":{"chat":{"id":1111111,"first_name":"Test","type":"private"},
      "from":{"id":1111111,"is_bot":false,"first_name":"Test"},"date":1441645532,
      "old_chat_member":{"user":{"id":123456,"is_bot":true,"first_name":"OWSO"},"status":"member"},
      "new_chat_member":{"user":{"id":123456,"is_bot":true,"first_name":"OWSO"},"status":"kicked","until_date":0}}}
      """
    guard case .events(let events, let answer) = try read(blocked) else { throw Unexpected() }
    #expect(events == [.reply(Reply(from: "1111111", text: "STOP", fingerprint: "update 10001"))])
    #expect(answer("No more.").body.isEmpty)
    guard case .events(let none, _) = try read(blocked.replacing("kicked", with: "member")) else { throw Unexpected() }
    #expect(none.isEmpty)
  }

  @Test func `groups, pictures and other updates say nothing`() throws {
    for body in [Self.update("STOP", type: "group"), #"{"update_id":1,"edited_message":{}}"#] {
      guard case .events(let events, _) = try read(body) else { throw Unexpected() }
      #expect(events.isEmpty)
    }
    guard case .malformed = try read("STOP") else { throw Unexpected() }
  }

  @Test func `an update without the secret is forged`() throws {
    for secret in [nil, "", "S3cret", "s3cret "] {
      guard case .forged = try read(Self.update("STOP"), secret: secret) else { throw Unexpected() }
    }
  }

  @Test func `without a public address updates are asked for, from the one after the last`() async throws {
    let server = ScriptedServer { asked in
      asked.body.contains("\"offset\":10002")
        ? .status(200, #"{"ok":true,"result":[]}"#)
        : .status(
          200,
          #"{"ok":true,"result":[\#(Self.update("STOP")),{"update_id":10001,"message":{"odd":1}}]}"#)
    }
    defer { server.stop() }
    var channel = Channel(id: "bot", adapter: "telegram")
    channel.settings = [
      "url": .text(server.url), "token": .environment("TOKEN"), "allowPrivateAddress": .flag(true),
    ]
    let adapter = try #require(world.adapter(channel))
    let poll = try #require(adapter.descriptor.poll)
    guard case .events(let events, let next) = await poll(nil) else { throw Unexpected() }
    #expect(events == [.reply(Reply(from: "1111111", text: "STOP", fingerprint: "update 10000"))])
    #expect(next == "10002")
    guard case .events(let none, let still) = await poll(next) else { throw Unexpected() }
    #expect(none.isEmpty && still == "10002")
    #expect(server.asked.allSatisfy { $0.line.hasPrefix("POST /bot123456:ABC-DEF/getUpdates ") })
    #expect(try self.adapter(server.url).descriptor.poll == nil)
  }

  @Test func `a bot whose updates go elsewhere says so`() async throws {
    // The description of https://core.telegram.org/bots/api#getupdates while a webhook is set.
    let server = ScriptedServer { _ in
      .status(409, #"{"ok":false,"error_code":409,"description":"Conflict: can't use getUpdates method"}"#)
    }
    defer { server.stop() }
    let adapter = try #require(try adapter(server.url, ["receipts": .environment("UNSET")]).descriptor.poll)
    guard case .failed(let words) = await adapter(nil) else { throw Unexpected() }
    #expect(words.code == "409")
  }

  @Test func `the check names the bot`() async throws {
    let server = ScriptedServer { asked in
      asked.line.contains("/bot123456:ABC-DEF/getMe")
        ? .status(200, #"{"ok":true,"result":{"id":123456,"is_bot":true,"first_name":"OWSO","username":"owso_bot"}}"#)
        : .status(401, #"{"ok":false,"error_code":401,"description":"Unauthorized"}"#)
    }
    defer { server.stop() }
    let good = await (try adapter(server.url)).descriptor.check?()
    #expect(good == .good("Channel bot is the bot @owso_bot."))
    guard case .bad = await (try adapter(server.url, ["token": .text("other")])).descriptor.check?(),
      case .bad = await (try adapter(server.url, ["secret": .environment("UNSET")])).descriptor.check?()
    else { throw Unexpected() }
  }

  @Test func `against a provider that misbehaves, each answer means what it says`() async throws {
    let provider = try FakeProvider(
      plan: """
        {"auth": {"telegram": "123456:ABC-DEF"}, "rules": [
          {"match": {"to": "^2$"}, "do": {"status": 429, "retry_after": 3}},
          {"match": {"to": "^3$"}, "do": {"accept": true, "answer": "garbage"}},
          {"match": {"to": "^4$"}, "do": {"accept": true, "answer": "reset"}},
          {"match": {"to": "^5$"}, "do": {"accept": true, "answer": "500"}},
          {"match": {"to": "^6$"}, "do": {"accept": true, "answer": "half"}}]}
        """)
    defer { provider.stop() }
    let adapter = try adapter(provider.url)
    var outcomes: [SendOutcome.Kind] = []
    for chat in 1...6 { outcomes.append(await adapter.send(request("[[H:c/a]] x", to: String(chat))).kind) }
    #expect(outcomes == [.accepted, .throttled, .unknown, .unknown, .unknown, .unknown])
    let stranger = try self.adapter(provider.url, ["token": .text("other")])
    #expect(await stranger.send(request("x")).kind == .channelDown)
  }

  private struct Unexpected: Error {}
}
