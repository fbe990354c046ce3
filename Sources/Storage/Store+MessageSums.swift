public import Domain

/// What one activity's messages came to, in sums; no address is read for it.
public struct MessageSums: Sendable {
  /// By state.
  public var counts: [Delivery.State: Int] = [:]
  public var skipped: [SkipReason: Int] = [:]
  public var leftOut: [SkipReason: Int] = [:]
  /// The provider's code and words for what failed, with how many messages each.
  public var failures: [(words: String, count: Int)] = []
  public var parts = 0
  /// Spent or perhaps spent, and still to spend.
  public var spent: [Money] = []
  public var waiting: [Money] = []
}

extension Transaction {
  public func messageSums(_ campaign: CampaignID, _ activity: ActivityID) throws(StoreError) -> MessageSums {
    let values: [Value] = [.text(campaign.text), .text(activity.text)]
    let own = "campaign = ? AND activity = ?"
    var sums = MessageSums()
    try rows(
      """
      SELECT state, count(*), sum(parts), price_currency, sum(price_minor) FROM messages WHERE \(own)
      GROUP BY state, price_currency ORDER BY state, price_currency
      """, values
    ) { (row) throws(StoreError) in
      let state = try Self.state(row.text(0))
      sums.counts[state, default: 0] += row.int(1)
      sums.parts += row.int(2)
      guard let currency = row.textOrNil(3).flatMap({ Currency(rawValue: $0) }) else { return }
      let money = Money(minor: row.integer(4), currency)
      switch state {
      case .planned: sums.waiting.append(money)
      case .sending, .sent, .delivered, .undelivered, .doubt: sums.spent.append(money)
      case .failed, .skipped: break
      }
    }
    sums.skipped = try reasons("SELECT reason, count(*) FROM messages WHERE \(own) AND state = 'skipped' GROUP BY 1", values)
    sums.leftOut = try reasons("SELECT reason, count(*) FROM left_out WHERE \(own) GROUP BY 1", values)
    sums.failures = try all(
      """
      SELECT trim(ifnull(a.code, '') || ' ' || ifnull(a.words, '')), count(*) FROM messages m
      LEFT JOIN attempts a ON a.message = m.seq
        AND a.number = (SELECT max(number) FROM attempts WHERE message = m.seq)
      WHERE m.campaign = ? AND m.activity = ? AND m.state IN ('failed', 'undelivered')
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20
      """, values
    ) { (words: $0.text(0), count: $0.int(1)) }
    return sums
  }

  /// What a campaign's messages have cost so far, and what those that wait will cost, by activity.
  public func messageMoney(
    _ campaign: CampaignID
  ) throws(StoreError) -> [ActivityID: (spent: [Money], waiting: [Money])] {
    var money: [ActivityID: (spent: [Money], waiting: [Money])] = [:]
    try rows(
      """
      SELECT activity, state = 'planned', price_currency, sum(price_minor) FROM messages
      WHERE campaign = ? AND state NOT IN ('failed', 'skipped') AND price_currency IS NOT NULL
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      """, [.text(campaign.text)]
    ) { row in
      guard let currency = Currency(rawValue: row.text(2)) else { return }
      let sum = Money(minor: row.integer(3), currency)
      let activity = ActivityID(row.text(0))
      var found = money[activity] ?? ([], [])
      if row.int(1) == 1 { found.waiting.append(sum) } else { found.spent.append(sum) }
      money[activity] = found
    }
    return money
  }

  private func reasons(_ sql: String, _ values: [Value]) throws(StoreError) -> [SkipReason: Int] {
    var counts: [SkipReason: Int] = [:]
    try rows(sql, values) { row in
      if let reason = SkipReason(rawValue: row.text(0)) { counts[reason, default: 0] += row.int(1) }
    }
    return counts
  }

  /// Who launched a campaign, and when; nil when nobody has.
  public func launch(of campaign: CampaignID) throws(StoreError) -> (who: String, at: Instant)? {
    try first(
      "SELECT launched_by, launched_at FROM campaign_states WHERE campaign = ?", [.text(campaign.text)]
    ) { (who: $0.text(0), at: Instant(milliseconds: $0.integer(1))) }
  }
}
