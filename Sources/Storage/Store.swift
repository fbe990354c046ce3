import Foundation
public import Secrets
import Synchronization

/// The memory of an office: one writer, several readers, and every change in a transaction.
///
/// Several programs may have the same SQLite store open; each write waits up to 10 s for the others.
public final class Store: Sendable {
  private let writer: Session
  private let readers: [Session]
  private let turn = Atomic<Int>(0)
  public let key: FieldKey
  /// Path of the database file.
  public let path: String

  /// Opens the store, creating an empty one together with its key; a store of another schema version is refused.
  public init(_ location: StoreLocation) async throws(StoreError) {
    let path = location.path
    let isNew = !FileManager.default.fileExists(atPath: path)
    if isNew { try Store.makeFolder(of: path) }
    key = try Store.key(at: location.keyPath, creating: isNew)
    self.path = path
    writer = try Session(path: path, key: key, readOnly: false)
    try await Migrations.run(on: writer, key: key)
    var readers: [Session] = []
    for _ in 0..<4 { readers.append(try Session(path: path, key: key, readOnly: true)) }
    self.readers = readers
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

  private static func makeFolder(of path: String) throws(StoreError) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw .unreachable("the folder \(folder.path) cannot be made: \(error.localizedDescription)")
    }
  }

  private static func key(at path: String, creating: Bool) throws(StoreError) -> FieldKey {
    let exists = FileManager.default.fileExists(atPath: path)
    guard creating || exists else {
      throw .key("The key file \(path) is missing. Put it back from where you keep it, or name it with --key.")
    }
    do {
      return exists ? try FieldKey.load(from: path) : try FieldKey.create(at: path)
    } catch {
      throw .key("\(error)")
    }
  }
}

/// Where a store lies, as `--database` and `--key` say it.
public struct StoreLocation: Sendable, Equatable {
  public var path: String
  public var keyPath: String

  /// Reads "sqlite:PATH"; nil for anything else. The key lies beside the store unless named.
  public init?(url: String, key: String? = nil) {
    guard url.hasPrefix("sqlite:"), url.utf8.count > 7 else { return nil }
    path = String(url.dropFirst(7))
    keyPath = key ?? (path.hasSuffix(".sqlite") ? String(path.dropLast(7)) + ".key" : path + ".key")
  }
}
