import Domain
import Foundation
import Testing

@testable import Outbox
@testable import Storage

struct RecoveryTests {
  /// Starts what one round starts, as a daemon does that dies before any answer is committed.
  private func die(_ lab: OutboxLab, owner: String = "dead") async throws -> Int {
    let dispatcher = try await lab.dispatcher(owner)
    _ = try await dispatcher.round()
    _ = try await dispatcher.round()
    await dispatcher.settled()
    return try await lab.counts()[.sending] ?? 0
  }

  private func recover(_ lab: OutboxLab, alive: Bool = false) async throws {
    let (recovery, now) = (Recovery(cache: lab.cache, isAlive: { _ in alive }), lab.clock.now)
    try await lab.store.write { (tx) throws(StoreError) in try recovery.run(tx, except: "new", at: now) }
  }

  @Test func `without keys, what was under way is in doubt and stays unsent`() async throws {
    let lab = try await OutboxLab(people: 30)
    try await lab.launch()
    let interrupted = try await die(lab)
    #expect(interrupted > 0)
    let told = lab.provider.asked.count
    try await recover(lab)
    #expect(try await lab.counts()[.doubt] == interrupted)
    try await lab.run(try await lab.dispatcher("new"))
    #expect(try await lab.left() == 0)
    #expect(Set(lab.provider.asked.map(\.to)).count == lab.provider.asked.count)
    #expect(lab.provider.asked.count > told)
  }

  @Test func `with keys it is asked again under the same key`() async throws {
    let lab = try await OutboxLab(people: 30, keyed: true)
    try await lab.launch()
    let interrupted = try await die(lab)
    try await recover(lab)
    try await lab.run(try await lab.dispatcher("new"))
    #expect(try await lab.counts() == [.sent: 30])
    #expect(lab.provider.asked.count == 30 + interrupted)
    #expect(Set(lab.provider.asked.map(\.key)).count == 30)
  }

  @Test func `a living daemon's messages are left alone`() async throws {
    let lab = try await OutboxLab(people: 30)
    try await lab.launch()
    let interrupted = try await die(lab, owner: "alive")
    try await recover(lab, alive: true)
    #expect(try await lab.counts()[.sending] == interrupted)
  }

  @Test func `what one daemon has started, no other can start or settle`() async throws {
    let lab = try await OutboxLab(people: 1)
    try await lab.launch()
    let now = lab.clock.now
    try await lab.store.write { (tx) throws(StoreError) in
      guard let due = try tx.due("spring", "sms", at: now, limit: 9).first?.stored,
        let started = try tx.start(due, owner: "one", at: now)
      else { throw .notFound("a message that is due") }
      #expect(try tx.start(due, owner: "two", at: now) == nil)
      #expect(try tx.due("spring", "sms", at: now, limit: 9).isEmpty)
      var stolen = started
      stolen.owner = "two"
      #expect(try !tx.move(stolen, .accepted, at: now))
      #expect(try tx.move(started, .accepted, at: now))
      #expect(try !tx.move(started, .accepted, at: now))
    }
    #expect(try await lab.counts() == [.sent: 1])
  }

  @Test func `the totals kept by state are those of the messages`() async throws {
    let lab = try await OutboxLab(people: 30, keyed: true)
    try await lab.launch()
    _ = try await die(lab)
    try await recover(lab)
    try await lab.run(try await lab.dispatcher("new"))
    try await lab.receipt("r\(lab.provider.asked.count)", .delivered)
    #expect(try await lab.counts() == [.sent: 29, .delivered: 1])
    #expect(try await lab.store.read { (tx) throws(StoreError) in try tx.problems() } == [])
    try await lab.store.write { (tx) throws(StoreError) in _ = try tx.run("UPDATE message_totals SET count = count + 1") }
    #expect(try await lab.store.read { (tx) throws(StoreError) in try tx.problems() }.count == 1)
  }

  @Test func `a stop brings everything home and leaves nothing in doubt`() async throws {
    let lab = try await OutboxLab(people: 40)
    try await lab.launch()
    let dispatcher = try await lab.dispatcher()
    _ = try await dispatcher.round()
    _ = try await dispatcher.round()
    await dispatcher.stop()
    await dispatcher.run()
    let counts = try await lab.counts()
    #expect(counts[.sending] == nil && counts[.doubt] == nil)
    #expect((counts[.sent] ?? 0) + (counts[.planned] ?? 0) == 40)
    #expect(counts[.sent] == lab.provider.asked.count)
  }

  @Test func `this process is alive, and a number that was used before is not`() throws {
    let pid = ProcessInfo.processInfo.processIdentifier
    let started = try #require(ProcessTable.started(pid))
    let now = Instant(milliseconds: 0)
    #expect(ProcessTable.holds(OwnerRecord(id: "x", pid: pid, processStarted: started, heartbeat: now)))
    #expect(!ProcessTable.holds(OwnerRecord(id: "x", pid: pid, processStarted: "other", heartbeat: now)))
  }
}
