public import Domain

/// How far a launched campaign's sending is switched on.
public enum SendingState: String, Sendable, Codable {
  case running, paused, cancelled
}

/// The switches of one channel.
public struct ChannelState: Sendable, Equatable {
  public var channel: ChannelID
  /// Nil while it runs.
  public var pausedReason: String?
  /// The provider's own words.
  public var pausedWords: String?
  public var nextAt = Instant(milliseconds: 0)
  public var blockedUntil = Instant(milliseconds: 0)

  public init(_ channel: ChannelID) { self.channel = channel }
}

extension Transaction {
  public func sendingState(_ campaign: CampaignID) throws(StoreError) -> SendingState? {
    try first("SELECT state FROM campaign_states WHERE campaign = ?", [.text(campaign.text)]) { $0.text(0) }
      .flatMap { SendingState(rawValue: $0) }
  }

  /// Marks a campaign as launched; false when it already was.
  public func setLaunched(_ campaign: CampaignID, by who: String, at now: Instant) throws(StoreError) -> Bool {
    try run(
      """
      INSERT INTO campaign_states(campaign, state, launched_by, launched_at) VALUES(?, 'running', ?, ?)
      ON CONFLICT(campaign) DO NOTHING
      """, [.text(campaign.text), .text(who), .integer(now.milliseconds)]) == 1
  }

  public func setSendingState(_ campaign: CampaignID, _ state: SendingState) throws(StoreError) {
    try run(
      "UPDATE campaign_states SET state = ? WHERE campaign = ?", [.text(state.rawValue), .text(campaign.text)])
  }

  /// Every launched campaign with its switch.
  public func sendingStates() throws(StoreError) -> [(campaign: CampaignID, state: SendingState)] {
    try all("SELECT campaign, state FROM campaign_states ORDER BY campaign") {
      (CampaignID($0.text(0)), SendingState(rawValue: $0.text(1)) ?? .paused)
    }
  }

  public func runningCampaigns() throws(StoreError) -> [CampaignID] {
    try sendingStates().filter { $0.state == .running }.map(\.campaign)
  }

  /// Skips everything of a campaign that has not left; the number of messages that people will not get.
  public func cancelWaiting(_ campaign: CampaignID, at now: Instant) throws(StoreError) -> Int {
    let waiting = try all(
      "SELECT \(Self.messageColumns) FROM messages WHERE campaign = ? AND state = 'planned'",
      [.text(campaign.text)]
    ) { (row) throws(StoreError) in try message(row) }
    var count = 0
    for stored in waiting where try move(stored, .skip, at: now, reason: .cancelled) { count += 1 }
    return count
  }

  // MARK: - Stop all

  /// True between `halt` and `resume --all`.
  public func isHalted() throws(StoreError) -> Bool { try meta("halted") == "1" }

  public func setHalted(_ halted: Bool) throws(StoreError) { try setMeta("halted", halted ? "1" : "0") }

  // MARK: - Approval by a second person

  public func approve(_ campaign: CampaignID, revision: Int, by who: String, at now: Instant) throws(StoreError) {
    try run(
      "INSERT INTO approvals(campaign, revision, who, at) VALUES(?, ?, ?, ?) ON CONFLICT DO NOTHING",
      [.text(campaign.text), Value(revision), .text(who), .integer(now.milliseconds)])
  }

  /// Who approved the campaign as it reads in that revision.
  public func approvers(_ campaign: CampaignID, revision: Int) throws(StoreError) -> [String] {
    try all(
      "SELECT who FROM approvals WHERE campaign = ? AND revision = ? ORDER BY who",
      [.text(campaign.text), Value(revision)]
    ) { $0.text(0) }
  }

  // MARK: - Channels

  public func channelState(_ channel: ChannelID) throws(StoreError) -> ChannelState {
    try first("\(Self.channelColumns) WHERE channel = ?", [.text(channel.text)], Self.channelState)
      ?? ChannelState(channel)
  }

  public func channelStates() throws(StoreError) -> [ChannelState] {
    try all(Self.channelColumns, [], Self.channelState)
  }

  private static let channelColumns =
    "SELECT channel, paused_reason, paused_words, next_at, blocked_until FROM channel_states"

  private static func channelState(_ row: any Row) -> ChannelState {
    var state = ChannelState(ChannelID(row.text(0)))
    state.pausedReason = row.textOrNil(1)
    state.pausedWords = row.textOrNil(2)
    state.nextAt = Instant(milliseconds: row.integer(3))
    state.blockedUntil = Instant(milliseconds: row.integer(4))
    return state
  }

  /// Keeps what the channel's rate has given away, and how long its provider wants silence.
  public func setChannelPace(_ state: ChannelState) throws(StoreError) {
    try run(
      """
      INSERT INTO channel_states(channel, next_at, blocked_until) VALUES(?, ?, ?)
      ON CONFLICT(channel) DO UPDATE SET next_at = excluded.next_at, blocked_until = excluded.blocked_until
      """,
      [.text(state.channel.text), .integer(state.nextAt.milliseconds), .integer(state.blockedUntil.milliseconds)])
  }

  public func pauseChannel(
    _ channel: ChannelID, reason: String, words: String, at now: Instant
  ) throws(StoreError) {
    try run(
      """
      INSERT INTO channel_states(channel, paused_reason, paused_words, paused_at) VALUES(?, ?, ?, ?)
      ON CONFLICT(channel) DO UPDATE SET paused_reason = excluded.paused_reason,
        paused_words = excluded.paused_words, paused_at = excluded.paused_at
      """, [.text(channel.text), .text(reason), .text(words), .integer(now.milliseconds)])
  }

  public func resumeChannel(_ channel: ChannelID) throws(StoreError) {
    try run(
      """
      UPDATE channel_states SET paused_reason = NULL, paused_words = NULL, paused_at = NULL, blocked_until = 0
      WHERE channel = ?
      """, [.text(channel.text)])
  }
}

extension Transaction {
  /// The times a message was handed to its provider, oldest first; the one that is under way last.
  public func attempts(of stored: StoredMessage) throws(StoreError) -> [AttemptRecord] {
    var attempts = try all(
      "SELECT started_at, outcome, code, words FROM attempts WHERE message = ? ORDER BY number",
      [.integer(stored.seq)]
    ) { row in
      AttemptRecord(
        at: Instant(milliseconds: row.integer(0)), outcome: row.text(1),
        words: [row.textOrNil(2), row.textOrNil(3)].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " "))
    }
    if stored.message.delivery.state == .sending, let at = stored.startedAt {
      attempts.append(AttemptRecord(at: at, outcome: nil, words: ""))
    }
    return attempts
  }
}

/// One time that a message was handed to its provider.
public struct AttemptRecord: Sendable, Equatable {
  public var at: Instant
  /// Nil while it is under way.
  public var outcome: String?
  /// The provider's code and words.
  public var words: String
}
