import Domain
import SampleOffice
import Storage
import Testing

@testable import Actions

@Suite struct TodayListTests {
  @Test func `what already goes wrong stands before what may`() async throws {
    let office = try await PlannedOffice()
    let items = try await TodayList.run(in: office.context(.coordinator))
    #expect(items.map(\.rank) == [2, 3, 4, 5, 6])
    #expect(items.map(\.card?.id) == [PlannedOffice.parade, PlannedOffice.nextForum, PlannedOffice.nextForum, PlannedOffice.pastForum, nil])
  }

  @Test func `of equal rank the earlier day comes first`() {
    func item(_ date: String) -> TodayItem {
      TodayItem(
        matter: .recordMissing, campaign: "a", campaignName: LocalizedText(en: "A"), card: nil, date: LocalDate(date)!)
    }
    let ordered = TodayList.ordered([item("2026-11-11"), item("2026-11-04"), item("2026-11-09")])
    #expect(ordered.map { "\($0.date)" } == ["2026-11-04", "2026-11-09", "2026-11-11"])
  }

  @Test func `a record takes its item away`() async throws {
    let office = try await PlannedOffice()
    var record = OccurrenceRecord(occurrence: PlannedOffice.pastForum)
    record.participants = 44
    let context = office.context(.coordinator)
    try await RecordOccurrence.run(record, paying: nil, of: PlannedOffice.campaign, in: context)
    let ranks = try await TodayList.run(in: context).map(\.rank)
    #expect(!ranks.contains(5))
  }

  @Test func `a proposal waits for who may accept it`() async throws {
    let office = try await PlannedOffice()
    try await office.store.write { (tx) throws(StoreError) in
      try tx.propose(Plan(campaign: PlannedOffice.campaign), at: PlannedOffice.now)
    }
    #expect(try await TodayList.run(in: office.context(.coordinator)).last?.matter == .planWaits)
    #expect(try await !TodayList.run(in: office.context(.manager)).contains { $0.matter == .planWaits })
  }

  @Test func `who may not see campaigns gets no list`() async throws {
    let office = try await PlannedOffice()
    await #expect(throws: ActionError.self) { try await TodayList.run(in: office.context(.auditor)) }
  }
}
