import Domain
import Planning
import Testing

/// Each reason has a problem that can be solved on paper, with the nearest day that would do.
@Suite struct UnservedTests {
  private func unserved(_ problem: PlanningProblem, _ activities: Activity...) -> [Unserved] {
    var problem = problem
    problem.campaign.activities = activities
    let plan = Planner.plan(problem)
    #expect(PlanChecker.faults(problem, plan) == [])
    return plan.unserved
  }

  private func line(
    _ activity: ActivityID, _ reason: Unserved.Reason, missing: String? = nil, count: Int = 1, nearest: String? = nil
  ) -> Unserved {
    var line = Unserved(activity: activity, place: Toy.commune, reason: reason, missing: missing, count: count)
    line.nearest = nearest.flatMap { LocalDate($0) }
    return line
  }

  @Test func `no day in the window`() {
    var problem = Toy.problem()
    problem.holidays = Set((7...13).map { LocalDate("2026-12-\($0 < 10 ? "0" : "")\($0)")! })
    #expect(
      unserved(problem, Toy.activity("forum", .forum)) == [line("forum", .noDayInWindow, nearest: "2026-12-06")])
  }

  @Test func `hours too short for the work`() {
    var forum = Toy.activity("forum", .forum)
    forum.between = TimeWindow("08:00-09:00")
    #expect(unserved(Toy.problem(), forum) == [line("forum", .noDayInWindow, missing: "between")])
  }

  @Test func `past occurrences of a recurrence are told once`() {
    var problem = Toy.problem("2026-12-07", "2026-12-31")
    problem.today = date("2026-12-20")
    var spot = Toy.activity("spot", .spot, volunteers: 0)
    spot.repeats = Recurrence("weekly on monday")
    #expect(unserved(problem, spot) == [line("spot", .noDayInWindow, count: 2, nearest: "2026-12-21")])
  }

  @Test func `nobody is free`() {
    var problem = Toy.problem()
    problem.volunteers = [Toy.volunteer("ann")]
    problem.volunteers[0].availability.away = Set((0...6).map { date("2026-12-07") + $0 })
    #expect(unserved(problem, Toy.activity("forum", .forum)) == [line("forum", .noVolunteers, nearest: "2026-12-06")])
  }

  @Test func `nobody is experienced`() {
    var problem = Toy.problem()
    problem.volunteers = [Toy.volunteer("bob"), Toy.volunteer("cat")]
    var forum = Toy.activity("forum", .forum)
    forum.needs.experienced = 1
    #expect(unserved(problem, forum) == [line("forum", .noExperiencedVolunteer)])
  }

  @Test func `nobody has the skill on a day of the window`() {
    var problem = Toy.problem()
    problem.volunteers[1].skills = ["survey"]
    problem.volunteers[1].availability = Availability(weekly: "sun 08:00-12:00", away: [date("2026-12-13")])!
    var survey = Toy.activity("survey", .survey)
    survey.needs.skills = ["survey": 1]
    #expect(unserved(problem, survey) == [line("survey", .noSkill, missing: "survey", nearest: "2026-12-06")])
  }

  @Test func `nobody speaks the language`() {
    var survey = Toy.activity("survey", .survey)
    survey.needs.languages = ["cja": 1]
    #expect(unserved(Toy.problem(), survey) == [line("survey", .noLanguage, missing: "cja")])
  }

  @Test func `no loudspeaker`() {
    var problem = Toy.problem()
    problem.resources = [Toy.thing("one", "loudspeaker")]
    problem.resources[0].place = code("0204")
    var parade = Toy.activity("parade", .parade)
    parade.needs.resources = ["loudspeaker": 1]
    #expect(unserved(problem, parade) == [line("parade", .noResource, missing: "loudspeaker")])
  }

  @Test func `a venue that is too small`() {
    var problem = Toy.problem()
    problem.resources = [Toy.thing("hall", "venue", capacity: 49)]
    var forum = Toy.activity("forum", .forum)
    forum.needs.resources = ["venue": 1]
    forum.expects = Expectation(people: 50)
    #expect(unserved(problem, forum) == [line("forum", .venueTooSmall, missing: "venue")])
  }

  @Test func `a predecessor without a place, and a circle`() {
    var parade = Toy.activity("parade", .parade, volunteers: 9)
    var forum = Toy.activity("forum", .forum)
    forum.after = Dependency(activity: "parade", days: 1)
    #expect(
      unserved(Toy.problem(), parade, forum)
        == [line("parade", .noVolunteers), line("forum", .predecessorUnplaced, missing: "parade")])
    parade.after = Dependency(activity: "forum", days: 1)
    #expect(unserved(Toy.problem(), parade, forum).map(\.reason) == [.predecessorUnplaced, .predecessorUnplaced])
  }

  @Test func `no doors`() {
    #expect(unserved(Toy.problem(), Toy.doorWork()) == [line("doors", .noDoors, count: 0)])
  }

  @Test func `doors without any point anywhere near`() {
    var problem = Toy.problem()
    problem.doors = Toy.doors(3, points: false)
    #expect(unserved(problem, Toy.doorWork()) == [line("doors", .noCoordinates, count: 3)])
  }

  @Test func `doors for which nobody has hours left`() {
    var problem = Toy.problem("2026-12-07", "2026-12-07")
    problem.doors = Toy.doors(60)
    for index in problem.volunteers.indices {
      problem.volunteers[index].maxHoursPerWeek = 3
      problem.volunteers[index].availability = Availability(weekly: "mon 08:00-11:00")!
    }
    let told = unserved(problem, Toy.doorWork())
    #expect(told.map(\.reason) == [.noVolunteers])
    #expect(told.first?.nearest == date("2026-11-30"))
    #expect((20...40).contains(told.first?.count ?? 0))
  }

  @Test func `doors for which nobody was trained`() {
    var problem = Toy.problem("2026-12-07", "2026-12-08")
    problem.doors = Toy.doors(3)
    var training = Toy.activity("training", .training, volunteers: 1)
    training.weekdays = [.tuesday]
    #expect(
      unserved(problem, training, Toy.doorWork()) == [
        line("doors", .noVolunteers, missing: "training", count: 3, nearest: "2026-12-09")
      ])
  }

  @Test func `a message before something that is not in the plan`() {
    var invite = Toy.activity("invite", .message, volunteers: 0)
    invite.at = .before(days: 2, "forum")
    let told = unserved(Toy.problem(), Toy.activity("forum", .forum, volunteers: 9), invite)
    #expect(told.map(\.reason) == [.noVolunteers, .predecessorUnplaced])
  }
}
