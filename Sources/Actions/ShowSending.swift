public import Domain
import Storage

/// One activity's messages: how far they are, why some did not go, and what they cost.
public struct SendingView: Sendable {
  public var campaign: Campaign
  public var activity: Activity
  public var channelName: LocalizedText?
  /// Added up the way pages say it: *Waiting* is planned and sending, *Failed* failed and undelivered.
  public var tally: SendingTally
  public var skipped: [SkipReason: Int]
  public var leftOut: [SkipReason: Int]
  public var failures: [(words: String, count: Int)]
  public var parts: Int
  public var spent: [Money]
  public var stillToSpend: [Money]
  public var launch: (who: String, at: LocalDateTime)?
  public var quietHours: QuietHours?
  public var switches: SendingSwitches
}

/// The states of messages as pages name them; they add up to the recipients.
public struct SendingTally: Sendable, Equatable {
  public var delivered = 0
  public var sent = 0
  public var failed = 0
  public var waiting = 0
  public var doubt = 0
  public var skipped = 0

  public init() {}

  public init(_ counts: [Delivery.State: Int]) {
    for (state, count) in counts {
      switch state {
      case .planned, .sending: waiting += count
      case .sent: sent += count
      case .delivered: delivered += count
      case .failed, .undelivered: failed += count
      case .doubt: doubt += count
      case .skipped: skipped += count
      }
    }
  }

  public var recipients: Int { delivered + sent + failed + waiting + doubt + skipped }
}

/// What lets a campaign's messages leave or holds them back.
public struct SendingSwitches: Sendable, Equatable {
  public enum State: String, Sendable {
    case notLaunched, running, paused, cancelled
  }

  public var state: State
  /// Everything is stopped, whatever the campaign.
  public var isHalted: Bool
  /// Channels that paused by themselves, with the reason and the provider's words.
  public var heldBack: [ChannelID: String]

  init(_ campaign: Campaign, _ tx: Transaction) throws(StoreError) {
    switch try tx.sendingState(campaign.id) {
    case nil: state = .notLaunched
    case .running: state = .running
    case .paused: state = .paused
    case .cancelled: state = .cancelled
    }
    isHalted = try tx.isHalted()
    heldBack = [:]
    for channel in campaign.messageChannels {
      let found = try tx.channelState(channel)
      guard let reason = found.pausedReason else { continue }
      heldBack[channel] = [reason, found.pausedWords ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
    }
  }
}

/// Shows how sending goes.
public enum ShowSending {
  /// Every message activity of every campaign, the campaigns that go on first.
  public static func list(
    of only: CampaignID? = nil, in context: ActionContext
  ) async throws(ActionError) -> [SendingView] {
    try context.require(.seeCampaigns)
    let views = try await context.read { (tx) throws(StoreError) in
      let campaigns = try tx.documents(Campaign.self).filter { only == nil || $0.id == only }.sorted { $0.from < $1.from }
      var views: [SendingView] = []
      for campaign in campaigns {
        for activity in campaign.activities where activity.kind.isMessage {
          views.append(try tx.sendingView(campaign, activity))
        }
      }
      return views
    }
    let (going, rest) = (views.filter { $0.tally.waiting > 0 }, views.filter { $0.tally.waiting == 0 })
    return going + rest
  }

  public static func run(
    _ activity: ActivityID, of id: CampaignID, in context: ActionContext
  ) async throws(ActionError) -> SendingView {
    try context.require(.seeCampaigns)
    let view = try await context.read { (tx) throws(StoreError) -> SendingView? in
      guard let campaign = try tx.document(Campaign.self, id.text), let found = campaign.activity(activity),
        found.kind.isMessage
      else { return nil }
      return try tx.sendingView(campaign, found)
    }
    guard let view else { throw .notFound("message “\(activity)” in the campaign “\(id)”") }
    return view
  }
}

extension Transaction {
  func sendingView(_ campaign: Campaign, _ activity: Activity) throws(StoreError) -> SendingView {
    let sums = try messageSums(campaign.id, activity.id)
    let office = try office()
    let channel: Channel? = try activity.channel.flatMap { (id) throws(StoreError) in try document(Channel.self, id.text) }
    return SendingView(
      campaign: campaign, activity: activity, channelName: channel?.name, tally: SendingTally(sums.counts), skipped: sums.skipped,
      leftOut: sums.leftOut, failures: sums.failures, parts: sums.parts, spent: sums.spent, stillToSpend: sums.waiting,
      launch: try launch(of: campaign.id).map { ($0.who, $0.at.local(at: office.offset(at: $0.at))) },
      quietHours: campaign.quietHours ?? channel?.quietHours ?? office.quietHours,
      switches: try SendingSwitches(campaign, self))
  }
}
