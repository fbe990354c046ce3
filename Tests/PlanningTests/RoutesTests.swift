import Domain
import Planning
import Testing

@Suite struct RoutesTests {
  private func plan(_ problem: PlanningProblem, _ activities: Activity...) -> Plan {
    var problem = problem
    problem.campaign.activities = activities
    let plan = Planner.plan(problem)
    #expect(PlanChecker.faults(problem, plan) == [])
    return plan
  }

  @Test func `doors in a row are walked in a row, from the middle one`() {
    var problem = Toy.problem()
    problem.doors = Toy.doors(9)
    let route = plan(problem, Toy.doorWork()).routes[0]
    #expect(route.meetingPoint == problem.doors[4].point)
    // There and back along the row: eight steps of 33.4 m each way.
    #expect(abs(route.walking.value - 2 * 8 * 33.36) < 1)
  }

  @Test func `each shift has two people, one of them experienced`() {
    var problem = Toy.problem()
    problem.doors = Toy.doors(60)
    let plan = plan(problem, Toy.doorWork())
    #expect(plan.routes.count == 2)
    #expect(plan.occurrences.allSatisfy { $0.assignments.map(\.volunteer) == ["ann", "bob"] })
  }

  @Test func `walkers are trained on an earlier day`() {
    var problem = Toy.problem()
    problem.doors = Toy.doors(5)
    let plan = plan(problem, Toy.doorWork(), Toy.activity("training", .training, volunteers: 1))
    #expect(plan.occurrences.map(\.activity) == ["training", "doors"])
    #expect(plan.occurrences[0].assignments.count == 2)
    #expect(plan.occurrences[0].date < plan.occurrences[1].date)
  }

  @Test func `a share takes doors evenly from the whole street`() {
    var problem = Toy.problem()
    problem.doors = Toy.doors(10)
    var half = Toy.doorWork()
    half.doors!.share = 0.5
    let doors = plan(problem, half).routes.flatMap(\.doors).map(\.text).sorted()
    #expect(doors == ["02030101-1", "02030101-3", "02030101-5", "02030101-7", "02030101-9"])
  }

  @Test func `doors without points follow their numbers and meet where the village is`() {
    var problem = Toy.problem()
    let point = Coordinate(latitude: 13.1, longitude: 103.2)
    problem.places[1].point = point
    problem.doors = Toy.doors(8, points: false).reversed()
    let plan = plan(problem, Toy.doorWork(shift: 20))
    #expect(plan.routes.map(\.doors.count) == [4, 4])
    #expect(
      Set(plan.routes.map { $0.doors.map(\.text) }) == [
        (0...3).map { "02030101-\($0)" }, (4...7).map { "02030101-\($0)" },
      ])
    #expect(plan.routes.allSatisfy { $0.meetingPoint == point })
  }

  @Test func `somebody who speaks the language of the doors is preferred`() {
    var problem = Toy.problem()
    problem.doors = Toy.doors(20)
    for index in problem.doors.indices { problem.doors[index].language = "cja" }
    problem.volunteers.append(Toy.volunteer("zoe"))
    problem.volunteers[2].languages = ["km", "cja"]
    #expect(plan(problem, Toy.doorWork()).occurrences[0].assignments.map(\.volunteer) == ["ann", "zoe"])
  }

  @Test func `an activity with its own segment visits its own doors`() {
    var problem = Toy.problem()
    problem.doors = Toy.doors(5)
    problem.doorsOfActivity = ["doors": Array(Toy.doors(5)[..<2])]
    #expect(plan(problem, Toy.doorWork()).routes.flatMap(\.doors).count == 2)
  }

  @Test func `a visit longer than the shift is told`() {
    var problem = Toy.problem()
    problem.doors = Toy.doors(2)
    var work = Toy.doorWork(shift: 60)
    work.doors!.visitMinutes = 90
    let plan = plan(problem, work)
    #expect(plan.unserved.map(\.missing) == ["shift"])
    #expect(plan.unserved.map(\.count) == [2])
  }
}
