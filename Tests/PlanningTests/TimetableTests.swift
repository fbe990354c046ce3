import Domain
import Planning
import Testing

@Suite struct TimetableTests {
  private func plan(_ problem: PlanningProblem, _ activities: Activity...) -> Plan {
    var problem = problem
    problem.campaign.activities = activities
    let plan = Planner.plan(problem)
    #expect(PlanChecker.faults(problem, plan) == [])
    return plan
  }

  private func dates(_ plan: Plan, _ id: ActivityID = "forum") -> [String] {
    plan.occurrences.filter { $0.activity == id }.map(\.date.description)
  }

  @Test func `work without a day of its own takes the first that is free`() {
    #expect(dates(plan(Toy.problem(), Toy.activity("forum", .forum))) == ["2026-12-07"])
  }

  @Test func `nothing takes place on a holiday`() {
    var problem = Toy.problem()
    problem.holidays = [date("2026-12-07"), date("2026-12-08")]
    #expect(dates(plan(problem, Toy.activity("forum", .forum))) == ["2026-12-09"])
  }

  @Test func `a monthly day on a holiday moves to the nearest day, the later of two`() {
    var problem = Toy.problem("2026-12-01", "2027-02-28")
    var hour = Toy.activity("forum", .citizenHour)
    hour.repeats = Recurrence("monthly on the first thursday")
    problem.holidays = [date("2027-01-07")]
    #expect(dates(plan(problem, hour)) == ["2026-12-03", "2027-01-08", "2027-02-04"])
    problem.holidays.insert(date("2027-01-08"))
    #expect(dates(plan(problem, hour)) == ["2026-12-03", "2027-01-06", "2027-02-04"])
  }

  @Test func `a weekly day never moves into its neighbour's half of the week`() {
    var problem = Toy.problem("2026-12-07", "2026-12-27")
    var spot = Toy.activity("forum", .spot, volunteers: 0)
    spot.repeats = Recurrence("weekly on monday")
    problem.holidays = Set((14...17).map { date("2026-12-\($0)") })
    let plan = plan(problem, spot)
    #expect(dates(plan) == ["2026-12-07", "2026-12-13", "2026-12-21"])
  }

  @Test func `a governor in one place cannot be in another`() {
    var problem = Toy.problem("2026-12-07", "2026-12-07")
    problem.campaign.places = [code("020301"), code("020302")]
    problem.resources = [Toy.thing("governor", "governor")]
    var hour = Toy.activity("hour", .citizenHour, volunteers: 0)
    hour.each = .commune
    hour.needs.resources = ["governor": 1]
    hour.between = TimeWindow("08:00-12:30")
    // Two hours, half an hour's way, two hours.
    let fits = plan(problem, hour)
    #expect(fits.occurrences.map(\.start.description) == ["08:00", "10:30"])
    hour.between = TimeWindow("08:00-12:00")
    #expect(plan(problem, hour).unserved.map(\.reason) == [.noResource])
  }

  @Test func `without coordinates another district is ninety minutes away`() {
    var problem = Toy.problem("2026-12-07", "2026-12-07")
    problem.campaign.places = [code("020301"), code("020401")]
    problem.volunteers = [Toy.volunteer("ann")]
    var survey = Toy.activity("survey", .survey)
    survey.each = .commune
    survey.between = TimeWindow("08:00-13:30")
    #expect(plan(problem, survey).occurrences.map(\.start.description) == ["08:00", "11:30"])
    survey.between = TimeWindow("08:00-13:00")
    #expect(plan(problem, survey).occurrences.count == 1)
  }

  @Test func `with coordinates the way is measured and nobody goes too far`() {
    var problem = Toy.problem()
    problem.places = [("020301", 13.0), ("02030101", 13.1)].map { text, latitude in
      Place(
        code: code(text), unit: "", name: LocalizedText(en: text),
        point: Coordinate(latitude: latitude, longitude: 103.2))
    }
    // 11.1 km as the crow flies, 14.5 km by road.
    problem.volunteers = [Toy.volunteer("ann")]
    problem.volunteers[0].maxKilometres = 14
    #expect(plan(problem, Toy.activity("forum", .forum)).unserved.first?.reason == .noVolunteers)
    problem.volunteers[0].maxKilometres = 15
    #expect(plan(problem, Toy.activity("forum", .forum)).occurrences.count == 1)
  }

  @Test func `what comes after waits so many days, each in its own place`() {
    var problem = Toy.problem("2026-12-07", "2026-12-20")
    problem.campaign.places = [code("0203")]
    problem.places.append(Place(code: code("020302"), unit: "", name: LocalizedText(en: "Other")))
    var parade = Toy.activity("parade", .parade)
    parade.each = .district
    parade.weekdays = [.wednesday]
    var forum = Toy.activity("forum", .forum)
    forum.each = .commune
    forum.after = Dependency(activity: "parade", days: 3)
    #expect(dates(plan(problem, forum, parade)) == ["2026-12-12", "2026-12-12"])
  }

