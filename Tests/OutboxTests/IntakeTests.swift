import Channels
import Domain
import Storage
import Testing

@testable import Outbox

struct IntakeTests {
  @Test func `receipts only ever move a message upward`() async throws {
    let lab = try await OutboxLab(people: 1)
    try await lab.launch()
    try await lab.run(try await lab.dispatcher())
    for (status, expected) in [
      (Receipt.Status.accepted, Delivery.State.sent), (.undelivered, .undelivered), (.accepted, .undelivered),
      (.delivered, .delivered), (.undelivered, .delivered), (.delivered, .delivered),
    ] {
      try await lab.receipt("r1", status)
      #expect(try await lab.counts() == [expected: 1])
    }
  }

  @Test func `a receipt that comes before our commit waits for it`() async throws {
    let lab = try await OutboxLab(people: 1)
    try await lab.launch()
    let dispatcher = try await lab.dispatcher()
    _ = try await dispatcher.round()
    await dispatcher.settled()
    try await lab.receipt("r1", .delivered)
    #expect(try await lab.counts() == [.sending: 1])
    _ = try await dispatcher.round()
    #expect(try await lab.counts() == [.delivered: 1])
  }

  @Test func `a late receipt under our own id ends a doubt`() async throws {
    let lab = try await OutboxLab(people: 1, edit: OutboxLab.asIs) { _ in .unknown(ProviderWords(code: "", "")) }
    let plan = try await lab.launch()
    try await lab.run(try await lab.dispatcher())
    #expect(try await lab.counts() == [.doubt: 1])
    try await lab.receipt(plan.messages[0].message.id.text, .delivered)
    #expect(try await lab.counts() == [.delivered: 1])
  }

  @Test func `a receipt for nothing we know is parked for a day`() async throws {
    let lab = try await OutboxLab(people: 1)
    try await lab.receipt("stranger", .delivered)
    let later = lab.clock.now.adding(seconds: 1)
    try await lab.store.write { (tx) throws(StoreError) in try tx.forgetParked(before: later) }
    #expect(try await lab.counts() == [:])
  }

  @Test func `stop binds everybody at the number, in every campaign`() async throws {
    let lab = try await OutboxLab(people: 3)
    try await lab.launch()
    let answer = try await lab.reply(" Stop! ", from: 1)
    #expect(answer?.contains("no more messages") == true)
    try await lab.run(try await lab.dispatcher())
    #expect(try await lab.counts() == [.sent: 2, .skipped: 1])
    #expect(!lab.provider.asked.contains { $0.to == OutboxLab.phone(1) })
    let consent = try await lab.store.read { (tx) throws(StoreError) in try tx.hasConsent("c1001", .sms) }
    #expect(!consent)
  }

  @Test func `a consent withdrawn after launch binds at the last look`() async throws {
    let lab = try await OutboxLab(people: 2)
    try await lab.launch()
    let now = lab.clock.now
    try await lab.store.write { (tx) throws(StoreError) in
      let citizen = OutboxLab.citizen(0).id
      try tx.append(
        ConsentEntry(citizen: citizen, purpose: .sms, given: false, source: .staff, at: now), citizen: citizen)
    }
    try await lab.run(try await lab.dispatcher())
    #expect(try await lab.counts() == [.sent: 1, .skipped: 1])
    #expect(lab.provider.asked.map(\.to) == [OutboxLab.phone(1)])
  }

  @Test func `a replayed start does not undo a later stop`() async throws {
    let lab = try await OutboxLab(people: 1)
    _ = try await lab.reply("STOP", from: 0, fingerprint: "1")
    #expect(try await lab.reply("START", from: 0, fingerprint: "2") != nil)
    _ = try await lab.reply("STOP", from: 0, fingerprint: "3")
    #expect(try await lab.reply("START", from: 0, fingerprint: "2") == nil)
    #expect(try await lab.store.read { (tx) throws(StoreError) in try tx.suppressedAddresses().count } == 1)
  }

  @Test func `start opens the number again for messages`() async throws {
    let lab = try await OutboxLab(people: 1)
    _ = try await lab.reply("STOP", from: 0)
    _ = try await lab.reply("start", from: 0)
    try await lab.launch()
    try await lab.run(try await lab.dispatcher())
    #expect(try await lab.counts() == [.sent: 1])
    #expect(try await lab.store.read { (tx) throws(StoreError) in try !tx.hasConsent("c1000", .call) })
  }

  @Test(arguments: [
    "stop", "STOP.", "Stop!", " sToP ", "ＳＴＯＰ", "S\u{200B}TOP", "stop 🛑", "🛑 STOP 🛑", "please stop", "Stop it",
    "STOP ALL", "stopall", "unsubscribe", "opt out", "opt-out", "quit", "\"stop\"", "stop sending me messages", "end",
    "ឈប់", "បញ្ឈប់", "ឈប់។", "សូមឈប់", "ឈប់\u{200B}ផ្ញើ", "កុំផ្ញើ", "កុំផ្ញើមកទៀត", "ឈប់ផ្ញើសារ", "សូមបញ្ឈប់ 🙏",
  ])
  func `many spellings mean stop`(text: String) { #expect(StopWords.meaning(of: text) == .stop) }

  @Test(arguments: ["where is the bus stop", "thank you", "", "👍", "ok", "I will come", "ខ្ញុំទៅ", "what time does it end"])
  func `other words do not`(text: String) { #expect(StopWords.meaning(of: text) == .other) }

  @Test(arguments: ["start", "START!", "ចាប់ផ្តើម", "ចាប់ផ្ដើម", "unstop"])
  func `some mean start`(text: String) { #expect(StopWords.meaning(of: text) == .start) }
}
