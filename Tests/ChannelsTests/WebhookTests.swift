import Domain
import Foundation
import Secrets
import Testing
import Transfer

@testable import Channels

struct WebhookTests {
  private let world = ChannelWorld(transfer: TransferClient(), environment: ["SECRET": "s3cret"])

  private func adapter(_ url: String) throws -> any ChannelAdapter {
    var channel = Channel(id: "hook", adapter: "webhook")
    channel.settings = [
      "url": .text(url), "sender": .text("OWSO"), "secret": .environment("SECRET"),
      "receipts": .text("http://127.0.0.1:8080/"), "allowPrivateAddress": .flag(true),
    ]
    return try #require(world.adapter(channel))
  }

  @Test func `the message goes out as the contract says`() async throws {
    let server = ScriptedServer { _ in .status(202, #"{"id": "p1"}"#) }
    defer { server.stop() }
    var message = Message(
      id: "m1", campaign: "c", activity: "a", channel: "hook", to: ("p", Address(.phone, "+85512345678")))
    message.key = "key1"
    message.text = "hello"
    #expect(await (try adapter(server.url)).send(SendRequest(message)) == .accepted(references: ["p1"]))
    let asked = try #require(server.asked.first)
    #expect(asked.line.hasPrefix("POST "))
    #expect(asked.headers.contains("Idempotency-Key: key1"))
    #expect(
      asked.body == """
        {"callback_url":"http://127.0.0.1:8080/receipts/hook","from":"OWSO","text":"hello","to":"+85512345678"}
        """)
  }

  private func call(
    _ door: CallbackRequest.Door, _ body: String, secret: String = "s3cret", at time: Int64 = 1000
  ) -> CallbackRequest {
    let bytes = Array(body.utf8)
    let header = WebhookSignature(signing: bytes, secret: secret, at: time).header
    return CallbackRequest(
      door, query: [], headers: ["x-signature": header], body: bytes, now: Instant(milliseconds: 1_000_000))
  }

  private func read(_ call: CallbackRequest) throws -> CallbackReading {
    let parse = try #require(try adapter("http://127.0.0.1:9").descriptor.parseCallback)
    return parse(call)
  }

  @Test func `a signed receipt is read`() throws {
    let reading = try read(call(.receipts, #"{"id":"p1","status":"delivered","to":"+855","at":1.5}"#))
    guard case .events(let events, _) = reading else { throw Unexpected() }
    #expect(events == [.receipt(Receipt(channel: "hook", reference: "p1", status: .delivered))])
  }

  @Test func `a reply is read, and answered in the answer alone`() throws {
    guard case .events(let events, let answer) = try read(call(.inbound, #"{"from":"+855","to":"x","text":"STOP"}"#))
    else { throw Unexpected() }
    guard case .reply(let reply)? = events.first else { throw Unexpected() }
    #expect(reply.text == "STOP" && reply.fingerprint != nil)
    #expect(answer("done").body == #"{"text":"done"}"#)
    #expect(answer(nil).body.isEmpty)
  }

  @Test func `forged, stale and unsigned calls change nothing`() throws {
    let body = #"{"id":"p1","status":"delivered"}"#
    var unsigned = call(.receipts, body)
    unsigned.headers = [:]
    var altered = call(.receipts, body)
    altered.body = Array(#"{"id":"p2","status":"delivered"}"#.utf8)
    for forged in [call(.receipts, body, secret: "other"), call(.receipts, body, at: 600), unsigned, altered] {
      guard case .forged = try read(forged) else { throw Unexpected() }
    }
  }

  private struct Unexpected: Error {}
}
