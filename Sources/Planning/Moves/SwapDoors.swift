/// Exchanges two doors of different routes, so that each comes to stand beside a near one.
enum SwapDoors {
  static func improve(_ state: inout RouteState, _ a: Int) -> Bool {
    let first = state.routeOf[a]
    for near in state.near.lists[a] where state.routeOf[near] != first {
      let second = state.routeOf[near]
      let at = state.position[near]
      for index in [at - 1, at + 1] where state.routes[second].indices.contains(index) {
        if swap(&state, a, state.routes[second][index]) { return true }
      }
    }
    return false
  }

  private static func swap(_ state: inout RouteState, _ a: Int, _ b: Int) -> Bool {
    let (first, second) = (state.routeOf[a], state.routeOf[b])
    let less = change(state, a, b)
    let more = change(state, b, a)
    let visits = state.visit[b] - state.visit[a]
    let load = state.brochures[b] - state.brochures[a]
    guard less + more < -LocalSearch.least, state.fits(first, moreMinutes: less + visits, moreLoad: load),
      state.fits(second, moreMinutes: more - visits, moreLoad: -load)
    else { return false }
    let one = state.routes[first].map { $0 == a ? b : $0 }
    let two = state.routes[second].map { $0 == b ? a : $0 }
    state.set(first, one)
    state.set(second, two)
    return true
  }

  /// Walking more in the route of `old` when `new` stands in its place.
  private static func change(_ state: RouteState, _ old: Int, _ new: Int) -> Double {
    let (route, index) = (state.routeOf[old], state.position[old])
    guard state.walk.hasMeetingPoint || state.routes[route].count > 1 else { return 0 }
    let (previous, next) = (state.before(route, index), state.after(route, index))
    return state.walk.minutes(previous, new) + state.walk.minutes(new, next) - state.walk.minutes(previous, old)
      - state.walk.minutes(old, next)
  }
}
