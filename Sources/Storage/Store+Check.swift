extension Transaction {
  /// Everything that is wrong with the store, a sentence each; empty when it is whole.
  public func problems() throws(StoreError) -> [String] {
    var problems: [String] = []
    try rows("PRAGMA integrity_check") { row in
      if row.text(0) != "ok" { problems.append("The database file is damaged: \(row.text(0)).") }
    }
    try rows("PRAGMA foreign_key_check") { row in
      problems.append("A row of \(row.text(0)) points to one of \(row.text(2)) that is not there.")
    }
    if try first(Self.wrongTotals, [], { _ in true }) != nil {
      problems.append("The totals of messages by state are not those of the messages.")
    }
    if let seq = try firstBrokenAuditEntry() { problems.append("The audit trail is broken at entry \(seq).") }
    return problems
  }

  private static let wrongTotals = """
    SELECT 1 FROM (
      SELECT campaign, activity, state, reason, count FROM message_totals
      UNION ALL
      SELECT campaign, activity, state, ifnull(reason, ''), -1 FROM messages)
    GROUP BY campaign, activity, state, reason HAVING sum(count) <> 0
    """
}
