import Dispatch
import Synchronization

/// Runs costly work on threads of its own, a few pieces at once, and turns away what would wait too long.
final class WaitingLine: Sendable {
  private struct State {
    var running = 0
    var waiting: [@Sendable () -> Void] = []
  }

  private enum Entry { case start, wait, full }

  private let atOnce: Int
  private let waiting: Int
  private let state = Mutex(State())
  // Not the cooperative pool: a tenth of a second of argon2id there would hold up every other task.
  private let queue = DispatchQueue(label: "outreach.passwords", attributes: .concurrent)

  init(atOnce: Int, waiting: Int) {
    self.atOnce = atOnce
    self.waiting = waiting
  }

  /// The result of `work`, or `busy` at once if the line is full.
  func run<Value: Sendable>(
    _ work: @escaping @Sendable () -> Result<Value, SecretsError>
  ) async -> Result<Value, SecretsError> {
    await withCheckedContinuation { continuation in
      let job: @Sendable () -> Void = { continuation.resume(returning: work()) }
      switch enter(job) {
      case .start: queue.async { self.workThrough(job) }
      case .wait: break
      case .full: continuation.resume(returning: .failure(.busy))
      }
    }
  }

  private func enter(_ job: @escaping @Sendable () -> Void) -> Entry {
    state.withLock { state in
      if state.running < atOnce {
        state.running += 1
        return .start
      }
      guard state.waiting.count < waiting else { return .full }
      state.waiting.append(job)
      return .wait
    }
  }

  private func workThrough(_ first: @Sendable () -> Void) {
    first()
    while let next = nextJob() { next() }
  }

  private func nextJob() -> (@Sendable () -> Void)? {
    state.withLock { state in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
      state.running -= 1
      return nil
    }
  }
}
