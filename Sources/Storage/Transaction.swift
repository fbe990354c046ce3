import Secrets

/// One view of the store inside one transaction. The nouns add their methods in `Store+Noun.swift`; whoever needs
/// several to hold together calls them on the same transaction.
public struct Transaction {
  let connection: any Connection
  /// Seals addresses and finds them again.
  let key: FieldKey
  let decoded: DecodedDocuments
  let tally = MessageTally()

  /// Runs one statement; the number of rows it changed.
  @discardableResult
  func run(_ sql: String, _ values: [Value] = []) throws(StoreError) -> Int {
    try connection.run(sql, values)
  }

  /// Hands each row of a query to `body`.
  func rows(
    _ sql: String, _ values: [Value] = [], _ body: (any Row) throws(StoreError) -> Void
  ) throws(StoreError) {
    try connection.rows(sql, values, body)
  }

  /// Each row of a query, made into a value.
  func all<T>(
    _ sql: String, _ values: [Value] = [], _ make: (any Row) throws(StoreError) -> T
  ) throws(StoreError) -> [T] {
    var out: [T] = []
    try connection.rows(sql, values) { (row) throws(StoreError) in out.append(try make(row)) }
    return out
  }

  /// The first row of a query, made into a value; nil when there is none.
  func first<T>(
    _ sql: String, _ values: [Value] = [], _ make: (any Row) throws(StoreError) -> T
  ) throws(StoreError) -> T? {
    try all(sql, values, make).first
  }
}
