import Domain
import SampleOffice
import Storage
import Testing

@testable import Actions

@Suite struct ShowPaceTests {
  /// Hands so many messages over at a moment.
  private static func handOver(_ count: Int, at moment: Instant, _ office: PlannedOffice) async throws {
    try await office.store.write { (tx) throws(StoreError) in
      for due in try tx.due(PlannedOffice.prices, "spool", at: PlannedOffice.now, limit: count) {
        guard let started = try tx.start(due.stored, owner: "test", at: moment) else { continue }
        try tx.move(started, .accepted, at: moment)
      }
    }
  }

  @Test func `minutes are counted from the first message until now, the silent ones too`() async throws {
    let office = try await PlannedOffice()
    try await office.addMessages(to: 5)
    let context = office.context(.coordinator)
    #expect(try await ShowPace.run("tell", of: PlannedOffice.prices, in: context) == nil)
    _ = try await LaunchCampaign.run(PlannedOffice.prices, recipients: 5, in: context)
    let minutesAgo = { (minutes: Int64) in Instant(milliseconds: PlannedOffice.now.milliseconds - minutes * 60_000) }
    try await Self.handOver(2, at: minutesAgo(3), office)
    try await Self.handOver(1, at: minutesAgo(1), office)
    let pace = try await ShowPace.run("tell", of: PlannedOffice.prices, in: context)
    #expect(pace?.counts == [2, 0, 1, 0])
    #expect(pace?.lastActive == 2)
    #expect(pace?.start == LocalDateTime(date: PlannedOffice.today, time: TimeOfDay("13:57")!))
  }
}
