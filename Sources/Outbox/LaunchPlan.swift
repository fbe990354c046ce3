public import Domain
public import Storage

/// What a launch would do, worked out to the last text and cent, and nothing of it done yet.
public struct LaunchPlan: Sendable {
  public var campaign: CampaignID
  /// Of the campaign's document; another one by the time of launch means that somebody changed it.
  public var revision: Int
  public var messages: [NewMessage] = []
  public var leftOut: [Passed] = []
  public var preview: LaunchPreview

  /// A person whom an activity passes over.
  public struct Passed: Sendable {
    public var citizen: CitizenID
    public var activity: ActivityID
    public var reason: SkipReason
  }
}

/// What the coordinator reads before typing the number of recipients.
public struct LaunchPreview: Sendable, Codable, Equatable {
  /// Messages, one for each address and activity.
  public var recipients = 0
  /// People passed over, by ``SkipReason``; each activity counts by itself.
  public var leftOut: [String: Int] = [:]
  public var parts = 0
  /// The dearest it can cost, an amount for each currency: "12.40 USD".
  public var cost: [String] = []
  /// When the last message leaves if nothing goes wrong, on the office's wall; nil when there is no message.
  public var finishes: String?
  public var activities: [OfActivity] = []

  public struct OfActivity: Sendable, Codable, Equatable {
    public var activity: ActivityID
    public var channel: ChannelID
    public var recipients = 0
    public var parts = 0
    public var leftOut: [String: Int] = [:]
    /// On the office's wall, "2026-11-21T09:00".
    public var starts: String?
    /// The longest text of each language as it would be sent.
    public var samples: [String: String] = [:]

    init(_ activity: ActivityID, _ channel: ChannelID) {
      self.activity = activity
      self.channel = channel
    }
  }
}

/// Why a campaign cannot be launched as it stands: every reason at once, in sentences.
public struct LaunchFault: Error, Sendable, Equatable {
  public var reasons: [String]

  public init(reasons: [String]) { self.reasons = reasons }
}

extension LaunchPlan {
  /// Lays everything down in one transaction; false when the campaign was launched before. Throws a conflict when
  /// somebody changed the campaign since the plan was worked out.
  public func commit(_ tx: Transaction, by who: String, at now: Instant) throws(StoreError) -> Bool {
    guard try tx.revised(Campaign.self, campaign.text)?.revision == revision else {
      throw .conflict("Campaign \(campaign)")
    }
    guard try tx.setLaunched(campaign, by: who, at: now) else { return false }
    for message in messages { try tx.add(message, at: now) }
    for passed in leftOut { try tx.leaveOut(passed.citizen, passed.reason, campaign, passed.activity) }
    try tx.audit(
      "launch", "campaign/\(campaign)", by: who, at: now,
      detail: "\(messages.count) recipients, \(leftOut.count) left out")
    return true
  }
}
