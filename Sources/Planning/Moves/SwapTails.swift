/// Lets two routes with one meeting point exchange what comes after a pair of near doors.
enum SwapTails {
  static func improve(_ state: inout RouteState, _ a: Int) -> Bool {
    guard state.walk.hasMeetingPoint else { return false }
    let first = state.routeOf[a]
    for b in state.near.lists[a] where state.routeOf[b] != first {
      if exchange(&state, a, b) { return true }
    }
    return false
  }

  /// `a` is followed by `b`, and what stood before `b` by what stood after `a`.
  private static func exchange(_ state: inout RouteState, _ a: Int, _ b: Int) -> Bool {
    let (first, second) = (state.routeOf[a], state.routeOf[b])
    let (i, j) = (state.position[a], state.position[b])
    let walk = state.walk
    let (afterA, beforeB) = (state.after(first, i), state.before(second, j))
    let old = walk.minutes(a, afterA) + walk.minutes(beforeB, b)
    let new = walk.minutes(a, b) + walk.minutes(beforeB, afterA)
    guard new < old - LocalSearch.least else { return false }
    let one = Array(state.routes[first][...i] + state.routes[second][j...])
    let two = Array(state.routes[second][..<j] + state.routes[first][(i + 1)...])
    let saved = (state.routes[first], state.routes[second])
    state.set(first, one)
    state.set(second, two)
    if state.fits(first, moreMinutes: 0, moreLoad: 0), state.fits(second, moreMinutes: 0, moreLoad: 0) { return true }
    state.set(first, saved.0)
    state.set(second, saved.1)
    return false
  }
}
