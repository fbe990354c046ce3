import CSQLite

/// One SQLite session in WAL mode. Not Sendable: it belongs to the actor that opened it.
final class SQLiteConnection: Connection {
  private let handle: OpaquePointer
  private var statements: [String: OpaquePointer] = [:]

  /// Opens or creates the file; writers sync every commit to the disk (`synchronous=FULL`), because an acknowledged
  /// message must survive a power cut.
  ///
  /// - Parameter patience: seconds to wait for another program's write.
  init(path: String, readOnly: Bool, patience: Double) throws(StoreError) {
    var opened: OpaquePointer?
    let access = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    let code = sqlite3_open_v2(path, &opened, access | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let opened else {
      let why = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(opened)
      throw .unreachable("\(path): \(why).")
    }
    handle = opened
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, Int32(min(patience, 86_400) * 1_000))
    _ = outreach_sqlite_db_config_int(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nil)
    _ = outreach_sqlite_db_config_int(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nil)
    if !readOnly { try execute("PRAGMA journal_mode=WAL") }
    try execute("PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-8192")
    try assertDurable(readOnly: readOnly)
  }

  deinit {
    for statement in statements.values { sqlite3_finalize(statement) }
    sqlite3_close_v2(handle)
  }

  /// A store that loses acknowledged rows in a power cut must not start at all.
  private func assertDurable(readOnly: Bool) throws(StoreError) {
    var journal = ""
    var synchronous = 0
    try rows("PRAGMA journal_mode", []) { journal = $0.text(0) }
    try rows("PRAGMA synchronous", []) { synchronous = $0.int(0) }
    guard readOnly || journal == "wal", synchronous == 2 else {
      throw .unreachable("SQLite runs with journal \(journal), synchronous \(synchronous); WAL and FULL are needed.")
    }
  }

  /// Differs from the last answer when another connection has committed since; begins the transaction's view.
  func dataVersion() throws(StoreError) -> Int {
    var version = 0
    try rows("PRAGMA data_version", []) { version = $0.int(0) }
    return version
  }

  /// Runs several statements without values.
  func execute(_ sql: String) throws(StoreError) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
  }

  func run(_ sql: String, _ values: [Value]) throws(StoreError) -> Int {
    let statement = try prepare(sql, values)
    defer { sqlite3_reset(statement) }
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: continue
      case SQLITE_DONE: return Int(sqlite3_changes(handle))
      default: throw failure()
      }
    }
  }

  func rows(_ sql: String, _ values: [Value], _ body: (any Row) throws(StoreError) -> Void) throws(StoreError) {
    let statement = try prepare(sql, values)
    defer { sqlite3_reset(statement) }
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: try body(SQLiteRow(statement: statement))
      case SQLITE_DONE: return
      default: throw failure()
      }
    }
  }

  private func prepare(_ sql: String, _ values: [Value]) throws(StoreError) -> OpaquePointer {
    let statement = try cached(sql)
    // A query inside a query of the same text needs a statement of its own.
    precondition(sqlite3_stmt_busy(statement) == 0, "a statement was used inside itself: \(sql.prefix(80))")
    precondition(Int(sqlite3_bind_parameter_count(statement)) == values.count, "values do not fit: \(sql.prefix(80))")
    for (index, value) in values.enumerated() { bind(value, at: Int32(index + 1), of: statement) }
    return statement
  }

  private func cached(_ sql: String) throws(StoreError) -> OpaquePointer {
    if let statement = statements[sql] { return statement }
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else { throw failure() }
    statements[sql] = statement
    return statement
  }

  private func bind(_ value: Value, at index: Int32, of statement: OpaquePointer) {
    switch value {
    case .null: sqlite3_bind_null(statement, index)
    case .integer(let integer): sqlite3_bind_int64(statement, index, integer)
    case .real(let real): sqlite3_bind_double(statement, index, real)
    case .text(var text):
      text.withUTF8 { buffer in
        _ = sqlite3_bind_text64(
          statement, index, UnsafeRawPointer(buffer.baseAddress ?? emptyText).assumingMemoryBound(to: CChar.self),
          UInt64(buffer.count), outreach_sqlite_transient(), UInt8(SQLITE_UTF8))
      }
    case .bytes(let bytes):
      bytes.withUnsafeBytes { buffer in
        _ = sqlite3_bind_blob64(
          statement, index, buffer.baseAddress ?? UnsafeRawPointer(emptyText), UInt64(buffer.count),
          outreach_sqlite_transient())
      }
    }
  }

  private func failure() -> StoreError {
    let code = sqlite3_extended_errcode(handle)
    let words = String(cString: sqlite3_errmsg(handle))
    switch code & 0xff {
    case SQLITE_BUSY, SQLITE_LOCKED: return .busy
    case SQLITE_FULL, SQLITE_IOERR: return .diskFull(words)
    case SQLITE_CORRUPT, SQLITE_NOTADB: return .corrupt(words)
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY, SQLITE_AUTH: return .unreachable("\(words).")
    default: return .rule(words)
    }
  }
}

/// SQLite takes a nil pointer for NULL; an empty text needs one that is not.
private nonisolated(unsafe) let emptyText = UnsafePointer(UnsafeMutablePointer<UInt8>.allocate(capacity: 1))

private struct SQLiteRow: Row {
  let statement: OpaquePointer

  func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL }
  func integer(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(column)) }
  func real(_ column: Int) -> Double { sqlite3_column_double(statement, Int32(column)) }

  func text(_ column: Int) -> String {
    guard let start = sqlite3_column_text(statement, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func bytes(_ column: Int) -> [UInt8] {
    guard let start = sqlite3_column_blob(statement, Int32(column)) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column)))))
  }
}
