/// Turns a stretch of one route round, which takes crossings out.
enum TwoOpt {
  static func improve(_ state: inout RouteState, _ a: Int) -> Bool {
    let route = state.routeOf[a]
    let i = state.position[a]
    for b in state.near.lists[a] where state.routeOf[b] == route {
      let j = state.position[b]
      let (low, high) = (min(i, j), max(i, j))
      if reverseBehind(&state, route, low, high) || reverseBefore(&state, route, low, high) { return true }
    }
    return false
  }

  /// Joins the two doors, and the two behind them.
  private static func reverseBehind(_ state: inout RouteState, _ route: Int, _ low: Int, _ high: Int) -> Bool {
    let (a, b) = (state.routes[route][low], state.routes[route][high])
    let (nextA, nextB) = (state.after(route, low), state.after(route, high))
    return apply(&state, route, (low + 1, high), was: (a, nextA, b, nextB), becomes: (a, b, nextA, nextB))
  }

  /// Joins the two doors, and the two before them.
  private static func reverseBefore(_ state: inout RouteState, _ route: Int, _ low: Int, _ high: Int) -> Bool {
    let (a, b) = (state.routes[route][low], state.routes[route][high])
    let (beforeA, beforeB) = (state.before(route, low), state.before(route, high))
    return apply(&state, route, (low, high - 1), was: (beforeA, a, beforeB, b), becomes: (a, b, beforeA, beforeB))
  }

  private static func apply(
    _ state: inout RouteState, _ route: Int, _ stretch: (Int, Int), was: (Int, Int, Int, Int),
    becomes: (Int, Int, Int, Int)
  ) -> Bool {
    let walk = state.walk
    let old = walk.minutes(was.0, was.1) + walk.minutes(was.2, was.3)
    let new = walk.minutes(becomes.0, becomes.1) + walk.minutes(becomes.2, becomes.3)
    guard stretch.0 < stretch.1, new < old - LocalSearch.least else { return false }
    var doors = state.routes[route]
    let before = state.walkingOf[route]
    doors[stretch.0...stretch.1].reverse()
    let kept = state.routes[route]
    state.set(route, doors)
    if state.walkingOf[route] < before - LocalSearch.least { return true }
    state.set(route, kept)
    return false
  }
}
