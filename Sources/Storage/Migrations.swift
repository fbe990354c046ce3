import Secrets

/// The schema's history: an append-only list, each step in one transaction.
enum Migrations {
  /// The statements of each version; the first makes an empty store.
  static let all: [[String]] = [
    Schema.documents + Schema.places + Schema.people + Schema.plans + Schema.field + Schema.accounts + Schema.sending,
    Schema.figures,
  ]

  static var newest: Int { all.count }

  /// Brings an empty store to the newest schema and refuses any other than that.
  static func run(on session: Session, key: FieldKey) async throws(StoreError) {
    let found = try await found(session)
    if found > newest { throw .newerSchema(found: found, known: newest) }
    if found > 0, found < newest { throw .olderSchema(found: found, known: newest) }
    if found == 0 { _ = try await raise(session) }
    try await session.transaction("BEGIN") { (tx) throws(StoreError) in try tx.checkKey() }
  }

  /// Brings a store of any earlier schema to the newest, and gives the version it had; 0: it was empty.
  static func upgrade(_ session: Session, key: FieldKey) async throws(StoreError) -> Int {
    let found = try await found(session)
    if found > newest { throw .newerSchema(found: found, known: newest) }
    if found > 0 { try await session.transaction("BEGIN") { (tx) throws(StoreError) in try tx.checkKey() } }
    return found == newest ? found : try await raise(session)
  }

  private static func found(_ session: Session) async throws(StoreError) -> Int {
    try await session.transaction("BEGIN") { (tx) throws(StoreError) in
      let isOurs = try tx.first("SELECT 1 FROM sqlite_schema WHERE name = 'meta'") { _ in true } ?? false
      let isEmpty = try tx.first("SELECT count(*) FROM sqlite_schema") { $0.int(0) } == 0
      guard isOurs || isEmpty else {
        throw .unreachable("the file is the database of another program. Name another file with --database.")
      }
      return try version(tx)
    }
  }

  /// All steps that are missing, in one transaction; another program may have been quicker.
  private static func raise(_ session: Session) async throws(StoreError) -> Int {
    try await session.transaction("BEGIN IMMEDIATE") { (tx) throws(StoreError) in
      let found = try version(tx)
      guard found < newest else { return found }
      for step in all[found...] { for statement in step { try tx.run(statement) } }
      try tx.run("PRAGMA user_version = \(newest)")
      guard found == 0 else { return found }
      try tx.setMeta("keyCheck", tx.key.keyedDigest("key check"))
      try tx.setMeta("deliverySecret", Token.random())
      return found
    }
  }

  private static func version(_ tx: Transaction) throws(StoreError) -> Int {
    try tx.first("PRAGMA user_version") { $0.int(0) } ?? 0
  }
}

/// The tables, grouped by topic in `Schema+Topic.swift`. Times are milliseconds since 1970 UTC, days ISO text.
enum Schema {}

extension Transaction {
  /// A named fact about the store itself.
  public func meta(_ name: String) throws(StoreError) -> String? {
    try first("SELECT value FROM meta WHERE name = ?", [.text(name)]) { $0.text(0) }
  }

  public func setMeta(_ name: String, _ value: String) throws(StoreError) {
    try run(
      "INSERT INTO meta(name, value) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
      [.text(name), .text(value)])
  }

  func checkKey() throws(StoreError) {
    guard try meta("keyCheck") == key.keyedDigest("key check") else {
      throw .key("The key file belongs to another store. Name the right one with --key.")
    }
  }
}
