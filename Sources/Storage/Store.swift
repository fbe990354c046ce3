import Foundation
public import Secrets
import Synchronization

/// The memory of an office: one writer, several readers, and every change in a transaction.
///
/// Several programs may have the same SQLite store open; each write waits for the others, 10 s unless told otherwise.
public final class Store: Sendable {
  private let writer: Session
  private let readers: [Session]
  private let turn = Atomic<Int>(0)
  public let key: FieldKey
  /// Path of the database file.
  public let path: String

  /// Opens the store, creating an empty one together with its key; a store of another schema version is refused.
  public init(_ location: StoreLocation) async throws(StoreError) {
    (writer, key) = try Store.writer(location)
    path = location.path
    try await Migrations.run(on: writer, key: key)
    var readers: [Session] = []
    for _ in 0..<4 { readers.append(try Session(location, key: key, readOnly: true)) }
    self.readers = readers
  }

  /// Brings a store to the schema of this program, creating a missing one, and gives the version it had before.
  public static func migrate(_ location: StoreLocation) async throws(StoreError) -> (before: Int, now: Int) {
    let (writer, key) = try writer(location)
    return (try await Migrations.upgrade(writer, key: key), Migrations.newest)
  }

  private static func writer(_ location: StoreLocation) throws(StoreError) -> (Session, FieldKey) {
    let isNew = try DatabaseFile(path: location.path).prepare()
    let key = try key(at: location.keyPath, creating: isNew)
    return (try Session(location, key: key, readOnly: false), key)
  }

  /// Runs `body` in one transaction that is either whole or not there; on the disk before this returns.
  public func write<T: Sendable>(
    _ body: @Sendable (Transaction) throws(StoreError) -> T
  ) async throws(StoreError) -> T {
    try await writer.transaction("BEGIN IMMEDIATE", body)
  }

  /// Runs `body` as ``write(_:)`` would and then undoes it all: what would happen, without it happening.
  public func rehearse<T: Sendable>(
    _ body: @Sendable (Transaction) throws(StoreError) -> T
  ) async throws(StoreError) -> T {
    try await writer.transaction("BEGIN IMMEDIATE", ending: "ROLLBACK", body)
  }

  /// Runs `body` on one unchanging view of the store.
  public func read<T: Sendable>(
    _ body: @Sendable (Transaction) throws(StoreError) -> T
  ) async throws(StoreError) -> T {
    let next = turn.wrappingAdd(1, ordering: .relaxed).oldValue
    return try await readers[abs(next % readers.count)].transaction("BEGIN", body)
  }

  /// Copies the log into the database file, so that the file alone is whole.
  public func checkpoint() async throws(StoreError) {
    try await writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  private static func key(at path: String, creating: Bool) throws(StoreError) -> FieldKey {
    let exists = FileManager.default.fileExists(atPath: path)
    guard creating || exists else {
      throw .key("The key file \(path) is missing. Put it back from where you keep it, or name it with --key.")
    }
    do {
      return exists ? try FieldKey.load(from: path) : try newKey(at: path)
    } catch {
      throw .key("\(error)")
    }
  }

  private static func newKey(at path: String) throws(SecretsError) -> FieldKey {
    do {
      return try FieldKey.create(at: path)
    } catch .keyExists {
      // Another program made the store at the same moment; both use the key that was first.
      return try FieldKey.load(from: path)
    }
  }
}

/// Where a store lies, as `--database` and `--key` say it.
public struct StoreLocation: Sendable, Equatable {
  public var path: String
  public var keyPath: String
  /// Seconds that a write waits while another program writes.
  public var patience = 10.0

  /// Reads "sqlite:PATH"; nil for anything else. The key lies beside the store unless named.
  public init?(url: String, key: String? = nil) {
    guard url.hasPrefix("sqlite:"), url.utf8.count > 7 else { return nil }
    path = String(url.dropFirst(7))
    keyPath = key ?? (path.hasSuffix(".sqlite") ? String(path.dropLast(7)) + ".key" : path + ".key")
  }
}
