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
  /// The day on which an activity last reached each person at their door. Days are of the office's zone.
  public func lastReached() throws(StoreError) -> [CitizenID: LocalDate] {
    let offset = ZoneOffset.phnomPenh
    var reached: [CitizenID: LocalDate] = [:]
    try rows(
      """
      SELECT c.id, max(v.at) FROM visits v JOIN citizens c ON c.household = v.household
      WHERE v.disposition = 'talked' GROUP BY c.id
      """
    ) { row in reached[CitizenID(row.text(0))] = Instant(milliseconds: row.integer(1)).local(at: offset).date }
    return reached
  }
}
