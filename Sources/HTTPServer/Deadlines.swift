import CMicroHTTPD
import Glibc
import Synchronization

/// When each connection must have come to its next step. The library's own timeout only sees silence: a client that
/// sends one byte a second would hold its connection for ever.
final class Deadlines: Sendable {
  private let table = Mutex<[Int32: ContinuousClock.Instant]>([:])

  func set(_ socket: Int32, after duration: Duration) {
    table.withLock { $0[socket] = .now + duration }
  }

  func clear(_ socket: Int32) {
    _ = table.withLock { $0.removeValue(forKey: socket) }
  }

  /// Ends the overdue connections; the library then closes them. Under the lock, because an entry is cleared before
  /// its socket is closed: no other connection can be hit.
  func enforce(at now: ContinuousClock.Instant) {
    table.withLock { table in
      for (socket, deadline) in table where deadline < now {
        shutdown(socket, Int32(SHUT_RDWR))
        table[socket] = nil
      }
    }
  }
}
