public import Domain

extension Transaction {
  /// The further columns of everybody who has any.
  public func citizenAttributes() throws(StoreError) -> [[String: AttributeValue]] {
    try all("SELECT attributes FROM citizens WHERE attributes IS NOT NULL") { (row) throws(StoreError) in
      try Self.decode([String: AttributeValue].self, row.text(0))
    }
  }
}

extension Transaction {
  /// The day on which each person was last reached: by a message that a provider took, or by a talk at the door.
  /// `day` says on which day of the office's calendar a moment is.
  public func lastReached(day: (Instant) -> LocalDate) throws(StoreError) -> [CitizenID: LocalDate] {
    var reached: [CitizenID: LocalDate] = [:]
    try rows(
      """
      SELECT citizen, max(at) FROM (
        SELECT citizen, started_at AS at FROM messages WHERE state IN ('sent', 'delivered')
        UNION ALL
        SELECT c.id, v.at FROM visits v JOIN citizens c ON c.household = v.household WHERE v.disposition = 'talked')
      GROUP BY citizen
      """
    ) { row in
      reached[CitizenID(row.text(0))] = day(Instant(milliseconds: row.integer(1)))
    }
    return reached
  }
}
