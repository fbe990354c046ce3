public import Domain

/// A daemon that has, or had, messages under way.
public struct OwnerRecord: Sendable, Equatable {
  public var id: String
  public var pid: Int32
  /// When the system started that process, so that a reused number is not taken for it.
  public var processStarted: String
  public var heartbeat: Instant

  public init(id: String, pid: Int32, processStarted: String, heartbeat: Instant) {
    self.id = id
    self.pid = pid
    self.processStarted = processStarted
    self.heartbeat = heartbeat
  }
}

extension Transaction {
  /// Writes the owner down, or that it is still alive.
  public func beat(_ owner: OwnerRecord) throws(StoreError) {
    try run(
      """
      INSERT INTO owners(id, pid, process_started, heartbeat) VALUES(?, ?, ?, ?)
      ON CONFLICT(id) DO UPDATE SET heartbeat = excluded.heartbeat
      """,
      [
        .text(owner.id), .integer(Int64(owner.pid)), .text(owner.processStarted),
        .integer(owner.heartbeat.milliseconds),
      ])
  }

  public func owners() throws(StoreError) -> [OwnerRecord] {
    try all("SELECT id, pid, process_started, heartbeat FROM owners") { row in
      OwnerRecord(
        id: row.text(0), pid: Int32(truncatingIfNeeded: row.integer(1)), processStarted: row.text(2),
        heartbeat: Instant(milliseconds: row.integer(3)))
    }
  }

  public func removeOwner(_ id: String) throws(StoreError) {
    try run("DELETE FROM owners WHERE id = ?", [.text(id)])
  }

  /// What an owner had begun to send and never finished.
  public func unfinished(of owner: String) throws(StoreError) -> [StoredMessage] {
    try all(
      "SELECT \(Self.messageColumns) FROM messages WHERE owner = ? AND state = 'sending' ORDER BY seq", [.text(owner)]
    ) { (row) throws(StoreError) in try message(row) }
  }
}
