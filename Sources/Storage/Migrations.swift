import Secrets

/// The schema's history: an append-only list, each step in one transaction.
enum Migrations {
  /// The statements of each version; the first makes an empty store.
  static let all: [[String]] = [
    Schema.documents + Schema.places + Schema.people + Schema.plans + Schema.field + Schema.accounts + Schema.sending
  ]

  static var newest: Int { all.count }

  /// Brings an empty store to the newest schema and refuses any other than that.
  static func run(on session: Session, key: FieldKey) async throws(StoreError) {
    let found = try await session.transaction("BEGIN") { (tx) throws(StoreError) in try version(tx) }
    if found > newest { throw .newerSchema(found: found, known: newest) }
    if found == 0 {
      try await session.transaction("BEGIN IMMEDIATE") { (tx) throws(StoreError) in
        // Another program may have been quicker.
        if try version(tx) == 0 { try create(tx) }
      }
    } else if found < newest {
      throw .olderSchema(found: found, known: newest)
    }
    try await session.transaction("BEGIN") { (tx) throws(StoreError) in try tx.checkKey() }
  }

  private static func version(_ tx: Transaction) throws(StoreError) -> Int {
    try tx.first("PRAGMA user_version") { $0.int(0) } ?? 0
  }

  private static func create(_ tx: Transaction) throws(StoreError) {
    for step in all { for statement in step { try tx.run(statement) } }
    try tx.run("PRAGMA user_version = \(newest)")
    try tx.setMeta("keyCheck", tx.key.keyedDigest("key check"))
    try tx.setMeta("deliverySecret", Token.random())
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
