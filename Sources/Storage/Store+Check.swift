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
    if let seq = try firstBrokenAuditEntry() { problems.append("The audit trail is broken at entry \(seq).") }
    return problems
  }
}
