import Domain
import Foundation
import Testing
import Transfer

@testable import Channels

/// The adapter against a mail server that says what a test wants.
struct SMTPTests {
  static let world = ChannelWorld(transfer: TransferClient(), environment: ["PASSWORD": "p&w"])

  static func channel(_ url: String) -> Channel {
    var channel = Channel(id: "mail", adapter: "smtp")
    channel.settings = [
      "url": .text(url), "from": .text("office@example.org"), "fromName": .text("សាលា ស្វាយប៉ោ"),
      "username": .text("outreach"), "password": .environment("PASSWORD"),
      "receipts": .text("https://owso.example/"), "withoutTLS": .flag(true), "allowPrivateAddress": .flag(true),
    ]
    return channel
  }

  static func request(_ text: String = "សួស្តី", to: String = "sokha@example.org") -> SendRequest {
    var message = Message(id: "m1", campaign: "c", activity: "a", channel: "mail", to: ("p", Address(.email, to)))
    message.text = text
    return SendRequest(message)
  }

  private func send(_ channel: Channel, _ request: SendRequest = Self.request()) async throws -> SendOutcome {
    await (try #require(Self.world.adapter(channel))).send(request)
  }

  private func outcome(_ command: String, _ answer: ScriptedMailServer.Answer) async throws -> SendOutcome {
    let server = ScriptedMailServer { $0.hasPrefix(command) ? answer : nil }
    defer { server.stop() }
    return try await send(Self.channel(server.url))
  }

  @Test func `a letter goes out with log-in, envelope and text, and names no machine of ours`() async throws {
    let server = ScriptedMailServer()
    defer { server.stop() }
    let outcome = try await send(Self.channel(server.url), Self.request(".a line that begins with a dot"))
    #expect(outcome == .accepted(references: []))
    #expect(server.commands.first == "EHLO example.org")
    let login = "AUTH PLAIN " + Data("\0outreach\0p&w".utf8).base64EncodedString()
    #expect(
      server.commands.contains { $0.hasPrefix("AUTH PLAIN") }
        && server.commands.contains { login.hasSuffix($0) || $0 == login })
    #expect(server.commands.contains { $0.hasPrefix("MAIL FROM:<office@example.org>") })
    #expect(server.commands.contains("RCPT TO:<sokha@example.org>"))
    #expect(server.texts.first?.contains("Message-ID: <m1@example.org>\r\n") == true)
  }