  @Test func `a district waits for all of its communes`() {
    var problem = Toy.problem("2026-12-07", "2026-12-20")
    problem.campaign.places = [code("0203")]
    problem.places.append(Place(code: code("020302"), unit: "", name: LocalizedText(en: "Other")))
    problem.volunteers = [Toy.volunteer("ann")]
    problem.volunteers[0].availability = Availability(weekly: "tue 08:00-10:00|thu 08:00-10:00|fri 08:00-10:00")!
    var survey = Toy.activity("survey", .survey)
    survey.each = .commune
    var parade = Toy.activity("parade", .parade)
    parade.each = .district
    parade.after = Dependency(activity: "survey", days: 1)
    let plan = plan(problem, parade, survey)
    #expect(dates(plan, "survey") == ["2026-12-08", "2026-12-10"])
    #expect(dates(plan, "parade") == ["2026-12-11"])
  }

  @Test func `a week holds no more hours than a volunteer gives`() {
    var problem = Toy.problem("2026-12-07", "2026-12-20")
    problem.volunteers = [Toy.volunteer("ann")]
    problem.volunteers[0].maxHoursPerWeek = 4
    var meeting = Toy.activity("meeting", .meeting)
    meeting.repeats = Recurrence("weekly on monday, wednesday, friday")
    #expect(dates(plan(problem, meeting), "meeting").count == 4)
  }

  @Test func `other campaigns have their hours`() {
    var problem = Toy.problem("2026-12-07", "2026-12-08")
    problem.volunteers = [Toy.volunteer("ann")]
    problem.busy = [
      Commitment(
        who: .volunteer("ann"), date: date("2026-12-07"), window: TimeWindow("08:00-16:00")!, place: Toy.commune)
    ]
    #expect(dates(plan(problem, Toy.activity("forum", .forum))) == ["2026-12-08"])
  }

  @Test func `the venue of the place is taken before a larger one, and a second choice when it is taken`() {
    var problem = Toy.problem("2026-12-07", "2026-12-07")
    problem.resources = [Toy.thing("hall", "venue", capacity: 200), Toy.thing("school", "venue", capacity: 60)]
    for index in problem.resources.indices { problem.resources[index].place = Toy.commune }
    var forum = Toy.activity("forum", .forum, volunteers: 0)
    forum.needs.resources = ["venue": 1]
    forum.expects = Expectation(people: 50)
    forum.between = TimeWindow("08:00-10:00")
    var other = forum
    other.id = "other"
    other.kind = .meeting
    let plan = plan(problem, forum, other)
    #expect(Set(plan.occurrences.flatMap(\.resources)) == ["hall", "school"])
    #expect(plan.occurrences.first { $0.activity == "forum" }?.resources == ["school"])
  }

  @Test func `public work of one commune spreads over the weeks`() {
    var problem = Toy.problem("2026-12-07", "2026-12-20")
    problem.volunteers = [Toy.volunteer("ann"), Toy.volunteer("bob")]
    let plan = plan(problem, Toy.activity("forum", .forum), Toy.activity("parade", .parade))
    #expect(Set(plan.occurrences.map(\.date.weekStart)).count == 2)
  }

  @Test func `a team is mixed when that costs little`() {
    var problem = Toy.problem()
    problem.volunteers = ["a", "b", "c"].map { Toy.volunteer($0) }
    for (index, sex) in [Sex.female, .female, .male].enumerated() { problem.volunteers[index].sex = sex }
    let plan = plan(problem, Toy.activity("forum", .forum, volunteers: 2))
    #expect(plan.occurrences.first?.assignments.map(\.volunteer).contains("c") == true)
  }

  @Test func `one person may count for several requirements`() {
    var problem = Toy.problem()
    problem.volunteers[0].skills = ["survey", "driving"]
    problem.volunteers[0].languages = ["km", "cja"]
    var survey = Toy.activity("survey", .survey)
    survey.needs.experienced = 1
    survey.needs.skills = ["survey": 1, "driving": 1]
    survey.needs.languages = ["cja": 1]
    #expect(plan(problem, survey).occurrences.first?.assignments.map(\.volunteer) == ["ann"])
  }

  @Test func `a last survey comes late and a first one early`() {
    var first = Toy.activity("first", .survey)
    first.wave = .baseline
    var last = Toy.activity("last", .survey)
    last.wave = .endline
    let plan = plan(Toy.problem(), first, last)
    #expect(dates(plan, "first") == ["2026-12-07"])
    #expect(dates(plan, "last") == ["2026-12-13"])
  }
}
