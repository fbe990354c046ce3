import Dispatch
import Secrets

/// Runs an actor on a queue of its own, so that a database that blocks never holds up the cooperative threads.
final class QueueExecutor: SerialExecutor {
  private let queue: DispatchQueue

  init(label: String) { queue = DispatchQueue(label: label) }

  func enqueue(_ job: consuming ExecutorJob) {
    let unowned = UnownedJob(job)
    queue.async { unowned.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}

/// Owns one connection and runs one transaction after the other on it.
actor Session {
  private let connection: SQLiteConnection
  private let key: FieldKey
  private let decoded = DecodedDocuments()
  private let isReader: Bool
  private nonisolated let queue: QueueExecutor

  nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

  init(_ location: StoreLocation, key: FieldKey, readOnly: Bool) throws(StoreError) {
    queue = QueueExecutor(label: readOnly ? "outreach.store.reader" : "outreach.store.writer")
    self.key = key
    isReader = readOnly
    connection = try SQLiteConnection(path: location.path, readOnly: readOnly, patience: location.patience)
  }

  func transaction<T: Sendable>(
    _ begin: String, ending: String = "COMMIT", _ body: @Sendable (Transaction) throws(StoreError) -> T
  ) throws(StoreError) -> T {
    try connection.execute(begin)
    do throws(StoreError) {
      if isReader { decoded.state = try connection.dataVersion() }
      let transaction = Transaction(connection: connection, key: key, decoded: decoded)
      let value = try body(transaction)
      try transaction.tally.settle(connection)
      try connection.execute(ending)
      return value
    } catch {
      // The statement's own failure may have ended the transaction already.
      try? connection.execute("ROLLBACK")
      throw error
    }
  }

  func execute(_ sql: String) throws(StoreError) { try connection.execute(sql) }
}
