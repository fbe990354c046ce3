/// Improves routes by small moves until none helps; the moves are tried in the order of the list.
enum LocalSearch {
  typealias Move = @Sendable (inout RouteState, Int) -> Bool

  static let moves: [Move] = [TwoOpt.improve, Relocate.improve, SwapDoors.improve, SwapTails.improve]

  /// What a move must at least save, in minutes: rounding is no improvement.
  static let least = 1e-6

  static func improve(_ state: inout RouteState, stop: () -> Bool) {
    var again = true
    var passes = 0
    while again, passes < 50, !stop() {
      again = false
      passes += 1
      for door in state.doors {
        for move in moves where move(&state, door) { again = true }
      }
    }
  }
}
