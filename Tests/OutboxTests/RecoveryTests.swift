import Domain
import Foundation
import Storage
import Testing

@testable import Outbox

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

  @Test func `a claim outlives its lease only as a waiting message`() async throws {
    let lab = try await OutboxLab(people: 5)
    try await lab.launch()
    let now = lab.clock.now
    let claim = { (owner: String, later: Double) in
      try await lab.store.write { (tx) throws(StoreError) in
        try tx.freeClaims(at: now.adding(seconds: later))
        return try tx.claim(
          "spring", "sms", owner: owner, until: now.adding(seconds: later + 30), at: now.adding(seconds: later),
          limit: 9)
      }
    }
    #expect(try await claim("one", 0) == 5)
    #expect(try await claim("two", 29) == 0)
    #expect(try await claim("two", 31) == 5)
    // The first one wakes up and finds that its claims are gone.
    let started = try await lab.store.write { (tx) throws(StoreError) in
      var started = 0
      for stored in try tx.claimed(by: "two", on: "sms", limit: 9) {
        if try tx.start(stored, owner: "one", at: now) { started += 1 }
      }
      return started
    }
    #expect(started == 0)
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
