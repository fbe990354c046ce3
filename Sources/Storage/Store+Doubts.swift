public import Domain

extension Transaction {
  /// An activity's messages of which nobody knows whether they arrived, oldest first.
  public func doubts(_ campaign: CampaignID, _ activity: ActivityID) throws(StoreError) -> [StoredMessage] {
    try all(
      "SELECT \(Self.messageColumns) FROM messages WHERE campaign = ? AND activity = ? AND state = 'doubt' ORDER BY seq",
      [.text(campaign.text), .text(activity.text)]
    ) { (row) throws(StoreError) in try message(row) }
  }

  /// Lets a doubtful message leave once more by a person's word. It may cost a second time, so it sets its price aside
  /// again. False when a receipt has settled it meanwhile.
  public func sendAgain(_ stored: StoredMessage, at now: Instant) throws(StoreError) -> Bool {
    guard try move(stored, .orderedResend, at: now, due: now) else { return false }
    if stored.reserve > 0 { try reserve(stored.message.campaign, stored.reserve) }
    return true
  }
}
