import CSQLite
import Foundation

/// The store's file as any other program may open it: to look at all that it holds, to hold it, to age it.
final class Database {
  private let handle: OpaquePointer

  init(_ program: Program) throws {
    var opened: OpaquePointer?
    guard sqlite3_open(program.folder.appendingPathComponent("office.sqlite").path, &opened) == SQLITE_OK, let opened
    else { throw Failure("the store cannot be opened") }
    handle = opened
    sqlite3_busy_timeout(handle, 5_000)
  }

  deinit { sqlite3_close_v2(handle) }

  func execute(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
      throw Failure(String(cString: sqlite3_errmsg(handle)))
    }
  }

  /// The first column of every row.
  func texts(_ sql: String) throws -> [String] { try rows(sql).map { $0[0] } }

  /// Every row of every table, so that two moments can be compared.
  func everything() throws -> [String] {
    try texts("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").flatMap { table in
      try rows("SELECT * FROM \(table)").map { "\(table): \($0.joined(separator: "|"))" }
    }
  }

  private func rows(_ sql: String) throws -> [[String]] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else {
      throw Failure(String(cString: sqlite3_errmsg(handle)))
    }
    defer { sqlite3_finalize(statement) }
    var rows: [[String]] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      rows.append((0..<sqlite3_column_count(statement)).map { Self.text(statement, $0) })
    }
    return rows
  }

  /// Bytes as they are counted: sealed addresses are no text.
  private static func text(_ statement: OpaquePointer?, _ column: Int32) -> String {
    guard sqlite3_column_type(statement, column) == SQLITE_BLOB else {
      return sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "NULL"
    }
    let count = Int(sqlite3_column_bytes(statement, column))
    guard let start = sqlite3_column_blob(statement, column) else { return "" }
    return UnsafeRawBufferPointer(start: start, count: count).map { String($0, radix: 16) }.joined(separator: ".")
  }
}
