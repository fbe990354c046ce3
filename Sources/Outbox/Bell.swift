import Synchronization

/// Wakes one waiting loop: by a ring, or when its patience ends. A ring that nobody waits for is kept.
final class Bell: Sendable {
  private struct State {
    var rung = false
    var waiter: CheckedContinuation<Void, Never>?
    var turn = 0
  }

  private let state = Mutex(State())

  func ring() {
    let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
      defer { state.waiter = nil }
      if state.waiter == nil { state.rung = true }
      return state.waiter
    }
    waiter?.resume()
  }

  /// Returns at the next ring, at once if one was kept, or after that many seconds.
  func wait(_ seconds: Double, clock: OutboxClock) async {
    let turn = state.withLock { state in
      state.turn += 1
      return state.turn
    }
    let timer = Task { [weak self] in
      await clock.sleep(seconds)
      self?.end(turn)
    }
    await withCheckedContinuation { continuation in
      let now = state.withLock { state -> Bool in
        if state.rung {
          state.rung = false
          return true
        }
        state.waiter = continuation
        return false
      }
      if now { continuation.resume() }
    }
    timer.cancel()
  }

  private func end(_ turn: Int) {
    let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard state.turn == turn else { return nil }
      defer { state.waiter = nil }
      return state.waiter
    }
    waiter?.resume()
  }
}
