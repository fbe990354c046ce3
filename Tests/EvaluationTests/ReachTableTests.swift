import Domain
import Evaluation
import Testing

struct ReachTableTests {
  private func heads(
    _ count: Int, _ activity: ActivityID, at place: String? = "0203", _ grade: ReachGrade = .countedHeads
  ) -> ReachEntry {
    ReachEntry(grade, attendances: count, belongs: Books.belongs(activity, at: place))
  }

  private func messages(_ ids: [String], at place: String = "0203", attendances: Int? = nil) -> ReachEntry {
    ReachEntry(
      .receipt, attendances: attendances ?? ids.count, contacts: ids.map { .citizen(CitizenID($0)) },
      belongs: Books.belongs("invite", at: place, channel: "sms"))
  }

  @Test func `attendances of several meetings are never called that many people`() {
    // 21 forums with 440 attendances: between the largest forum and all of them.
    let forums = (0..<20).map { _ in heads(20, "forum") } + [heads(40, "forum")]
    let row = ReachTable(forums, by: .activity).rows[0]
    #expect(row.counted == 440)
    #expect(row.people == PeopleRange(40, 440))
    #expect(!row.people.isExact)
  }

  @Test func `known contacts are one person however often they were reached`() {
    let table = ReachTable(
      [messages(["a", "b", "c"]), messages(["b", "c", "d"]), messages(["a"])], by: .channel)
    #expect(table.total.counted == 7)
    #expect(table.total.people == PeopleRange(4, 4))
    #expect(table.rows.map(\.key) == ["sms"])
  }

  @Test func `messages and doors may have met the same people`() {
    let doors = ReachEntry(
      .doorVisit, attendances: 3, contacts: ["h1", "h2", "h2"].map { .household(HouseholdID($0)) },
      belongs: Books.belongs("doors", at: "020301"))
    #expect(ReachTable([messages(["a", "b", "c"]), doors], by: .district).total.people == PeopleRange(3, 5))
  }

  @Test func `people of two districts are different people, a citizen known in both is one`() {
    let entries = [heads(100, "forum", at: "020301"), heads(80, "forum", at: "0204"), heads(30, "forum", at: "0204")]
    #expect(ReachTable(entries, by: .activity).total.people == PeopleRange(180, 210))
    let moved = [messages(["a", "b"], at: "0203"), messages(["b", "c"], at: "0204")]
    #expect(ReachTable(moved, by: .district).total.people == PeopleRange(3, 3))
    #expect(ReachTable(moved, by: .district).rows.map(\.people) == [PeopleRange(2, 2), PeopleRange(2, 2)])
    // Whoever came to a meeting without a district may be anybody of the others.
    #expect(ReachTable(entries + [heads(50, "forum", at: nil)], by: .activity).total.people == PeopleRange(180, 260))
  }

  @Test func `estimated audiences stand apart from counted people`() {
    let table = ReachTable(
      [heads(440, "forum"), heads(5_000, "spot", .estimatedAudience), heads(4_000, "spot", .declared)], by: .district)
    #expect(table.total.counted == 440)
    #expect(table.total.estimated == 9_000)
    #expect(table.total.estimatedPeople == PeopleRange(5_000, 9_000))
    #expect(table.total.people == PeopleRange(440, 440))
    #expect(table.total.grades == [.countedHeads: 440, .estimatedAudience: 5_000, .declared: 4_000])
  }

  @Test func `groups carry their denominators, and what nobody noted is not zero`() throws {
    var first = heads(440, "forum")
    first.groups = [.female: GroupTally(people: 212, recorded: 440), .idPoor: GroupTally(people: 30, recorded: 100)]
    let second = heads(60, "forum")
    let table = ReachTable([first, second], by: .activity)
    let female = try #require(table.total.groups[.female])
    #expect(female.attendances == 212 && female.recorded == 440 && female.notRecorded == 60)
    #expect(female.people == PeopleRange(212, 212))
    let youth = try #require(table.total.groups[.youth])
    #expect(youth.recorded == 0 && youth.notRecorded == 500)
    #expect(table.total.groups[.idPoor]?.notRecorded == 400)
  }

  @Test func `a range holds for every way the same people could have come`() {
    // Simulates meetings of known people as counted heads and checks the ends against the truth.
    var state: UInt64 = 5
    func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
    for _ in 0..<200 {
      var everybody: Set<Int> = []
      var entries: [ReachEntry] = []
      for meeting in 0..<6 {
        let place = meeting % 2 == 0 ? "0203" : "0204"
        // People of a district have numbers of its own.
        let came = Set((0...roll(9)).map { _ in roll(12) * 2 + meeting % 2 })
        everybody.formUnion(came)
        let known = roll(2) == 0
        entries.append(known ? messages(came.map { "\($0)" }, at: place) : heads(came.count, "forum", at: place))
      }
      let range = ReachTable(entries, by: .activity).total.people
      #expect(range.low <= everybody.count && everybody.count <= range.high)
    }
  }

  @Test func `a target is measured against its own group`() throws {
    var forum = heads(656, "forum")
    forum.groups = [.female: GroupTally(people: 365, recorded: 600)]
    let row = ReachTable([forum], by: .activity).total
    let all = TargetProgress(Target(group: nil, people: 600), in: row)
    #expect(abs(try #require(all.fraction).lowerBound - 1.0933) < 0.0001)
    let women = TargetProgress(Target(group: .female, people: 730), in: row)
    #expect(women.fraction == 0.5...0.5)
    #expect(women.notRecorded == 56)
    #expect(TargetProgress(Target(group: nil, people: 0), in: row).fraction == nil)
  }
}
