import Domain
import SampleOffice
import Storage
import Testing

@testable import Actions

@Suite struct RecordOccurrenceTests {
  private func record(_ change: (inout OccurrenceRecord) -> Void) -> OccurrenceRecord {
    var record = OccurrenceRecord(occurrence: PlannedOffice.pastForum)
    change(&record)
    return record
  }

  @Test func `a group cannot be larger than all who came`() {
    let one = record {
      $0.participants = 440
      $0.groups[.female] = 445
      $0.groups[.youth] = 440
    }
    #expect(RecordOccurrence.problems(one) == [.groupOverTotal(.female, 445, total: 440)])
  }

  @Test func `not recorded is no zero`() {
    #expect(RecordOccurrence.problems(record { $0.groups[.female] = 3 }) == [.groupWithoutTotal(.female)])
    #expect(RecordOccurrence.problems(record { $0.participants = 3 }) == [])
  }

  @Test func `more cannot be answered than was asked`() {
    let one = record {
      $0.questionsAsked = 9
      $0.questionsAnswered = 10
    }
    #expect(RecordOccurrence.problems(one) == [.answeredOverAsked(10, asked: 9)])
    #expect(RecordOccurrence.problems(record { $0.questionsAnswered = 1 }) == [.answeredWithoutAsked])
  }

  @Test func `a record makes the occurrence held and keeps its cost under its line`() async throws {
    let office = try await PlannedOffice()
    let context = office.context(.coordinator)
    let payment = RecordOccurrence.Payment(line: "forums", amount: Money("38.50 USD")!, receipt: "R-7")
    try await RecordOccurrence.run(record { $0.participants = 44 }, paying: payment, of: PlannedOffice.campaign, in: context)
    let view = try await ShowOccurrence.run(PlannedOffice.pastForum, of: PlannedOffice.campaign, in: context)
    #expect(view.card.occurrence.status == .held)
    #expect(view.record?.participants == 44)
    #expect(view.record?.groups[.female] == nil)
    #expect(view.costs.map(\.receipt) == ["R-7"])
    #expect(view.costs.first?.district == Place.Code("0203"))
  }

  @Test func `what has not taken place cannot be recorded`() async throws {
    let office = try await PlannedOffice()
    await #expect(throws: ActionError.self) {
      try await RecordOccurrence.run(
        OccurrenceRecord(occurrence: PlannedOffice.parade), paying: nil, of: PlannedOffice.campaign,
        in: office.context(.coordinator))
    }
  }

  @Test func `a manager may read and not record`() async throws {
    let office = try await PlannedOffice()
    let manager = office.context(.manager)
    _ = try await ShowOccurrence.run(PlannedOffice.pastForum, of: PlannedOffice.campaign, in: manager)
    await #expect(throws: ActionError.self) {
      try await RecordOccurrence.run(record { _ in }, paying: nil, of: PlannedOffice.campaign, in: manager)
    }
  }

  @Test func `moving off the holiday takes the conflict away and is kept by the next plan`() async throws {
    let office = try await PlannedOffice()
    let context = office.context(.coordinator)
    let moment = LocalDateTime("2026-11-26T07:00")!
    let preview = try await MoveOccurrence.preview(PlannedOffice.parade, to: moment, of: PlannedOffice.campaign, in: context)
    #expect(preview.breaks == [])
    try await MoveOccurrence.run(PlannedOffice.parade, to: moment, of: PlannedOffice.campaign, in: context)
    let kept = try await office.store.read { (tx) throws(StoreError) in try tx.keptOccurrences(of: PlannedOffice.campaign) }
    #expect(kept.first { $0.id == PlannedOffice.parade }?.date == moment.date)
    let overview = try await OverseeCampaign.run(PlannedOffice.campaign, in: context)
    #expect(!overview.conflicts.contains { $0.occurrence == PlannedOffice.parade })
  }
}
