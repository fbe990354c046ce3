import Synchronization

/// How many requests were answered, by the first digit of their status, since the program started.
final class Traffic: Sendable {
  private let counts = Mutex<[Int: Int]>([:])

  func add(_ status: Int) { counts.withLock { $0[status / 100, default: 0] += 1 } }

  /// 2 for "2xx" and so on, in order.
  var answered: [(class: Int, count: Int)] {
    counts.withLock { $0.sorted { $0.key < $1.key }.map { (class: $0.key, count: $0.value) } }
  }
}
