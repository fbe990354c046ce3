import Domain
import Planning
import Testing

/// The checker is only worth something if it sees what is wrong: each case breaks a right plan in one way.
@Suite struct CheckerTests {
  struct Damage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let apply: @Sendable (inout Plan, PlanningProblem) -> Void

    init(_ name: String, _ apply: @escaping @Sendable (inout Plan, PlanningProblem) -> Void) {
      testDescription = name
      self.apply = apply
    }
  }

  private static var problem: PlanningProblem {
    var problem = Toy.problem("2026-12-07", "2026-12-20")
    problem.holidays = [date("2026-12-08")]
    problem.doors = Toy.doors(50)
    problem.resources = [Toy.thing("hall", "venue", capacity: 60), Toy.thing("shed", "venue", capacity: 10)]
    problem.volunteers[0].availability.away = [date("2026-12-09")]
    var forum = Toy.activity("forum", .forum)
    forum.needs.experienced = 1
    forum.needs.resources = ["venue": 1]
    forum.expects = Expectation(people: 50)
    forum.after = Dependency(activity: "training", days: 2)
    problem.campaign.activities = [Toy.activity("training", .training), forum, Toy.doorWork()]
    return problem
  }

  static let damages = [
    Damage("an occurrence lost") { plan, _ in plan.occurrences.removeAll { $0.activity == "forum" } },
    Damage("a holiday") { plan, _ in plan.occurrences[0].date = date("2026-12-08") },
    Damage("a day outside") { plan, _ in plan.occurrences[0].date = date("2026-12-06") },
    Damage("before its predecessor") { plan, _ in
      let index = plan.occurrences.firstIndex { $0.activity == "forum" }!
      plan.occurrences[index].date = date("2026-12-07")
    },
    Damage("an hour too late") { plan, _ in plan.occurrences[0].start = TimeOfDay("16:00")! },
    Damage("somebody who is away") { plan, _ in
      let index = plan.occurrences.firstIndex { $0.activity == "forum" }!
      plan.occurrences[index].date = date("2026-12-09")
    },
    Damage("nobody experienced") { plan, _ in
      let index = plan.occurrences.firstIndex { $0.activity == "forum" }!
      plan.occurrences[index].assignments = [Assignment(volunteer: "bob")]
    },
    Damage("too small a venue") { plan, _ in
      let index = plan.occurrences.firstIndex { $0.activity == "forum" }!
      plan.occurrences[index].resources = ["shed"]
    },
    Damage("no venue") { plan, _ in
      let index = plan.occurrences.firstIndex { $0.activity == "forum" }!
      plan.occurrences[index].resources = []
    },
    Damage("two places at once") { plan, _ in
      let doors = plan.occurrences.indices.filter { plan.occurrences[$0].activity == "doors" }
      plan.occurrences[doors[1]].date = plan.occurrences[doors[0]].date
      plan.occurrences[doors[1]].start = plan.occurrences[doors[0]].start
    },
    Damage("walkers without training") { plan, _ in
      plan.occurrences[0].assignments.removeAll { $0.volunteer == "bob" }
    },
    Damage("too many hours") { plan, problem in
      for index in plan.occurrences.indices where plan.occurrences[index].activity == "doors" {
        plan.occurrences[index].minutes = 700
      }
    },
    Damage("a door twice") { plan, _ in plan.routes[0].doors.append(plan.routes[1].doors[0]) },
    Damage("a door lost") { plan, _ in plan.routes[0].doors.removeLast() },
    Damage("a walk longer than it says") { plan, _ in plan.routes[0].doors.swapAt(0, 10) },
    Damage("a name twice") { plan, _ in plan.occurrences[1].id = plan.occurrences[0].id },
    Damage("a forecast of another number") { plan, _ in plan.forecast.rows[0].occurrences += 1 },
  ]

  @Test func `a right plan has no fault`() {
    #expect(PlanChecker.faults(Self.problem, Planner.plan(Self.problem)) == [])
  }

  @Test(arguments: damages)
  func `the checker sees what is wrong`(damage: Damage) {
    var plan = Planner.plan(Self.problem)
    damage.apply(&plan, Self.problem)
    #expect(PlanChecker.faults(Self.problem, plan) != [])
  }
}
