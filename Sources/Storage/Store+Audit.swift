public import Domain
import Secrets

/// One line of the audit trail, chained to the line before it.
public struct AuditEntry: Sendable, Equatable {
  public var seq: Int
  public var at: Instant
  public var who: String
  public var action: String
  public var subject: String
  public var detail: String
}

extension Transaction {
  /// Writes down who did what, in the same transaction as the change itself. `subject` and `detail` name no person
  /// except by id.
  public func audit(
    _ action: String, _ subject: String, by who: String, at now: Instant, detail: String = ""
  ) throws(StoreError) {
    let previous = try first("SELECT digest FROM audit ORDER BY seq DESC LIMIT 1") { $0.text(0) } ?? ""
    let digest = Self.link(previous, [String(now.milliseconds), who, action, subject, detail])
    try run(
      "INSERT INTO audit(at, who, action, subject, detail, previous, digest) VALUES(?, ?, ?, ?, ?, ?, ?)",
      [
        .integer(now.milliseconds), .text(who), .text(action), .text(subject), .text(detail), .text(previous),
        .text(digest),
      ])
  }

  /// The latest lines, newest first.
  public func auditEntries(limit: Int) throws(StoreError) -> [AuditEntry] {
    try all(
      "SELECT seq, at, who, action, subject, detail FROM audit ORDER BY seq DESC LIMIT ?", [Value(limit)]
    ) { row in
      AuditEntry(
        seq: row.int(0), at: Instant(milliseconds: row.integer(1)), who: row.text(2), action: row.text(3),
        subject: row.text(4), detail: row.text(5))
    }
  }

  /// The number of the first line that does not fit the chain, or nil when the trail is whole.
  public func firstBrokenAuditEntry() throws(StoreError) -> Int? {
    var previous = ""
    var expected = 1
    var broken: Int?
    try rows("SELECT seq, at, who, action, subject, detail, previous, digest FROM audit ORDER BY seq") { row in
      guard broken == nil else { return }
      let digest = Self.link(previous, [String(row.integer(1))] + (2...5).map { row.text($0) })
      if row.int(0) != expected || row.text(6) != previous || row.text(7) != digest { broken = expected }
      previous = row.text(7)
      expected += 1
    }
    return broken
  }

  private static func link(_ previous: String, _ fields: [String]) -> String {
    SHA256.hex(of: ([previous] + fields).map { "\($0.utf8.count):\($0)" }.joined())
  }
}

extension Transaction {
  /// The latest lines about any of the subjects, newest first.
  public func auditEntries(about subjects: [String], limit: Int) throws(StoreError) -> [AuditEntry] {
    let marks = subjects.map { _ in "?" }.joined(separator: ", ")
    return try all(
      """
      SELECT seq, at, who, action, subject, detail FROM audit WHERE subject IN (\(marks)) ORDER BY seq DESC LIMIT ?
      """, subjects.map { .text($0) } + [Value(limit)]
    ) { row in
      AuditEntry(
        seq: row.int(0), at: Instant(milliseconds: row.integer(1)), who: row.text(2), action: row.text(3),
        subject: row.text(4), detail: row.text(5))
    }
  }
}
