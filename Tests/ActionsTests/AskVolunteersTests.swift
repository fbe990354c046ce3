import Actions
import Domain
import SampleOffice
import Storage
import Testing

@Suite struct AskVolunteersTests {
  private func decline(_ volunteer: VolunteerID, _ day: FieldDay) async throws {
    try await day.store.write { (tx) throws(StoreError) in
      try tx.decline(FieldPeople.shift, by: volunteer, reason: .ill, at: day.now)
    }
  }

  @Test func `a shift shows its teams together, and who is free, best first`() async throws {
    let day = try await FieldDay(doors: 10)
    let view = try await ShowShift.run(FieldPeople.otherShift, in: day.coordinator)
    #expect(view.teams.map(\.occurrence.id) == [FieldPeople.shift, FieldPeople.otherShift])
    #expect(view.needed == 4 && view.asked == 4 && view.confirmed == 2 && view.unanswered == 2 && view.short == 2)
    // Farid has not the skill; nobody of the teams is offered.
    #expect(view.offers.map(\.volunteer.id) == [FieldPeople.eang, FieldPeople.farid])
    #expect(view.offers.map(\.replacement.fit) == [.veryGood, .possible])
  }

  @Test func `whoever steps in takes the free place and sees the question`() async throws {
    let day = try await FieldDay(doors: 10)
    try await decline(FieldPeople.bopha, day)
    let asked = try await AskVolunteers.run([FieldPeople.eang], for: FieldPeople.otherShift, in: day.coordinator)
    #expect(asked == 1)
    let view = try await ShowShift.run(FieldPeople.shift, in: day.coordinator)
    #expect(view.teams[0].people.map(\.id) == [FieldPeople.ary, FieldPeople.bopha, FieldPeople.eang])
    #expect(view.leftOut[.declined] == 1)
    let seen = try await ShowVolunteerDay.run(FieldPeople.eang, in: day.field)
    #expect(seen.shifts.map(\.status) == [.asked] && seen.walk?.route == FieldPeople.route)
  }

  @Test func `nobody is asked for a place that is taken`() async throws {
    let day = try await FieldDay(doors: 10)
    await #expect(throws: ActionError.self) {
      try await AskVolunteers.run([FieldPeople.eang], for: FieldPeople.shift, in: day.coordinator)
    }
    try await decline(FieldPeople.bopha, day)
    await #expect(throws: ActionError.self) {
      try await AskVolunteers.run([FieldPeople.eang, FieldPeople.farid], for: FieldPeople.shift, in: day.coordinator)
    }
    await #expect(throws: ActionError.self) {
      try await AskVolunteers.run([FieldPeople.bopha], for: FieldPeople.forum, in: day.field)
    }
    #expect(try await ShowShift.run(FieldPeople.shift, in: day.coordinator).teams[0].people.count == 2)
  }

  @Test func `a code goes on for a further shift`() async throws {
    let day = try await FieldDay(doors: 10)
    let codes = try await day.codes(FieldPeople.eang)
    try await AskVolunteers.run([FieldPeople.eang], for: FieldPeople.forum, in: day.coordinator)
    day.turn(to: FieldDay.saturday + 14, "20:00")
    let entry = try await EnterByCode.run(codes.link, from: "10.0.0.1", at: day.workplace)
    #expect(entry == .open(FieldPeople.eang, link: codes.link))
  }

  @Test func `an account of another district does not see the shift`() async throws {
    let day = try await FieldDay(doors: 10)
    let elsewhere = day.workplace.context(
      for: Principal(name: "other", role: .coordinator, area: Place.Code("0204")))
    await #expect(throws: ActionError.self) { try await ShowShift.run(FieldPeople.shift, in: elsewhere) }
    await #expect(throws: ActionError.self) { try await ShowRoute.run(FieldPeople.route, in: elsewhere) }
    await #expect(throws: ActionError.self) { try await ShowVolunteer.run(FieldPeople.ary, in: elsewhere) }
    #expect(try await ListVolunteers.run(in: elsewhere).lines.isEmpty)
    let month = (FieldDay.saturday - 10, FieldDay.saturday + 20)
    #expect(try await ListRoutes.run(from: month.0, to: month.1, page: 1, in: elsewhere).lines.isEmpty)
    #expect(try await ListShifts.run(from: month.0, days: 30, in: elsewhere).isEmpty)
  }
}
