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

  @Test func `people of the plan whom nobody asked wait for a word, one line for all teams of a walk`() async throws {
    let office = try await PlannedOffice()
    var document = PlannedOffice.document
    document.activities.append(Activity(id: "doors", kind: .doorToDoor))
    var plan = Plan(campaign: PlannedOffice.campaign)
    plan.occurrences = [("walk-one", "07:30"), ("walk-two", "14:00")].map { id, start in
      var one = PlannedOffice.occurrence(OccurrenceID(id), "doors", "2026-11-17", start, team: ["v-ary", "v-bopha"])
      for index in one.assignments.indices { one.assignments[index].status = .proposed }
      return one
    }
    let (changed, proposed) = (document, plan)
    try await office.store.write { (tx) throws(StoreError) in
      try tx.put(changed, at: PlannedOffice.now)
      try tx.propose(proposed, at: PlannedOffice.now)
      _ = try tx.accept(PlannedOffice.campaign, at: PlannedOffice.now)
    }
    let items = try await TodayList.run(in: office.context(.coordinator)).filter { $0.card?.kind == .doorToDoor }
    #expect(items.map(\.matter) == [.notAsked(4)])
  }

  @Test func `messages that nobody launched wait for who may launch them`() async throws {
    let office = try await PlannedOffice()
    try await office.addMessages(to: 3)
    let waiting = { (role: Role) in
      try await TodayList.run(in: office.context(role)).filter { $0.matter == .launchWaits }.map(\.campaign)
    }
    #expect(try await waiting(.coordinator) == [PlannedOffice.prices])
    #expect(try await waiting(.manager) == [])
    _ = try await LaunchCampaign.run(PlannedOffice.prices, recipients: 3, in: office.context(.coordinator))
    #expect(try await waiting(.coordinator) == [])
  }

  @Test func `who may not see campaigns gets no list`() async throws {
    let office = try await PlannedOffice()
    await #expect(throws: ActionError.self) { try await TodayList.run(in: office.context(.auditor)) }
  }
}
