import Domain
import Planning
import Testing

@Suite struct PlannerTests {
  @Test(arguments: 1...160)
  func `a plan for an invented problem breaks no rule`(seed: Int) {
    let problem = ProblemGenerator.problem(UInt64(seed))
    #expect(PlanChecker.faults(problem, Planner.plan(problem)) == [])
  }

  @Test(arguments: 161...240)
  func `a second plan keeps what was confirmed and breaks no rule`(seed: Int) {
    var problem = ProblemGenerator.problem(UInt64(seed))
    let first = Planner.plan(problem)
    var random = SeededGenerator(seed: UInt64(seed))
    problem.kept = first.occurrences.filter { _ in random.below(2) == 0 }.map { occurrence in
      var kept = occurrence
      kept.status = [.confirmed, .held, .cancelled, .confirmed][random.below(4)]
      return kept
    }
    let ids = Set(problem.kept.map(\.id))
    problem.keptRoutes = first.routes.filter { ids.contains($0.occurrence) }
    problem.limits.seed += 1
    let faults = PlanChecker.faults(problem, Planner.plan(problem))
    // Work that waited for something now cancelled stays confirmed; only new work is judged by the order.
    #expect(faults == [])
  }

  @Test(arguments: 241...260)
  func `the same seed gives the same plan in whatever order the lists are`(seed: Int) {
    let problem = ProblemGenerator.problem(UInt64(seed))
    var turned = problem
    turned.volunteers.reverse()
    turned.resources.reverse()
    turned.places.reverse()
    turned.doors.reverse()
    turned.busy.reverse()
    let first = Planner.plan(problem)
    #expect(first == Planner.plan(problem))
    #expect(first == Planner.plan(turned))
  }

  @Test(arguments: 20...60)
  func `what was left out fits nowhere, and on its nearest day it would`(seed: Int) {
    let problem = ProblemGenerator.problem(UInt64(seed))
    #expect(PlanChecker.faultsOfUnserved(problem, Planner.plan(problem)) == [])
  }

  @Test func `the invented problems meet every reason, and most of their work is placed`() {
    let plans = (1...160).map { Planner.plan(ProblemGenerator.problem($0)) }
    #expect(Set(plans.flatMap(\.unserved).map(\.reason)) == Set(Unserved.Reason.allCases))
    #expect(plans.reduce(0) { $0 + $1.occurrences.count } > 2000)
    #expect(plans.reduce(0) { $0 + $1.routes.count } > 150)
  }

  @Test func `a campaign without activities has an empty plan`() {
    let plan = Planner.plan(Toy.problem())
    #expect(plan.occurrences.isEmpty && plan.routes.isEmpty && plan.unserved.isEmpty && plan.forecast.rows.isEmpty)
  }

  @Test func `a problem with nothing but activities tells all of them`() {
    let campaign = Campaign(
      id: "bare", name: LocalizedText(), places: [], dates: (date("2026-12-01"), date("2026-12-31")))
    var problem = PlanningProblem(campaign: campaign, today: date("2026-11-21"))
    problem.campaign.activities = [Toy.activity("forum", .forum), Toy.doorWork()]
    let plan = Planner.plan(problem)
    #expect(plan.occurrences.isEmpty)
    #expect(plan.unserved.map(\.reason) == [.noVolunteers, .noDoors])
  }

  @Test func `reversed dates leave the work unplaced instead of failing`() {
    var problem = Toy.problem("2026-12-13", "2026-12-07")
    problem.campaign.activities = [Toy.activity("forum", .forum)]
    #expect(Planner.plan(problem).unserved.first?.reason == .noDayInWindow)
  }

  @Test func `stopped at once there is still a whole plan`() {
    var problem = Toy.problem()
    problem.campaign.activities = [Toy.activity("forum", .forum), Toy.doorWork()]
    problem.doors = Toy.doors(30)
    problem.limits = PlanningLimits(rounds: 1_000_000, shouldStop: { true })
    let plan = Planner.plan(problem)
    #expect(plan.rounds == 0)
    #expect(plan.unserved.isEmpty)
    #expect(PlanChecker.faults(problem, plan) == [])
  }
}
