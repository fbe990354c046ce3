public import Domain

/// A waiting message whose time has come, with what binds it at the last moment.
public struct DueMessage: Sendable {
  public var stored: StoredMessage
  /// The address, or the person, must not be written to any more.
  public var isStopped: Bool
}

extension Transaction {
  /// Up to `limit` messages of a campaign that are due on a channel, the longest waiting first.
  public func due(
    _ campaign: CampaignID, _ channel: ChannelID, at now: Instant, limit: Int
  ) throws(StoreError) -> [DueMessage] {
    try all(
      """
      SELECT \(Self.messageColumns),
        EXISTS (SELECT 1 FROM suppressions s WHERE s.address_index = m.address_index)
        OR NOT EXISTS (
          SELECT 1 FROM consent_now c WHERE c.citizen = m.citizen AND c.purpose = m.purpose AND c.given = 1)
      FROM messages m WHERE campaign = ? AND channel = ? AND state = 'planned' AND due <= ?
      ORDER BY due, seq LIMIT ?
      """, [.text(campaign.text), .text(channel.text), .integer(now.milliseconds), Value(limit)]
    ) { (row) throws(StoreError) in
      DueMessage(stored: try message(row), isStopped: row.bool(Self.messageColumnCount))
    }
  }

  /// The compare-and-set after which bytes may leave, once committed: the message is this owner's from here on, with
  /// one more attempt. The message as it is now; nil when somebody else has taken it.
  public func start(_ stored: StoredMessage, owner: String, at now: Instant) throws(StoreError) -> StoredMessage? {
    guard let sending = stored.message.delivery.after(.start) else { return nil }
    let changed = try run(
      """
      UPDATE messages SET state = 'sending', owner = ?1, attempts = attempts + 1, started_at = ?2
      WHERE seq = ?3 AND state = 'planned'
      """, [.text(owner), .integer(now.milliseconds), .integer(stored.seq)])
    guard changed == 1 else { return nil }
    tally.move(stored, to: sending.state)
    if stored.reserve > 0, !stored.message.delivery.everInDoubt {
      try reserve(stored.message.campaign, stored.reserve)
    }
    var started = stored
    started.message.delivery = sending
    started.message.attempts += 1
    started.owner = owner
    started.startedAt = now
    return started
  }

  /// Moves a row that is still in `stored`'s state and hands; false when it is not, or when the event cannot happen.
  @discardableResult
  public func move(
    _ stored: StoredMessage, _ event: Delivery.Event, at now: Instant, reason: SkipReason? = nil, due: Instant? = nil
  ) throws(StoreError) -> Bool {
    guard let next = stored.message.delivery.after(event) else { return false }
    let settled = next.state != .planned && next.state != .sending
    let reason = next.state == .skipped ? reason : nil
    let changed = try run(
      """
      UPDATE messages SET state = ?1, in_doubt = ?2, reason = ?3, due = ifnull(?4, due), owner = NULL, finished_at = ?5
      WHERE seq = ?6 AND state = ?7 AND owner IS ?8
      """,
      [
        .text(next.state.rawValue), Value(next.everInDoubt), Value(reason?.rawValue), Value(due?.milliseconds),
        Value(settled ? now.milliseconds : nil), .integer(stored.seq), .text(stored.message.delivery.state.rawValue),
        Value(stored.owner),
      ])
    guard changed == 1 else { return false }
    tally.move(stored, to: next.state, reason)
    return true
  }

  /// Writes down how an attempt ended. One that burns nothing does not count against the message.
  public func note(_ attempt: FinishedAttempt, of stored: StoredMessage, at now: Instant) throws(StoreError) {
    try run(
      """
      INSERT INTO attempts(message, number, owner, started_at, finished_at, outcome, code, words)
      VALUES(?1, (SELECT ifnull(max(number), 0) + 1 FROM attempts WHERE message = ?1), ?2, ?3, ?4, ?5, ?6, ?7)
      """,
      [
        .integer(stored.seq), .text(stored.owner ?? ""), .integer((stored.startedAt ?? now).milliseconds),
        .integer(now.milliseconds), .text(attempt.outcome), Value(attempt.code), Value(attempt.words),
      ])
    if !attempt.burns {
      try run("UPDATE messages SET attempts = max(attempts - 1, 0) WHERE seq = ?", [.integer(stored.seq)])
    }
  }

  // MARK: - Budget

  func reserve(_ campaign: CampaignID, _ minor: Int64) throws(StoreError) {
    try run(
      "UPDATE campaign_states SET reserved_minor = reserved_minor + ? WHERE campaign = ?",
      [.integer(minor), .text(campaign.text)])
  }

  /// Gives back what a message that surely cost nothing had set aside.
  public func unreserve(_ campaign: CampaignID, _ minor: Int64) throws(StoreError) { try reserve(campaign, -minor) }

  /// What sent, doubtful and running messages of the campaign amount to, in its budget's minor units.
  public func reserved(_ campaign: CampaignID) throws(StoreError) -> Int64 {
    try first("SELECT reserved_minor FROM campaign_states WHERE campaign = ?", [.text(campaign.text)]) {
      $0.integer(0)
    } ?? 0
  }

  // MARK: - What binds a message at the last moment

  /// How many other messages have left for the address since `then`, whatever campaign they belong to.
  public func contacts(sameAddressAs seq: Int64, since then: Instant) throws(StoreError) -> Int {
    try first(
      """
      SELECT count(*) FROM messages o JOIN messages m ON m.seq = ?1 AND o.address_index = m.address_index
      WHERE o.seq <> ?1 AND o.started_at >= ?2 AND o.state IN ('sending', 'sent', 'delivered', 'undelivered', 'doubt')
      """, [.integer(seq), .integer(then.milliseconds)]
    ) { $0.int(0) } ?? 0
  }

  /// The moment the next waiting message of the channel is due; nil when none waits.
  public func nextDue(_ channel: ChannelID) throws(StoreError) -> Instant? {
    // One look at the front of the index for each campaign: a join would read every waiting row.
    var next: Instant?
    for campaign in try runningCampaigns() {
      let due = try first(
        "SELECT due FROM messages WHERE campaign = ? AND channel = ? AND state = 'planned' ORDER BY due LIMIT 1",
        [.text(campaign.text), .text(channel.text)]
      ) { Instant(milliseconds: $0.integer(0)) }
      if let due { next = next.map { min($0, due) } ?? due }
    }
    return next
  }

  /// Waiting messages whose time is over.
  public func expired(at now: Instant, limit: Int) throws(StoreError) -> [StoredMessage] {
    try all(
      """
      SELECT \(Self.messageColumns) FROM messages
      WHERE state = 'planned' AND not_after IS NOT NULL AND not_after <= ? LIMIT ?
      """, [.integer(now.milliseconds), Value(limit)]
    ) { (row) throws(StoreError) in try message(row) }
  }
}

/// How one time of handing a message to its provider ended.
public struct FinishedAttempt: Sendable {
  public var outcome: String
  /// The provider's code and words, where it gave any.
  public var code: String?
  public var words: String?
  /// False when it does not count against the message: the channel's trouble, not the message's.
  public var burns: Bool

  public init(_ outcome: String, code: String? = nil, words: String? = nil, burns: Bool) {
    self.outcome = outcome
    self.code = code
    self.words = words
    self.burns = burns
  }
}
