/// Tries to do with one route less: dissolves the shortest and looks for room for its doors in the others.
///
/// The doors without a route are weighed by how often they were left over, as in the fleet minimisation of Christiaens
/// and Vanden Berghe (2020).
struct RouteElimination {
  /// Attempts for each route that is given up.
  var rounds: Int
  /// More than this share of all shifts is never filled.
  private static let fullest = 0.99

  func improve(_ state: inout RouteState, _ random: inout SeededGenerator, stop: () -> Bool) {
    while state.used > 1, isWorthTrying(state), !stop() {
      let saved = state.routes
      guard dissolve(&state, &random, stop: stop) else {
        state.replaceAll(saved.filter { !$0.isEmpty })
        return
      }
    }
  }

  private func isWorthTrying(_ state: RouteState) -> Bool {
    let total = state.minutes.reduce(0, +)
    return total <= Double(state.used - 1) * state.shift * Self.fullest
  }

  private func dissolve(_ state: inout RouteState, _ random: inout SeededGenerator, stop: () -> Bool) -> Bool {
    let shortest = state.routes.indices.filter { !state.routes[$0].isEmpty }
      .min { (state.minutes[$0], $0) < (state.minutes[$1], $1) }!
    var absent = state.routes[shortest]
    state.set(shortest, [])
    absent = RouteRuin.insert(&state, &random, absent)
    var leftOver = [Int](repeating: 1, count: state.routeOf.count)
    for round in 0..<rounds where !absent.isEmpty {
      if round % 32 == 0, stop() { return false }
      state.begin()
      let before = state.walking
      let seed = absent[random.below(absent.count)]
      let removed = RouteRuin.ruin(&state, &random, around: seed)
      let now = RouteRuin.insert(&state, &random, absent + removed)
      let weight = { (doors: [Int]) in doors.reduce(0) { $0 + leftOver[$1] } }
      let isBetter = weight(now) < weight(absent)
      for door in now { leftOver[door] += 1 }
      if isBetter || (now.count <= absent.count && state.walking < before) {
        absent = now
      } else {
        state.undo()
      }
    }
    return absent.isEmpty
  }
}
