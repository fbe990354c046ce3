public import Domain

/// What became of a message, as far as results need it: no address, no text.
public struct MessageResult: Sendable {
  public var activity: ActivityID
  public var citizen: CitizenID
  /// Where the citizen lives; nil when that is not recorded.
  public var village: Place.Code?
  public var state: Delivery.State
  public var price: Money?
  /// When it was first handed to the provider.
  public var startedAt: Instant
}

extension Transaction {
  /// Every message of the campaign that left, one by one.
  public func eachMessageResult(
    of campaign: CampaignID, _ body: (MessageResult) throws(StoreError) -> Void
  ) throws(StoreError) {
    try rows(
      """
      SELECT m.activity, m.citizen, c.village, m.state, m.price_minor, m.price_currency, m.started_at
      FROM messages m LEFT JOIN citizens c ON c.id = m.citizen
      WHERE m.campaign = ? AND m.started_at IS NOT NULL ORDER BY m.seq
      """, [.text(campaign.text)]
    ) { (row) throws(StoreError) in
      guard let state = Delivery.State(rawValue: row.text(3)) else { throw .corrupt("a message without a state") }
      var price: Money?
      if let minor = row.integerOrNil(4), let currency = row.textOrNil(5).flatMap({ Currency(rawValue: $0) }) {
        price = Money(minor: minor, currency)
      }
      try body(
        MessageResult(
          activity: ActivityID(row.text(0)), citizen: CitizenID(row.text(1)),
          village: row.textOrNil(2).flatMap { Place.Code($0) }, state: state, price: price,
          startedAt: Instant(milliseconds: row.integer(6))))
    }
  }

  /// All campaigns' messages by the state that reports name.
  public func messageTotals() throws(StoreError) -> [Delivery.State: Int] {
    var totals: [Delivery.State: Int] = [:]
    try rows("SELECT state, sum(count) FROM message_totals GROUP BY state HAVING sum(count) > 0") { row in
      if let state = Delivery.State(rawValue: row.text(0)) { totals[state, default: 0] += row.int(1) }
    }
    return totals
  }
}
