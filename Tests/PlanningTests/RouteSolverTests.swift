import Domain
import Planning
import Testing

@Suite struct RouteSolverTests {
  private func town(_ seed: UInt64, doors: Int, meets: Bool = true) -> RouteProblem {
    var random = SeededGenerator(seed: seed)
    let center = Coordinate(latitude: 12.1, longitude: 105.1)
    let list = (0..<doors).map { index in
      // Every fifth door shares the point of the one before.
      let spread = index % 5 == 0 ? 0.0 : 0.012
      let point = Coordinate(
        latitude: center.latitude + (random.unit() - 0.5) * spread,
        longitude: center.longitude + (random.unit() - 0.5) * spread)
      return RouteProblem.Door(point: point, visitMinutes: Double(3 + random.below(4)))
    }
    return RouteProblem(doors: list, meetingPoint: meets ? center : nil, shiftMinutes: 180)
  }

  /// Walking minutes of a solution by the haversine formula, and everything that is wrong with it.
  private func check(_ problem: RouteProblem, _ solution: RouteSolution) -> (walking: Double, faults: [String]) {
    var faults: [String] = []
    var total = 0.0
    let seen = solution.routes.flatMap { $0 } + solution.unreached
    if seen.sorted() != Array(problem.doors.indices) { faults.append("not every door once") }
    for route in solution.routes {
      if route.isEmpty { faults.append("an empty route") }
      let points = route.map { problem.doors[$0].point }
      let stops = problem.meetingPoint.map { [$0] + points + [$0] } ?? points + points.prefix(1)
      let walking = zip(stops, stops.dropFirst()).reduce(0) {
        $0 + $1.0.distance(to: $1.1).value / problem.metresPerMinute
      }
      let visits = route.reduce(0) { $0 + problem.doors[$1].visitMinutes }
      if walking + visits > problem.shiftMinutes + 1e-6 { faults.append("\(walking + visits) minutes") }
      let brochures = route.reduce(0) { $0 + problem.doors[$1].brochures }
      if brochures > problem.brochuresPerTeam ?? .max { faults.append("\(brochures) brochures") }
      total += walking
    }
    if abs(total - solution.walkingMinutes) > 1e-5 { faults.append("walking is \(total)") }
    return (total, faults)
  }

  @Test(arguments: 1...6, [true, false])
  func `every door is on one route and no route is longer than a shift`(seed: Int, meets: Bool) {
    var problem = town(UInt64(seed), doors: 20 * seed, meets: meets)
    if seed % 2 == 0 { problem.brochuresPerTeam = 15 }
    let solution = RouteSolver.solve(problem, limits: PlanningLimits(rounds: 60))
    #expect(check(problem, solution).faults == [])
  }

  @Test func `the same seed and rounds give the same routes`() {
    let problem = town(3, doors: 90)
    let first = RouteSolver.solve(problem, limits: PlanningLimits(rounds: 80, seed: 5))
    let second = RouteSolver.solve(problem, limits: PlanningLimits(rounds: 80, seed: 5))
    #expect(first.routes == second.routes)
    #expect(first.rounds == 80)
  }

  @Test func `rounds make routes better and never worse`() {
    let problem = town(8, doors: 120)
    let none = RouteSolver.solve(problem, limits: PlanningLimits(rounds: 0))
    let some = RouteSolver.solve(problem, limits: PlanningLimits(rounds: 400))
    #expect(some.routes.count <= none.routes.count)
    if some.routes.count == none.routes.count { #expect(some.walkingMinutes < none.walkingMinutes) }
  }

  @Test func `two clusters on both sides of the meeting point are two walks`() {
    let center = Coordinate(latitude: 12, longitude: 105)
    let doors = [-0.02, 0.02].flatMap { side in
      (0..<10).map { index in
        RouteProblem.Door(
          point: Coordinate(latitude: 12 + Double(index) * 1e-4, longitude: 105 + side), visitMinutes: 6)
      }
    }
    let problem = RouteProblem(doors: doors, meetingPoint: center, shiftMinutes: 125)
    let solution = RouteSolver.solve(problem, limits: PlanningLimits(rounds: 50))
    #expect(Set(solution.routes.map(Set.init)) == [Set(0..<10), Set(10..<20)])
  }

  @Test func `a door too far for any shift is told and the others are visited`() {
    var problem = town(1, doors: 10)
    problem.doors[4].point = Coordinate(latitude: 13, longitude: 105)
    let solution = RouteSolver.solve(problem, limits: PlanningLimits(rounds: 10))
    #expect(solution.unreached == [4])
    #expect(check(problem, solution).faults == [])
  }

  @Test func `no doors, one door and doors on one point`() {
    var problem = RouteProblem(doors: [], meetingPoint: nil, shiftMinutes: 60)
    #expect(RouteSolver.solve(problem, limits: PlanningLimits(rounds: 5)).routes.isEmpty)
    let door = RouteProblem.Door(point: Coordinate(latitude: 12, longitude: 105), visitMinutes: 10)
    problem.doors = [door]
    #expect(RouteSolver.solve(problem, limits: PlanningLimits(rounds: 5)).routes == [[0]])
    problem.doors = Array(repeating: door, count: 13)
    let solution = RouteSolver.solve(problem, limits: PlanningLimits(rounds: 5))
    #expect(solution.routes.count == 3)
    #expect(check(problem, solution).faults == [])
  }
}
