/// First routes by savings: every door its own route, then ends joined where that saves most.
///
/// Clarke and Wright, "Scheduling of Vehicles from a Central Depot to a Number of Delivery Points", Operations Research
/// 12 (1964). Without a meeting point the door in the middle stands for it, so that the
/// edges of the place are gathered first and no stray doors are left there.
struct RouteBuilder {
  private let state: RouteState
  private var routes: [[Int]] = []
  private var routeOf: [Int]

  init(_ state: RouteState) {
    self.state = state
    routeOf = Array(repeating: -1, count: state.routeOf.count)
  }

  func build(_ doors: [Int]) -> [[Int]] {
    var copy = self
    return copy.join(doors)
  }

  private mutating func join(_ doors: [Int]) -> [[Int]] {
    routes = doors.map { [$0] }
    for (route, door) in doors.enumerated() { routeOf[door] = route }
    for pair in savings(doors) { join(pair.a, pair.b) }
    return routes.filter { !$0.isEmpty }
  }

  private func savings(_ doors: [Int]) -> [(value: Double, a: Int, b: Int)] {
    let walk = state.walk
    let center = walk.center(of: doors)
    var list: [(value: Double, a: Int, b: Int)] = []
    for a in doors {
      let out = walk.minutes(center, a)
      for b in state.near.lists[a] where a < b || !state.near.lists[b].contains(a) {
        list.append((out + walk.minutes(center, b) - walk.minutes(a, b), a, b))
      }
    }
    return list.sorted { $0.value != $1.value ? $0.value > $1.value : ($0.a, $0.b) < ($1.a, $1.b) }
  }

  private mutating func join(_ a: Int, _ b: Int) {
    let (first, second) = (routeOf[a], routeOf[b])
    guard first != second, isEnd(a), isEnd(b) else { return }
    let head = routes[first].last == a ? routes[first] : Array(routes[first].reversed())
    let tail = routes[second].first == b ? routes[second] : Array(routes[second].reversed())
    let joined = head + tail
    guard fits(joined) else { return }
    routes[first] = joined
    routes[second] = []
    for door in tail { routeOf[door] = first }
  }

  private func isEnd(_ door: Int) -> Bool {
    let route = routes[routeOf[door]]
    return route.first == door || route.last == door
  }

  private func fits(_ doors: [Int]) -> Bool {
    guard state.capacity == .max || doors.reduce(0, { $0 + state.brochures[$1] }) <= state.capacity else {
      return false
    }
    var previous = state.walk.hasMeetingPoint ? state.walk.meetingPoint : doors[doors.count - 1]
    var minutes = 0.0
    for door in doors {
      minutes += state.walk.minutes(previous, door) + state.visit[door]
      previous = door
    }
    if state.walk.hasMeetingPoint { minutes += state.walk.minutes(previous, state.walk.meetingPoint) }
    return minutes <= state.shift + RouteState.slack
  }
}
