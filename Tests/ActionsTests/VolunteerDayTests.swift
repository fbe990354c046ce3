import Actions
import Domain
import SampleOffice
import Storage
import Testing

@Suite struct VolunteerDayTests {
  @Test func `doors show on the day of the shift only`() async throws {
    let day = try await FieldDay()
    for (offset, isShown) in [(-1, false), (0, true), (1, false)] {
      day.turn(to: FieldDay.saturday + offset, "23:59")
      let seen = try await ShowVolunteerDay.run(FieldPeople.ary, in: day.field)
      #expect((seen.walk != nil) == isShown, "\(offset) days from the shift")
    }
    day.turn(to: FieldDay.saturday, "00:00")
    #expect(try await ShowVolunteerDay.run(FieldPeople.ary, in: day.field).walk?.doors.count == 60)
  }

  @Test func `everybody sees the own doors and nobody else's`() async throws {
    let day = try await FieldDay()
    let ary = try await ShowVolunteerDay.run(FieldPeople.ary, in: day.field)
    let chan = try await ShowVolunteerDay.run(FieldPeople.chan, in: day.field)
    #expect(ary.walk?.route == FieldPeople.route && chan.walk?.route == FieldPeople.otherRoute)
    #expect(ary.walk?.doors.map(\.number) == Array(1...60))
    #expect(try await ShowVolunteerDay.run(FieldPeople.farid, in: day.field).walk == nil)
  }

  @Test func `who declined sees no doors`() async throws {
    let day = try await FieldDay()
    try await day.store.write { (tx) throws(StoreError) in
      try tx.decline(FieldPeople.shift, by: FieldPeople.bopha, reason: .ill, at: day.now)
    }
    #expect(try await ShowVolunteerDay.run(FieldPeople.bopha, in: day.field).walk == nil)
  }

  @Test func `after the day the houses visited are counted and thanked for`() async throws {
    let day = try await FieldDay()
    for door in 1...4 {
      let answer = DoorAnswer(id: "event-\(1000 + door)", route: FieldPeople.route, door: door, disposition: .talked)
      _ = try await RecordVisits.run([answer], of: FieldPeople.ary, in: day.field)
    }
    day.turn(to: FieldDay.saturday + 1, "07:00")
    let seen = try await ShowVolunteerDay.run(FieldPeople.ary, in: day.field)
    #expect(seen.ended?.houses == 4)
    day.turn(to: FieldDay.saturday + 8, "07:00")
    #expect(try await ShowVolunteerDay.run(FieldPeople.ary, in: day.field).ended == nil)
  }

  @Test func `an answer may be changed until noon of the day before`() async throws {
    let day = try await FieldDay(doors: 5)
    let forum = FieldDay.saturday + 7
    func status() async throws -> Assignment? {
      let id = FieldPeople.forum
      return try await day.store.read { (tx) throws(StoreError) in try tx.occurrence(id) }?.assignments.first
    }
    day.turn(to: forum - 1, "11:59")
    try await AnswerShift.run(.come, to: FieldPeople.forum, by: FieldPeople.ary, in: day.field)
    #expect(try await status()?.status == .confirmed)
    try await AnswerShift.run(.cannot(.ill), to: FieldPeople.forum, by: FieldPeople.ary, in: day.field)
    #expect(try await status()?.status == .declined)
    #expect(try await status()?.reason == .ill)
    day.turn(to: forum - 1, "12:00")
    await #expect(throws: ActionError.self) {
      try await AnswerShift.run(.come, to: FieldPeople.forum, by: FieldPeople.ary, in: day.field)
    }
    #expect(try await status()?.status == .declined)
  }

  @Test func `the same answer twice is one answer, whatever the hour`() async throws {
    let day = try await FieldDay(doors: 5)
    let forum = FieldDay.saturday + 7
    day.turn(to: forum - 1, "18:00")
    for _ in 0..<2 { try await AnswerShift.run(.come, to: FieldPeople.forum, by: FieldPeople.ary, in: day.field) }
    await #expect(throws: ActionError.self) {
      try await AnswerShift.run(.cannot(nil), to: FieldPeople.forum, by: FieldPeople.ary, in: day.field)
    }
  }

  @Test func `a first answer is taken until the shift begins`() async throws {
    let day = try await FieldDay(doors: 5)
    day.turn(to: FieldDay.saturday + 7, "13:59")
    try await AnswerShift.run(.come, to: FieldPeople.forum, by: FieldPeople.ary, in: day.field)
    await #expect(throws: ActionError.self) {
      try await AnswerShift.run(.come, to: FieldPeople.forum, by: FieldPeople.farid, in: day.field)
    }
  }
}
