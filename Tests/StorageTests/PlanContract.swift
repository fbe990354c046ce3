import Domain
import Storage
import Testing

@Suite struct PlanContract {
  private func occurrence(_ number: Int, status: Assignment.Status = .proposed) -> Occurrence {
    var one = Occurrence(
      id: OccurrenceID("spring-forum-\(number)"), campaign: "spring", activity: "forum",
      date: LocalDate("2026-12-0\(number)")!, start: TimeOfDay("08:00")!)
    one.assignments = [Assignment(volunteer: "v01", status: status)]
    one.resources = ["hall"]
    return one
  }

  private func plan(_ occurrences: [Occurrence]) -> Plan {
    var plan = Plan(campaign: "spring")
    plan.occurrences = occurrences
    return plan
  }

  @Test func `a proposal changes nothing until it is accepted`() async throws {
    let temporary = try await TemporaryStore()
    defer { temporary.remove() }
    let plan = plan([occurrence(1)])
    let (before, accepted, after) = try await temporary.store.write {
      (tx) throws(StoreError) -> ([Occurrence], Bool, [Occurrence]) in
      try tx.propose(plan, at: .noon)
      let before = try tx.occurrences(of: "spring")
      return (before, try tx.accept("spring", at: .noon), try tx.occurrences(of: "spring"))
    }
    #expect(before.isEmpty)
    #expect(accepted)
    #expect(after == plan.occurrences)
  }

  @Test func `nothing is accepted twice`() async throws {
    let temporary = try await TemporaryStore()
    defer { temporary.remove() }
    let plan = plan([occurrence(1)])
    let second = try await temporary.store.write { (tx) throws(StoreError) -> Bool in
      try tx.propose(plan, at: .noon)
      _ = try tx.accept("spring", at: .noon)
      return try tx.accept("spring", at: .noon)
    }
    #expect(!second)
  }

  @Test func `a second plan keeps what people have confirmed and replaces the rest`() async throws {
    let temporary = try await TemporaryStore()
    defer { temporary.remove() }
    let (first, second) = (plan([occurrence(1), occurrence(2)]), plan([occurrence(3)]))
    let dates = try await temporary.store.write { (tx) throws(StoreError) -> [Int] in
      try tx.propose(first, at: .noon)
      _ = try tx.accept("spring", at: .noon)
      try tx.assign("v01", to: "spring-forum-1", status: .confirmed, at: .noon)
      try tx.propose(second, at: .noon)
      _ = try tx.accept("spring", at: .noon)
      return try tx.occurrences(of: "spring").map(\.date.day)
    }
    #expect(dates == [1, 3])
  }

  @Test func `a visit that comes twice is one visit`() async throws {
    let temporary = try await TemporaryStore()
    defer { temporary.remove() }
    var visit = Visit(id: "phone-1", route: "r", household: "H1", disposition: .talked, at: .noon)
    visit.answers = ["knows": "yes"]
    visit.groups = [.female: true]
    let sent = visit
    let (news, kept) = try await temporary.store.write { (tx) throws(StoreError) -> ([Bool], [Visit]) in
      let news = [try tx.record(sent, receivedAt: .noon), try tx.record(sent, receivedAt: .noon)]
      return (news, try tx.visits(on: "r"))
    }
    #expect(news == [true, false])
    #expect(kept == [visit])
  }

  @Test func `a sum of a group above the heads counted is refused by the schema itself`() async throws {
    let temporary = try await TemporaryStore()
    defer { temporary.remove() }
    let plan = plan([occurrence(1)])
    await #expect(throws: StoreError.self) {
      try await temporary.store.write { (tx) throws(StoreError) in
        try tx.propose(plan, at: .noon)
        _ = try tx.accept("spring", at: .noon)
        var record = OccurrenceRecord(occurrence: "spring-forum-1")
        record.participants = 440
        record.groups = [.female: 445]
        try tx.put(record, at: .noon)
      }
    }
  }
}
