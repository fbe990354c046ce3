import Domain
import Planning
import Testing

@Suite struct SendTimesTests {
  private func message(_ at: SendTime?) -> Activity {
    var message = Activity(id: "invite", kind: .message)
    message.at = at
    return message
  }

  private func moments(_ problem: PlanningProblem, _ activities: Activity...) -> [String] {
    var problem = problem
    problem.campaign.activities = activities
    let plan = Planner.plan(problem)
    #expect(PlanChecker.faults(problem, plan) == [])
    return plan.occurrences.filter { $0.activity == "invite" }
      .map { "\(LocalDateTime(date: $0.date, time: $0.start)) \($0.place?.text ?? "all")" }
  }

  @Test func `an invitation leaves two days before, in each place`() {
    var problem = Toy.problem()
    problem.campaign.places = [code("0203")]
    problem.places.append(Place(code: code("020302"), unit: "", name: LocalizedText(en: "Other")))
    var forum = Toy.activity("forum", .forum)
    forum.each = .commune
    forum.between = TimeWindow("08:00-10:00")
    #expect(
      moments(problem, message(.before(days: 2, "forum")), forum)
        == ["2026-12-05T08:00 020301", "2026-12-05T08:00 020302"])
  }

  @Test func `a message for now leaves today, and one for a day on that day`() {
    #expect(moments(Toy.problem(), message(.now)) == ["2026-11-21T07:00 020301"])
    let moment = LocalDateTime("2026-12-08T18:30")!
    #expect(moments(Toy.problem(), message(.on(moment))) == ["2026-12-08T18:30 020301"])
    #expect(moments(Toy.problem(), message(nil)).count == 1)
  }

  @Test func `quiet hours put a message off`() {
    var problem = Toy.problem()
    problem.campaign.quietHours = QuietHours("18:00-08:00")
    #expect(moments(problem, message(.on(LocalDateTime("2026-12-08T18:30")!))) == ["2026-12-09T08:00 020301"])
  }

  @Test func `what is due already leaves at once unless it is too late`() {
    var problem = Toy.problem()
    problem.today = date("2026-12-09")
    var late = message(.on(LocalDateTime("2026-12-08T18:30")!))
    #expect(moments(problem, late) == ["2026-12-09T00:00 020301"])
    late.notAfter = LocalDateTime("2026-12-08T20:00")
    #expect(moments(problem, late) == [])
  }

  @Test func `a campaign of several places has one message for all`() {
    var problem = Toy.problem()
    problem.campaign.places = [code("0203"), code("0204")]
    #expect(moments(problem, message(.on(LocalDateTime("2026-12-08T09:00")!))) == ["2026-12-08T09:00 all"])
  }
}
