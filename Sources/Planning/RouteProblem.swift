public import Domain

/// Doors to be walked in shifts: the neutral form that turfs and benchmark files share.
public struct RouteProblem: Sendable {
  public struct Door: Sendable {
    public var point: Coordinate
    public var visitMinutes: Double
    public var brochures: Int

    public init(point: Coordinate, visitMinutes: Double, brochures: Int = 1) {
      self.point = point
      self.visitMinutes = visitMinutes
      self.brochures = brochures
    }
  }

  /// Metres a minute, 4.5 km/h: a team with brochures in the sun.
  public static let walkingSpeed = 75.0

  public var doors: [Door]
  /// Where every route begins and ends; nil: each team meets at one of its own doors.
  public var meetingPoint: Coordinate?
  public var metresPerMinute: Double
  /// Walking and visits of one route together.
  public var shiftMinutes: Double
  /// nil: as many as the doors take.
  public var brochuresPerTeam: Int?

  public init(doors: [Door], meetingPoint: Coordinate?, shiftMinutes: Double) {
    self.doors = doors
    self.meetingPoint = meetingPoint
    self.shiftMinutes = shiftMinutes
    metresPerMinute = Self.walkingSpeed
  }
}

/// The doors of each route in walking order, as indices into the problem's doors.
public struct RouteSolution: Sendable {
  public var routes: [[Int]]
  /// Doors that do not fit into a shift even alone.
  public var unreached: [Int]
  public var walkingMinutes: Double
  /// Rounds of improvement done.
  public var rounds: Int
}

/// Cuts doors into the fewest routes, then the least walking.
public enum RouteSolver {
  /// Never throws; what cannot be visited stands in ``RouteSolution/unreached``. Same problem, seed and rounds: same
  /// answer, as long as `shouldStop` stays false.
  public static func solve(_ problem: RouteProblem, limits: PlanningLimits) -> RouteSolution {
    let table = WalkTable(problem)
    let fitting = problem.doors.indices.filter { table.fitsAlone($0, problem) }
    let unreached = problem.doors.indices.filter { !table.fitsAlone($0, problem) }
    var state = RouteState(problem, table, doors: fitting)
    state.replaceAll(RouteBuilder(state).build(fitting))
    LocalSearch.improve(&state, stop: limits.shouldStop)
    var random = SeededGenerator(seed: limits.seed)
    RouteElimination(rounds: max(200, limits.rounds)).improve(&state, &random, stop: limits.shouldStop)
    let rounds = RouteRuin.improve(&state, &random, limits: limits)
    LocalSearch.improve(&state, stop: limits.shouldStop)
    let routes = state.routes.filter { !$0.isEmpty }.sorted { $0.min()! < $1.min()! }
    return RouteSolution(routes: routes, unreached: unreached, walkingMinutes: state.walking, rounds: rounds)
  }
}
