/// Routes in the making, with their minutes kept up to date; the moves change it only through `set`.
struct RouteState {
  let walk: WalkTable
  let visit: [Double]
  let brochures: [Int]
  let shift: Double
  let capacity: Int
  let near: NearDoors
  let doors: [Int]

  private(set) var routes: [[Int]] = []
  /// By door; -1 while it is in no route.
  private(set) var routeOf: [Int]
  private(set) var position: [Int]
  /// By route: walking and visits.
  private(set) var minutes: [Double] = []
  private(set) var walkingOf: [Double] = []
  private(set) var loads: [Int] = []
  private(set) var walking = 0.0
  private(set) var used = 0

  private var journal: [(route: Int, doors: [Int])] = []
  private var stamps: [Int] = []
  private var stamp = 0

  /// Doors near enough to be worth trying.
  static let nearCount = 30
  /// Room for the last digits of a sum of minutes.
  static let slack = 1e-7

  init(_ problem: RouteProblem, _ walk: WalkTable, doors: [Int]) {
    self.walk = walk
    self.doors = doors
    visit = problem.doors.map(\.visitMinutes)
    brochures = problem.doors.map(\.brochures)
    shift = problem.shiftMinutes
    capacity = problem.brochuresPerTeam ?? .max
    near = NearDoors(problem, doors: doors, count: Self.nearCount)
    routeOf = Array(repeating: -1, count: problem.doors.count)
    position = Array(repeating: 0, count: problem.doors.count)
  }

  mutating func replaceAll(_ new: [[Int]]) {
    for route in routes.indices { set(route, []) }
    for doors in new { set(emptyRoute(), doors) }
    journal = []
  }

  /// A route without doors, a new one if need be.
  mutating func emptyRoute() -> Int {
    if used < routes.count, let empty = routes.firstIndex(where: \.isEmpty) { return empty }
    routes.append([])
    minutes.append(0)
    walkingOf.append(0)
    loads.append(0)
    stamps.append(-1)
    return routes.count - 1
  }

  mutating func set(_ route: Int, _ new: [Int]) {
    note(route)
    for door in routes[route] where routeOf[door] == route { routeOf[door] = -1 }
    used += (new.isEmpty ? 0 : 1) - (routes[route].isEmpty ? 0 : 1)
    walking -= walkingOf[route]
    var length = 0.0
    var visits = 0.0
    var load = 0
    var previous = new.last.map { walk.hasMeetingPoint ? walk.meetingPoint : $0 } ?? 0
    for (index, door) in new.enumerated() {
      length += walk.minutes(previous, door)
      visits += visit[door]
      load += brochures[door]
      routeOf[door] = route
      position[door] = index
      previous = door
    }
    if walk.hasMeetingPoint, let last = new.last { length += walk.minutes(last, walk.meetingPoint) }
    routes[route] = new
    walkingOf[route] = length
    minutes[route] = length + visits
    loads[route] = load
    walking += length
  }

  // MARK: Neighbours in a route, the meeting point or the other end beyond its ends

  func before(_ route: Int, _ index: Int) -> Int {
    if index > 0 { return routes[route][index - 1] }
    return walk.hasMeetingPoint ? walk.meetingPoint : routes[route][routes[route].count - 1]
  }

  func after(_ route: Int, _ index: Int) -> Int {
    if index + 1 < routes[route].count { return routes[route][index + 1] }
    return walk.hasMeetingPoint ? walk.meetingPoint : routes[route][0]
  }

  /// Minutes of walking more when `door` goes in front of `index` (0…count).
  func insertion(_ door: Int, _ route: Int, _ index: Int) -> Double {
    let doors = routes[route]
    guard !doors.isEmpty else { return walk.hasMeetingPoint ? 2 * walk.minutes(walk.meetingPoint, door) : 0 }
    let previous = index == 0 ? before(route, 0) : doors[index - 1]
    let next = index == doors.count ? after(route, doors.count - 1) : doors[index]
    return walk.minutes(previous, door) + walk.minutes(door, next) - walk.minutes(previous, next)
  }

  func fits(_ route: Int, moreMinutes: Double, moreLoad: Int) -> Bool {
    minutes[route] + moreMinutes <= shift + Self.slack && (capacity == .max || loads[route] + moreLoad <= capacity)
  }

  // MARK: Going back

  /// From here on changes are noted, so that `undo` can take them back.
  mutating func begin() {
    stamp += 1
    journal.removeAll(keepingCapacity: true)
  }

  private mutating func note(_ route: Int) {
    guard stamps[route] != stamp else { return }
    stamps[route] = stamp
    journal.append((route, routes[route]))
  }

  mutating func undo() {
    let changes = journal
    for change in changes { set(change.route, []) }
    for change in changes { set(change.route, change.doors) }
    journal.removeAll(keepingCapacity: true)
  }
}
