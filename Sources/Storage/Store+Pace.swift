public import Domain

extension Transaction {
  /// Messages handed over in each minute from `from` on, by minutes since the epoch.
  public func handedOver(
    _ campaign: CampaignID, _ activity: ActivityID, from: Instant
  ) throws(StoreError) -> [Int64: Int] {
    var minutes: [Int64: Int] = [:]
    try rows(
      """
      SELECT started_at / 60000, count(*) FROM messages
      WHERE campaign = ? AND activity = ? AND started_at >= ?
        AND state IN ('sent', 'delivered', 'undelivered', 'failed', 'doubt')
      GROUP BY 1
      """, [.text(campaign.text), .text(activity.text), .integer(from.milliseconds)]
    ) { row in minutes[row.integer(0)] = row.int(1) }
    return minutes
  }

  /// When the first and the last of an activity's messages left; nil before any did.
  public func sendingSpan(
    _ campaign: CampaignID, _ activity: ActivityID
  ) throws(StoreError) -> (first: Instant, last: Instant)? {
    let found = try first(
      """
      SELECT min(started_at), max(started_at) FROM messages
      WHERE campaign = ? AND activity = ? AND started_at IS NOT NULL
      """, [.text(campaign.text), .text(activity.text)]
    ) { row in (row.intOrNil(0), row.intOrNil(1)) }
    guard let found, let first = found.0, let last = found.1 else { return nil }
    return (Instant(milliseconds: Int64(first)), Instant(milliseconds: Int64(last)))
  }
}