  @Test func `letters one after the other share a connection`() async throws {
    let server = ScriptedMailServer()
    defer { server.stop() }
    // A world of its own: others' letters would take this one's connections.
    let patient = TransferClient(TransferSettings(idle: .seconds(600)))
    let world = ChannelWorld(transfer: patient, environment: ["PASSWORD": "p&w"])
    let adapter = try #require(world.adapter(Self.channel(server.url)))
    for _ in 0..<3 { #expect(await adapter.send(Self.request()).kind == .accepted) }
    #expect(server.texts.count == 3 && server.connections == 1)
  }

  @Test(arguments: [
    ("connect", "554 not for you", SendOutcome.Kind.channelDown), ("connect", "421 later", .temporary),
    ("AUTH", "535 5.7.8 wrong password", .channelDown), ("AUTH", "454 4.7.0 try later", .temporary),
    ("MAIL", "550 5.7.1 not your address", .channelDown), ("MAIL", "530 5.7.0 log in first", .channelDown),
    ("MAIL", "552 5.3.4 too large", .rejectedMessage), ("MAIL", "451 4.3.0 busy", .temporary),
    ("RCPT", "550 5.1.1 unknown", .rejectedAddress), ("RCPT", "553 5.1.3 bad address", .rejectedAddress),
    ("RCPT", "450 4.2.0 greylisted", .temporary), ("RCPT", "552 5.2.2 mailbox full", .rejectedMessage),
    ("RCPT", "554 5.7.1 relay access denied", .rejectedMessage), ("RCPT", "530 5.7.0 log in first", .channelDown),
    ("DATA", "451 4.3.0 busy", .temporary), ("DATA", "554 5.6.0 no", .rejectedMessage),
    (".", "554 5.7.1 spam", .rejectedMessage), (".", "452 4.3.1 disk full", .temporary),
    (".", "250-more follows\r\n250 2.0.0 queued", .accepted),
  ])
  func `each refusal means what its step and number say`(
    command: String, words: String, kind: SendOutcome.Kind
  ) async throws {
    let outcome = try await outcome(command, .say(words))
    #expect(outcome.kind == kind, "\(outcome)")
  }

  @Test(arguments: ["connect", "EHLO", "AUTH", "MAIL", "RCPT", "DATA"])
  func `a connection lost before the text's end is worth another try`(command: String) async throws {
    #expect(try await outcome(command, .hangUp).kind == .temporary)
  }

  @Test(arguments: [ScriptedMailServer.Answer.hangUp, .say("nonsense"), .say("250-half an answer")])
  func `a lost or garbled answer to the whole text is unclear`(answer: ScriptedMailServer.Answer) async throws {
    let server = ScriptedMailServer { $0 == "." ? answer : nil }
    defer { server.stop() }
    let adapter = SMTP(
      settings: ChannelSettings(Self.channel(server.url), environment: ["PASSWORD": "x"]), transfer: Self.world.transfer
    )
    var call = MailRequest(
      "\(server.url)/x", from: "a@example.org", to: "b@example.org", letter: Array("A: b\r\n\r\nc\r\n".utf8))
    call.limits = MailLimits(answer: .seconds(4), total: .seconds(20), allowPrivate: true, demandTLS: false)
    #expect(SMTP.outcome(await adapter.transfer.send(call), to: "").kind == .unknown)
    #expect(server.texts.count == 1)
  }

  @Test func `a server that takes no letter in time leaves it open only after the text's end`() async throws {
    let server = ScriptedMailServer { $0.hasPrefix("RCPT") ? .say("250-never ends") : nil }
    defer { server.stop() }
    var call = MailRequest(
      "\(server.url)/x", from: "a@example.org", to: "b@example.org", letter: Array("A: b\r\n\r\nc\r\n".utf8))
    call.limits = MailLimits(answer: .seconds(4), total: .seconds(20), allowPrivate: true, demandTLS: false)
    #expect(await Self.world.transfer.send(call) == .neverLeft(.timedOut))
  }

  @Test func `the fake provider's mail server misbehaves by plan`() async throws {
    let plan = """
      {"rules": [
        {"match": {"ep": "smtp", "to": "reset@"}, "do": {"accept": true, "answer": "reset"}},
        {"match": {"ep": "smtp", "to": "close@"}, "do": {"accept": false, "answer": "close"}},
        {"match": {"ep": "smtp", "to": "busy@"}, "do": {"status": 451}},
        {"match": {"ep": "smtp", "to": "spam@"}, "do": {"status": 554}}]}
      """
    let probe = ScriptedServer { _ in .close }
    probe.stop()
    let provider = try FakeProvider(plan: plan, mailPort: probe.port)
    defer { provider.stop() }
    let channel = Self.channel("smtp://127.0.0.1:\(probe.port)")
    let expected: [(String, SendOutcome.Kind)] = [
      ("sokha", .accepted), ("reset", .unknown), ("close", .unknown), ("busy", .temporary), ("spam", .rejectedMessage),
    ]
    for (name, kind) in expected {
      #expect(try await send(channel, Self.request(to: "\(name)@example.org")).kind == kind, "\(name)")
    }
  }

  @Test func `a person's address does not stand in the record of a refusal`() async throws {
    let outcome = try await outcome("RCPT", .say("550 5.1.1 <Sokha@Example.org>: unknown"))
    #expect(outcome.words?.text == "5.1.1 <…>: unknown")
  }

  @Test func `a server without encryption gets no password unless that is allowed`() async throws {
    let server = ScriptedMailServer()
    defer { server.stop() }
    var channel = Self.channel(server.url)
    channel.settings["withoutTLS"] = nil
    #expect(try await send(channel).kind == .channelDown)
    #expect(!server.commands.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
  }

  @Test func `what cannot be right is not sent anywhere`() async throws {
    let server = ScriptedMailServer()
    defer { server.stop() }
    for address in [
      "", "sokha", "a@b", "so kha@example.org", "a@example.org\r\nRCPT TO:<b@example.org>", "<a@example.org>",
      "a@@example.org",
    ] {
      #expect(
        try await send(Self.channel(server.url), Self.request(to: address)).kind == .rejectedAddress, "\(address)")
    }
    var channel = Self.channel(server.url)
    channel.settings["from"] = .text("office@example.org>\r\nDATA")
    #expect(try await send(channel).kind == .channelDown)
    channel = Self.channel(server.url)
    channel.settings["password"] = .environment("NOT_SET")
    #expect(try await send(channel).words?.text.contains("NOT_SET") == true)
    channel = Self.channel(server.url)
    channel.settings["allowPrivateAddress"] = nil
    #expect(try await send(channel).kind == .channelDown)
    #expect(server.connections == 0)
    server.stop()
    #expect(try await send(Self.channel("smtp://127.0.0.1:9")).kind == .temporary)
  }

  @Test func `the check greets, logs in and says NOOP, and sends nothing`() async throws {
    let server = ScriptedMailServer()
    defer { server.stop() }
    let check = try #require(Self.world.adapter(Self.channel(server.url))?.descriptor.check)
    #expect(await check() == .good("The mail server answers and knows the user."))
    #expect(server.commands.contains("NOOP") && !server.commands.contains { $0.hasPrefix("MAIL") })
    let strict = ScriptedMailServer { $0.hasPrefix("AUTH") ? .say("535 5.7.8 wrong password") : nil }
    defer { strict.stop() }
    let refused = await Self.world.adapter(Self.channel(strict.url))?.descriptor.check?()
    #expect(refused == .bad("The mail server refused at “login”: 535 5.7.8 wrong password"))
  }

  @Test func `an address that is no mail server's is named before anything is sent`() {
    let problems = SMTP.recipe.problems(Self.channel("https://example.org"))
    #expect(problems == ["url of channel mail must begin with smtps:// or smtp://"])
  }
}
