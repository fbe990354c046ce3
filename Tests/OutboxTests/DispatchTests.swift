import Channels
import Domain
import Storage
import Testing

@testable import Outbox

struct DispatchTests {
  private let words = ProviderWords(code: "1", "no")

  @Test func `every message leaves once and is sent`() async throws {
    let lab = try await OutboxLab(people: 50)
    try await lab.launch()
    try await lab.run(try await lab.dispatcher())
    #expect(try await lab.counts() == [.sent: 50])
    #expect(Set(lab.provider.asked.map(\.to)).count == 50)
    #expect(lab.provider.asked.count == 50)
    #expect(lab.provider.asked.first?.text.hasPrefix("Hello Person ") == true)
  }

  @Test func `an unclear answer without keys is doubt, and is never asked again`() async throws {
    let words = words
    let lab = try await OutboxLab(people: 5, edit: OutboxLab.asIs) {
      $0 == 2 ? .unknown(words) : .accepted(references: ["r\($0)"])
    }
    try await lab.launch()
    try await lab.run(try await lab.dispatcher())
    #expect(try await lab.counts() == [.sent: 4, .doubt: 1])
    #expect(lab.provider.asked.count == 5)
  }

  @Test func `an unclear answer with keys is asked again under the same key`() async throws {
    let words = words
    let lab = try await OutboxLab(people: 1, keyed: true, edit: OutboxLab.asIs) {
      $0 < 3 ? .unknown(words) : .accepted(references: ["r"])
    }
    try await lab.launch()
    try await lab.run(try await lab.dispatcher())
    #expect(try await lab.counts() == [.sent: 1])
    #expect(lab.provider.asked.count == 3)
    #expect(Set(lab.provider.asked.map(\.key)).count == 1)
  }

  @Test func `a stop between an unclear attempt and the next leaves doubt, not skipped`() async throws {
    let words = words
    let lab = try await OutboxLab(people: 1, keyed: true, edit: OutboxLab.asIs) { _ in .unknown(words) }
    try await lab.launch()
    let dispatcher = try await lab.dispatcher()
    _ = try await dispatcher.round()
    await dispatcher.settled()
    _ = try await dispatcher.round()
    #expect(try await lab.counts() == [.planned: 1])
    _ = try await lab.reply("STOP", from: 0)
    #expect(try await lab.counts() == [.doubt: 1])
  }

  @Test func `a refusal that may pass is tried again, later and later, and then believed`() async throws {
    let words = words
    let lab = try await OutboxLab(people: 1, edit: OutboxLab.asIs) { _ in .temporary(words) }
    try await lab.launch()
    try await lab.run(try await lab.dispatcher(), rounds: 20_000)
    #expect(try await lab.counts() == [.failed: 1])
    #expect(lab.provider.asked.count == BackOff.mostAttempts)
    let times = lab.provider.asked.map(\.at)
    let gaps = zip(times.dropFirst(), times).map { $0 - $1 }
    #expect(gaps.allSatisfy { $0 >= 0.5 })
    #expect(try #require(gaps.last) > 60)
  }

  @Test func `a provider that cannot be reached is waited for, and no message is given up`() async throws {
    let words = ProviderWords(code: ProviderWords.connection, "refused")
    let lab = try await OutboxLab(people: 10, edit: OutboxLab.asIs) {
      $0 < 60 ? .temporary(words) : .accepted(references: ["r\($0)"])
    }
    try await lab.launch()
    let start = lab.clock.uptime
    try await lab.run(try await lab.dispatcher(), rounds: 5000)
    #expect(try await lab.counts() == [.sent: 10])
    // Sixty tries of a channel that is down take their time.
    #expect(lab.clock.uptime - start > 60)
  }

  @Test func `being asked for patience silences the whole channel and burns no attempt`() async throws {
    let words = words
    let lab = try await OutboxLab(people: 20, edit: OutboxLab.asIs) {
      $0 == 1 ? .throttled(retryAfter: 30, words) : .accepted(references: ["r\($0)"])
    }
    try await lab.launch()
    try await lab.run(try await lab.dispatcher())
    #expect(try await lab.counts() == [.sent: 20])
    let start = try #require(lab.provider.asked.first?.at)
    let early = lab.provider.asked.filter { $0.at < start + 29.9 }
    // What had left beside it could not be called back.
    #expect(early.count <= 4)
    #expect(try await lab.messages().allSatisfy { $0.message.attempts == 1 })
  }

  @Test func `trouble of the channel pauses it with the provider's words`() async throws {
    let words = ProviderWords(code: "401", "bad password")
    let lab = try await OutboxLab(people: 20, edit: OutboxLab.asIs) { _ in .channelDown(words) }
    try await lab.launch()
    try await lab.run(try await lab.dispatcher(), rounds: 50)
    #expect(try await lab.counts() == [.planned: 20])
    let state = try await lab.store.read { (tx) throws(StoreError) in try tx.channelState("sms") }
    #expect(state.pausedReason == "channelDown" && state.pausedWords == "401 bad password")
    #expect(lab.provider.asked.count <= 4)
    #expect(try await lab.messages().allSatisfy { $0.message.attempts == 0 })
  }

