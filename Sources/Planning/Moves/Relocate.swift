/// Moves one to three doors in a row beside a near door, in the same or another route, as they are or turned round.
enum Relocate {
  static func improve(_ state: inout RouteState, _ door: Int) -> Bool {
    for length in 1...3 {
      let route = state.routeOf[door]
      let first = state.position[door]
      guard first + length <= state.routes[route].count else { break }
      let segment = Array(state.routes[route][first..<(first + length)])
      let gain = gain(state, route, first, segment)
      guard gain > LocalSearch.least else { continue }
      for target in state.near.lists[door] where !segment.contains(target) {
        let moved =
          state.routeOf[target] == route
          ? within(&state, segment, beside: target, gain: gain) : across(&state, segment, beside: target, gain: gain)
        if moved { return true }
      }
    }
    return false
  }

  /// What the route saves without the segment.
  private static func gain(_ state: RouteState, _ route: Int, _ first: Int, _ segment: [Int]) -> Double {
    let inner = inner(state, segment)
    if segment.count == state.routes[route].count { return state.walkingOf[route] - inner }
    let previous = state.before(route, first)
    let next = state.after(route, first + segment.count - 1)
    return state.walk.minutes(previous, segment[0]) + state.walk.minutes(segment[segment.count - 1], next)
      - state.walk.minutes(previous, next)
  }

  private static func inner(_ state: RouteState, _ segment: [Int]) -> Double {
    zip(segment, segment.dropFirst()).reduce(0) { $0 + state.walk.minutes($1.0, $1.1) }
  }

  private static func across(
    _ state: inout RouteState, _ segment: [Int], beside target: Int, gain: Double
  ) -> Bool {
    let (from, to) = (state.routeOf[segment[0]], state.routeOf[target])
    let visits = segment.reduce(0) { $0 + state.visit[$1] } + inner(state, segment)
    let load = segment.reduce(0) { $0 + state.brochures[$1] }
    for index in [state.position[target], state.position[target] + 1] {
      for doors in [segment, segment.reversed()] {
        let more = insertion(state, doors, to, index)
        guard more < gain - LocalSearch.least, state.fits(to, moreMinutes: more + visits, moreLoad: load) else {
          continue
        }
        var longer = state.routes[to]
        longer.insert(contentsOf: doors, at: index)
        state.set(from, state.routes[from].filter { !segment.contains($0) })
        state.set(to, longer)
        return true
      }
    }
    return false
  }

  private static func insertion(_ state: RouteState, _ doors: [Int], _ route: Int, _ index: Int) -> Double {
    let count = state.routes[route].count
    let previous = index == 0 ? state.before(route, 0) : state.routes[route][index - 1]
    let next = index == count ? state.after(route, count - 1) : state.routes[route][index]
    return state.walk.minutes(previous, doors[0]) + state.walk.minutes(doors[doors.count - 1], next)
      - state.walk.minutes(previous, next)
  }

  private static func within(_ state: inout RouteState, _ segment: [Int], beside target: Int, gain: Double) -> Bool {
    let route = state.routeOf[target]
    let (first, last) = (state.position[segment[0]], state.position[segment[segment.count - 1]])
    for isBehind in [false, true] {
      var (previous, next) = neighbours(state, target, isBehind)
      // Where the segment itself stands beside the target, its own neighbour will.
      if previous == segment[segment.count - 1] { previous = state.before(route, first) }
      if next == segment[0] { next = state.after(route, last) }
      let gap = state.walk.minutes(previous, next)
      for doors in [segment, segment.reversed()] {
        let more =
          state.walk.minutes(previous, doors[0]) + state.walk.minutes(doors[doors.count - 1], next) - gap
        guard more < gain - LocalSearch.least else { continue }
        var changed = state.routes[route].filter { !segment.contains($0) }
        changed.insert(contentsOf: doors, at: changed.firstIndex(of: target)! + (isBehind ? 1 : 0))
        state.set(route, changed)
        return true
      }
    }
    return false
  }

  private static func neighbours(_ state: RouteState, _ target: Int, _ isBehind: Bool) -> (Int, Int) {
    let (route, index) = (state.routeOf[target], state.position[target])
    return isBehind ? (target, state.after(route, index)) : (state.before(route, index), target)
  }
}
