public import Domain

extension Transaction {
  /// Takes up to `limit` due messages of a campaign for an owner until `lease`; nothing has left by that.
  @discardableResult
  public func claim(
    _ campaign: CampaignID, _ channel: ChannelID, owner: String, until lease: Instant, at now: Instant, limit: Int
  ) throws(StoreError) -> Int {
    try run(
      """
      UPDATE messages SET state = 'claimed', owner = ?, lease = ? WHERE seq IN (
        SELECT seq FROM messages WHERE channel = ? AND campaign = ? AND state = 'planned' AND due <= ?
        ORDER BY due, seq LIMIT ?)
      """,
      [
        .text(owner), .integer(lease.milliseconds), .text(channel.text), .text(campaign.text),
        .integer(now.milliseconds), Value(limit),
      ])
  }

  /// What an owner holds but has not begun to send, oldest first.
  public func claimed(by owner: String, on channel: ChannelID, limit: Int) throws(StoreError) -> [StoredMessage] {
    try all(
      """
      SELECT \(Self.messageColumns) FROM messages
      WHERE owner = ? AND state = 'claimed' AND channel = ? ORDER BY due, seq LIMIT ?
      """, [.text(owner), .text(channel.text), Value(limit)]
    ) { (row) throws(StoreError) in try message(row) }
  }

  /// Puts back what an owner holds and will not send now.
  public func release(_ owner: String, on channel: ChannelID) throws(StoreError) {
    try run(
      """
      UPDATE messages SET state = 'planned', owner = NULL, lease = NULL
      WHERE owner = ? AND state = 'claimed' AND channel = ?
      """, [.text(owner), .text(channel.text)])
  }

  /// The compare-and-set after which bytes may leave, once committed: the row must still be the owner's claim. The
  /// attempt is written down with it. False when somebody else has taken the row.
  public func start(_ stored: StoredMessage, owner: String, at now: Instant) throws(StoreError) -> Bool {
    guard stored.message.delivery.after(.start) != nil else { return false }
    let changed = try run(
      """
      UPDATE messages SET state = 'sending', attempts = attempts + 1, started_at = ?1
      WHERE seq = ?2 AND state = 'claimed' AND owner = ?3
      """, [.integer(now.milliseconds), .integer(stored.seq), .text(owner)])
    guard changed == 1 else { return false }
    try run(
      """
      INSERT INTO attempts(message, number, owner, started_at)
      VALUES(?1, (SELECT ifnull(max(number), 0) + 1 FROM attempts WHERE message = ?1), ?2, ?3)
      """, [.integer(stored.seq), .text(owner), .integer(now.milliseconds)])
    if stored.reserve > 0, !stored.message.delivery.everInDoubt {
      try reserve(stored.message.campaign, stored.reserve)
    }
    return true
  }

  /// Moves a row that this transaction knows to be in `stored`'s state; true when it was still so.
  @discardableResult
  public func move(
    _ stored: StoredMessage, _ event: Delivery.Event, at now: Instant, reason: SkipReason? = nil, due: Instant? = nil
  ) throws(StoreError) -> Bool {
    guard let next = stored.message.delivery.after(event) else { return false }
    let settled = ![.planned, .claimed, .sending].contains(next.state)
    let changed = try run(
      """
      UPDATE messages SET state = ?1, in_doubt = ?2, reason = ?3, due = ifnull(?4, due), owner = NULL, lease = NULL,
        finished_at = CASE WHEN ?5 THEN ?6 ELSE NULL END
      WHERE seq = ?7 AND state = ?8
      """,
      [
        .text(next.state.rawValue), Value(next.everInDoubt), Value(next.state == .skipped ? reason?.rawValue : nil),
        Value(due?.milliseconds), Value(settled), .integer(now.milliseconds), .integer(stored.seq),
        .text(stored.message.delivery.state.rawValue),
      ])
    return changed == 1
  }

  /// Writes down how the latest attempt ended. One that burns nothing does not count against the message.
  public func finishAttempt(
    _ seq: Int64, outcome: String, code: String?, words: String?, burns: Bool, at now: Instant
  ) throws(StoreError) {
    try run(
      """
      UPDATE attempts SET finished_at = ?2, outcome = ?3, code = ?4, words = ?5
      WHERE message = ?1 AND number = (SELECT max(number) FROM attempts WHERE message = ?1)
      """, [.integer(seq), .integer(now.milliseconds), .text(outcome), Value(code), Value(words)])
    if !burns { try run("UPDATE messages SET attempts = max(attempts - 1, 0) WHERE seq = ?", [.integer(seq)]) }
  }

  /// The row as it is now; nil when it is not this owner's any more.
  public func sending(_ seq: Int64, owner: String) throws(StoreError) -> StoredMessage? {
    try first(
      "SELECT \(Self.messageColumns) FROM messages WHERE seq = ? AND state = 'sending' AND owner = ?",
      [.integer(seq), .text(owner)]
    ) { (row) throws(StoreError) in try message(row) }
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

  /// True when the address, or the person, must not be written to any more.
  public func isStopped(_ stored: StoredMessage) throws(StoreError) -> Bool {
    let stopped: Bool? = try first(
      """
      SELECT 1 FROM messages m WHERE m.seq = ?1 AND (
        EXISTS (SELECT 1 FROM suppressions s WHERE s.address_index = m.address_index)
        OR NOT EXISTS (
          SELECT 1 FROM consent_now c WHERE c.citizen = m.citizen AND c.purpose = m.purpose AND c.given = 1))
      """, [.integer(stored.seq)]
    ) { _ in true }
    return stopped ?? false
  }

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
        "SELECT due FROM messages WHERE channel = ? AND campaign = ? AND state = 'planned' ORDER BY due LIMIT 1",
        [.text(channel.text), .text(campaign.text)]
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

extension Transaction {
  /// How many claims an owner holds.
  public func claimedCount(by owner: String, on channel: ChannelID) throws(StoreError) -> Int {
    try first(
      "SELECT count(*) FROM messages WHERE owner = ? AND state = 'claimed' AND channel = ?",
      [.text(owner), .text(channel.text)]
    ) { $0.int(0) } ?? 0
  }
}
