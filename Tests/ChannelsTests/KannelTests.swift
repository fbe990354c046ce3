import Domain
import Foundation
import Testing
import Transfer

@testable import Channels

struct KannelTests {
  private let world = ChannelWorld(
    transfer: TransferClient(), environment: ["SECRET": "s3cret", "PASSWORD": "p&w"])

  private func adapter(_ url: String) throws -> any ChannelAdapter {
    var channel = Channel(id: "sms", adapter: "kannel")
    channel.settings = [
      "url": .text(url), "username": .text("outreach"), "password": .environment("PASSWORD"), "sender": .text("OWSO"),
      "secret": .environment("SECRET"), "receipts": .text("http://127.0.0.1:8080"), "allowPrivateAddress": .flag(true),
    ]
    return try #require(world.adapter(channel))
  }

  private func send(_ text: String, _ answer: ScriptedServer.Answer) async throws -> (SendOutcome, [URLQueryItem]) {
    let server = ScriptedServer { _ in answer }
    defer { server.stop() }
    var message = Message(
      id: "m1", campaign: "c", activity: "a", channel: "sms", to: ("p", Address(.phone, "+85512345678")))
    message.text = text
    let outcome = await (try adapter(server.url)).send(SendRequest(message))
    let target = server.asked.first?.line.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    return (outcome, URLComponents(string: target)?.queryItems ?? [])
  }

  @Test(arguments: ["0: Accepted for delivery", "3: Queued for later delivery", "Sent."])
  func `its documented words of acceptance are believed`(words: String) async throws {
    let (outcome, query) = try await send("សួស្តី & ស្វាគមន៍", .status(202, words))
    #expect(outcome == .accepted(references: ["m1"]))
    let value = { (name: String) in query.first { $0.name == name }?.value }
    #expect(value("text") == "សួស្តី & ស្វាគមន៍")
    #expect(value("coding") == "2" && value("charset") == "UTF-8" && value("dlr-mask") == "31")
    #expect(value("password") == "p&w" && value("to") == "+85512345678" && value("from") == "OWSO")
    #expect(value("dlr-url")?.hasPrefix("http://127.0.0.1:8080/receipts/sms?id=m1&token=") == true)
    #expect(value("dlr-url")?.hasSuffix("&d=%d") == true)
  }

  @Test func `only what it documents as refused is refused`() async throws {
    #expect(try await send("x", .status(503, "Temporal failure, try again later.")).0.kind == .temporary)
    #expect(try await send("x", .status(500, "Temporal failure, try again later.")).0.kind == .unknown)
    #expect(try await send("x", .status(403, "Not routable. Do not try again.")).0.kind == .rejectedAddress)
    #expect(try await send("x", .status(202, "what is this")).0.kind == .unknown)
  }

  @Test func `a receipt needs the token that its own message was given`() async throws {
    let (_, query) = try await send("x", .status(202, "0: Accepted for delivery"))
    let address = try #require(query.first { $0.name == "dlr-url" }?.value?.replacing("%d", with: "1"))
    var pairs = try #require(URLComponents(string: address)?.queryItems).map { (name: $0.name, value: $0.value ?? "") }
    let parse = try #require(try adapter("http://127.0.0.1:9").descriptor.parseCallback)
    let call = { (query: [(name: String, value: String)]) in
      parse(CallbackRequest(.receipts, query: query, headers: [:], body: [], now: Instant(milliseconds: 0)))
    }
    guard case .events(let events, _) = call(pairs) else { throw Unexpected() }
    #expect(events == [.receipt(Receipt(channel: "sms", reference: "m1", status: .delivered))])
    pairs[0].value = "m2"
    guard case .forged = call(pairs) else { throw Unexpected() }
    guard case .forged = call([("id", "m1")]) else { throw Unexpected() }
  }

  @Test func `a reply needs the channel's secret`() throws {
    let parse = try #require(try adapter("http://127.0.0.1:9").descriptor.parseCallback)
    let call = { (secret: String) in
      parse(
        CallbackRequest(
          .inbound, query: [("from", "85512345678"), ("text", "STOP"), ("secret", secret)], headers: [:], body: [],
          now: Instant(milliseconds: 0)))
    }
    guard case .events(let events, let answer) = call("s3cret") else { throw Unexpected() }
    #expect(events == [.reply(Reply(from: "85512345678", text: "STOP", fingerprint: nil))])
    #expect(answer("You will get no more.").body == "You will get no more.")
    guard case .forged = call("wrong") else { throw Unexpected() }
  }

  private struct Unexpected: Error {}
}
