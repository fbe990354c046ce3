import Domain
import Planning
import Testing

@Suite struct KeptTests {
  private func kept(_ activity: ActivityID, _ day: String, _ status: Occurrence.Status = .confirmed) -> Occurrence {
    var occurrence = Occurrence(
      id: OccurrenceID("toy-\(activity)-020301-1"), campaign: "toy", activity: activity, date: date(day),
      start: TimeOfDay("08:00")!)
    occurrence.place = Toy.commune
    occurrence.minutes = 120
    occurrence.assignments = [Assignment(volunteer: "ann", status: .confirmed)]
    occurrence.status = status
    return occurrence
  }

  @Test func `what is confirmed stays where it is and is not planned twice`() {
    var problem = Toy.problem()
    problem.campaign.activities = [Toy.activity("forum", .forum)]
    problem.kept = [kept("forum", "2026-12-10")]
    #expect(Planner.plan(problem).occurrences == problem.kept)
  }

  @Test func `the rest of a series is planned around it under other names`() {
    var problem = Toy.problem("2026-12-07", "2026-12-27")
    var meeting = Toy.activity("meeting", .meeting)
    meeting.repeats = Recurrence("weekly on monday")
    problem.campaign.activities = [meeting]
    problem.kept = [kept("meeting", "2026-12-15")]
    let plan = Planner.plan(problem)
    #expect(plan.occurrences.map(\.date.description) == ["2026-12-07", "2026-12-15", "2026-12-21"])
    #expect(plan.occurrences.map(\.id.text) == ["2", "1", "3"].map { "toy-meeting-020301-\($0)" })
  }

  @Test func `confirmed hours count against the week and the day`() {
    var problem = Toy.problem("2026-12-07", "2026-12-07")
    problem.volunteers = [Toy.volunteer("ann")]
    problem.campaign.activities = [Toy.activity("forum", .forum), Toy.activity("survey", .survey)]
    problem.campaign.activities[1].between = TimeWindow("08:00-11:00")
    problem.kept = [kept("forum", "2026-12-07")]
    #expect(Planner.plan(problem).unserved.map(\.reason) == [.noVolunteers])
  }

  @Test func `what was called off is not put back, and nothing may wait for it`() {
    var problem = Toy.problem()
    var forum = Toy.activity("forum", .forum)
    forum.after = Dependency(activity: "parade", days: 1)
    problem.campaign.activities = [Toy.activity("parade", .parade), forum]
    problem.kept = [kept("parade", "2026-12-08", .cancelled)]
    let plan = Planner.plan(problem)
    #expect(plan.occurrences == problem.kept)
    #expect(plan.unserved.map(\.reason) == [.predecessorUnplaced])
  }

  @Test func `the past counts as a predecessor`() {
    var problem = Toy.problem()
    var forum = Toy.activity("forum", .forum)
    forum.after = Dependency(activity: "parade", days: 3)
    problem.campaign.activities = [Toy.activity("parade", .parade), forum]
    problem.today = date("2026-12-09")
    problem.kept = [kept("parade", "2026-12-08", .held)]
    #expect(Planner.plan(problem).occurrences.last?.date == date("2026-12-11"))
  }

  @Test func `doors of a kept route are not visited again`() {
    var problem = Toy.problem()
    problem.doors = Toy.doors(6)
    problem.campaign.activities = [Toy.doorWork()]
    problem.kept = [kept("doors", "2026-12-08")]
    problem.keptRoutes = [
      Route(
        id: "toy-doors-020301-1-route", occurrence: "toy-doors-020301-1", meetingPoint: problem.doors[0].point!,
        doors: problem.doors[..<4].map(\.id), walking: Metres(100))
    ]
    let plan = Planner.plan(problem)
    #expect(plan.routes.first == problem.keptRoutes[0])
    #expect(plan.routes.dropFirst().flatMap(\.doors).sorted() == problem.doors[4...].map(\.id).sorted())
  }

  @Test func `somebody who declined is free again`() {
    var problem = Toy.problem("2026-12-07", "2026-12-07")
    problem.volunteers = [Toy.volunteer("ann")]
    problem.campaign.activities = [Toy.activity("forum", .forum), Toy.activity("survey", .survey)]
    problem.campaign.activities[1].between = TimeWindow("08:00-10:00")
    problem.kept = [kept("forum", "2026-12-07")]
    problem.kept[0].assignments[0].status = .declined
    #expect(Planner.plan(problem).unserved.isEmpty)
  }
}
