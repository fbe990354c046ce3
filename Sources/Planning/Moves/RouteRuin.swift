#if canImport(Glibc)
  import Glibc
#endif

/// Takes strings of neighbouring doors out of near routes and puts each back where it is cheapest.
///
/// After Christiaens and Vanden Berghe, "Slack Induction by String Removals for Vehicle Routing Problems",
/// Transportation Science 54 (2020), with its figures: ten doors a round, strings of ten at most, one blink in a
/// hundred.
enum RouteRuin {
  private static let doorsRemoved = 10.0
  private static let longestString = 10.0
  private static let blink = 0.01
  /// Minutes of walking that the search may lose at the start and at the end.
  private static let temperatures = (first: 3.0, last: 0.02)

  static func improve(_ state: inout RouteState, _ random: inout SeededGenerator, limits: PlanningLimits) -> Int {
    guard state.used > 0, state.doors.count > 2 else { return 0 }
    var best = (routes: state.routes, used: state.used, walking: state.walking)
    var round = 0
    while round < limits.rounds {
      if round % 32 == 0, limits.shouldStop() { break }
      let part = Double(round) / Double(limits.rounds)
      let temperature = temperatures.first * pow(temperatures.last / temperatures.first, part)
      let before = (used: state.used, walking: state.walking)
      state.begin()
      let removed = ruin(&state, &random, around: state.doors[random.below(state.doors.count)])
      for door in insert(&state, &random, removed) { state.set(state.emptyRoute(), [door]) }
      let chance = before.walking - temperature * log(max(random.unit(), 1e-12))
      if state.used > before.used || (state.used == before.used && state.walking > chance) {
        state.undo()
      } else if state.used < best.used || (state.used == best.used && state.walking < best.walking - 1e-9) {
        best = (state.routes, state.used, state.walking)
      }
      round += 1
    }
    state.replaceAll(best.routes.filter { !$0.isEmpty })
    return round
  }

  /// Takes strings out of the routes around a door.
  static func ruin(_ state: inout RouteState, _ random: inout SeededGenerator, around seed: Int) -> [Int] {
    let average = Double(state.doors.count) / Double(max(1, state.used))
    let longest = min(longestString, max(1, average))
    let strings = 1 + Int(random.unit() * max(1, 4 * doorsRemoved / (1 + longest) - 1))
    var removed: [Int] = []
    var ruined: [Int] = []
    for door in [seed] + state.near.lists[seed] {
      let route = state.routeOf[door]
      guard ruined.count < strings else { break }
      guard route >= 0, !ruined.contains(route) else { continue }
      let doors = state.routes[route]
      let length = min(doors.count, 1 + Int(random.unit() * min(longest, Double(doors.count))))
      let low = max(0, state.position[door] - length + 1)
      let high = min(state.position[door], doors.count - length)
      let start = low + random.below(high - low + 1)
      removed += doors[start..<(start + length)]
      state.set(route, Array(doors[..<start] + doors[(start + length)...]))
      ruined.append(route)
    }
    return removed
  }

  /// Puts doors back one by one, each at its cheapest place near its neighbours; returns those that fit nowhere.
  static func insert(_ state: inout RouteState, _ random: inout SeededGenerator, _ doors: [Int]) -> [Int] {
    var order = doors
    random.shuffle(&order)
    switch random.below(4) {
    case 0: order.sort { state.visit[$0] > state.visit[$1] }
    case 1 where state.walk.hasMeetingPoint:
      let center = state.walk.meetingPoint
      order.sort { state.walk.minutes($0, center) > state.walk.minutes($1, center) }
    default: break
    }
    return order.filter { door in
      guard let place = cheapest(state, &random, door) else { return true }
      var longer = state.routes[place.route]
      longer.insert(door, at: place.index)
      state.set(place.route, longer)
      return false
    }
  }

  private static func cheapest(
    _ state: RouteState, _ random: inout SeededGenerator, _ door: Int
  ) -> (route: Int, index: Int)? {
    var best: (more: Double, route: Int, index: Int)?
    var seen: [Int] = []
    for near in state.near.lists[door] {
      let route = state.routeOf[near]
      guard route >= 0, !seen.contains(route) else { continue }
      seen.append(route)
      guard state.fits(route, moreMinutes: state.visit[door], moreLoad: state.brochures[door]) else { continue }
      for index in 0...state.routes[route].count where random.unit() >= blink {
        let more = state.insertion(door, route, index)
        if more < best?.more ?? .infinity,
          state.fits(route, moreMinutes: more + state.visit[door], moreLoad: state.brochures[door])
        {
          best = (more, route, index)
        }
      }
    }
    return best.map { ($0.route, $0.index) }
  }
}