  @Test func `twenty refusals of one kind in a row pause the channel`() async throws {
    let words = ProviderWords(code: "400", "sender unknown")
    let lab = try await OutboxLab(people: 100, edit: OutboxLab.asIs) { _ in .rejectedMessage(words) }
    try await lab.launch()
    try await lab.run(try await lab.dispatcher(), rounds: 60)
    let failed = try await lab.counts()[.failed] ?? 0
    #expect((20...28).contains(failed))
    let state = try await lab.store.read { (tx) throws(StoreError) in try tx.channelState("sms") }
    #expect(state.pausedReason == "repeatedErrors" && state.pausedWords == "400 sender unknown")
  }

  @Test func `halt lets nothing leave until it is lifted`() async throws {
    let lab = try await OutboxLab(people: 20)
    try await lab.launch()
    let dispatcher = try await lab.dispatcher()
    try await lab.run(dispatcher, rounds: 2)
    let before = lab.provider.asked.count
    try await lab.halt(true)
    try await lab.run(dispatcher, rounds: 20)
    #expect(lab.provider.asked.count <= before)
    try await lab.halt(false)
    try await lab.run(dispatcher)
    #expect(try await lab.counts() == [.sent: 20])
  }

  @Test func `a paused campaign waits, a cancelled one is skipped`() async throws {
    let lab = try await OutboxLab(people: 20)
    try await lab.launch()
    let dispatcher = try await lab.dispatcher()
    try await lab.store.write { (tx) throws(StoreError) in try tx.setSendingState("spring", .paused) }
    try await lab.run(dispatcher, rounds: 10)
    #expect(lab.provider.asked.isEmpty)
    let now = lab.clock.now
    let cancelled = try await lab.store.write { (tx) throws(StoreError) in
      try tx.setSendingState("spring", .cancelled)
      return try tx.cancelWaiting("spring", at: now)
    }
    #expect(cancelled == 20)
    #expect(try await lab.counts() == [.skipped: 20])
    #expect(try await lab.messages().allSatisfy { $0.reason == .cancelled })
  }

  @Test func `nothing leaves in quiet hours, and what misses its window is skipped`() async throws {
    let lab = try await OutboxLab(people: 3, at: "2026-11-10T21:00") { office, _, campaign in
      office.quietHours = QuietHours("20:00-07:00")
      campaign.activities[0].notAfter = LocalDateTime("2026-11-11T07:00")
    }
    try await lab.launch()
    let dispatcher = try await lab.dispatcher()
    for _ in 0..<20 {
      _ = try await dispatcher.round()
      lab.clock.advance(1700)
    }
    #expect(lab.provider.asked.isEmpty)
    lab.clock.advance(3600)
    let now = lab.clock.now
    #expect(try await lab.store.read { (tx) throws(StoreError) in try tx.expired(at: now, limit: 9).count } == 3)
    try await lab.run(dispatcher)
    #expect(try await lab.counts() == [.skipped: 3])
  }

  @Test func `quiet hours end, and the messages leave`() async throws {
    let lab = try await OutboxLab(people: 3, at: "2026-11-10T19:59") { office, _, _ in
      office.quietHours = QuietHours("20:00-07:00")
    }
    lab.clock.advance(59)
    try await lab.launch()
    let dispatcher = try await lab.dispatcher()
    try await lab.run(dispatcher, rounds: 5)
    // Two seconds before eight a message might arrive after it.
    #expect(lab.provider.asked.isEmpty)
    lab.clock.advance(11 * 3600)
    try await lab.run(dispatcher)
    #expect(try await lab.counts() == [.sent: 3])
  }

  @Test func `the budget is never passed`() async throws {
    let lab = try await OutboxLab(people: 10) { _, channel, campaign in
      channel.price = UnitPrice("0.02 USD")
      campaign.budget = Budget(total: Money(minor: 9, .usd))
    }
    try await lab.launch()
    try await lab.run(try await lab.dispatcher())
    #expect(try await lab.counts() == [.sent: 4, .skipped: 6])
    #expect(try await lab.messages().filter { $0.reason == .overBudget }.count == 6)
  }

  @Test func `a message that was refused gives its money back`() async throws {
    let words = words
    let lab = try await OutboxLab(people: 5) { _, channel, campaign in
      channel.price = UnitPrice("0.02 USD")
      channel.connections = 1
      campaign.budget = Budget(total: Money(minor: 8, .usd))
    } script: {
      $0 == 1 ? .rejectedAddress(words) : .accepted(references: ["r\($0)"])
    }
    try await lab.launch()
    try await lab.run(try await lab.dispatcher())
    #expect(try await lab.counts() == [.sent: 4, .failed: 1])
  }

  @Test func `a channel that tells us of an opt-out makes it ours`() async throws {
    let words = words
    let lab = try await OutboxLab(people: 2, edit: OutboxLab.asIs) {
      $0 == 1 ? .optedOut(words) : .accepted(references: ["r"])
    }
    try await lab.launch()
    try await lab.run(try await lab.dispatcher())
    #expect(try await lab.counts() == [.sent: 1, .failed: 1])
    let suppressed = try await lab.store.read { (tx) throws(StoreError) in try tx.suppressedAddresses() }
    #expect(suppressed.count == 1)
  }
}
