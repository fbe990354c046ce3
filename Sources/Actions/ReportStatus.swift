public import Domain
import Storage

/// How far a campaign's messages are; the eight states add up to the recipients.
public struct SendingStatus: Sendable, Codable, Equatable {
  public var recipients = 0
  public var planned = 0
  public var sending = 0
  public var sent = 0
  public var delivered = 0
  public var undelivered = 0
  public var failed = 0
  public var doubt = 0
  public var skipped = 0
  public var skippedReasons: [String: Int] = [:]
  /// People passed over at launch; they are no recipients.
  public var leftOut: [String: Int] = [:]
  /// Planned and sending.
  public var left = 0
  /// "draft" before launch, then "running", "paused" or "cancelled"; "halted" while everything is.
  public var state = "draft"
  /// Channels of the campaign that hold messages back, with the reason and the provider's words.
  public var heldBack: [String: String] = [:]

  mutating func add(_ count: Int, in state: Delivery.State) {
    recipients += count
    switch state {
    case .planned: planned += count
    case .sending: sending += count
    case .sent: sent += count
    case .delivered: delivered += count
    case .undelivered: undelivered += count
    case .failed: failed += count
    case .doubt: doubt += count
    case .skipped: skipped += count
    }
    left = planned + sending
  }
}

/// Counts a campaign's messages.
public enum ReportStatus {
  public static func run(_ id: CampaignID, in context: ActionContext) async throws(ActionError) -> SendingStatus {
    guard context.principal.may(.seeCampaigns) || context.principal.may(.seeStatus) else {
      throw .notAllowed(.seeStatus)
    }
    return try await context.read { (tx) throws(StoreError) in
      guard let campaign = try tx.document(Campaign.self, id.text) else { throw .notFound("campaign “\(id)”") }
      var status = SendingStatus()
      for count in try tx.messageCounts(id) { status.add(count.count, in: count.state) }
      status.skippedReasons = try tx.skippedReasons(id)
      status.leftOut = try tx.leftOutReasons(id)
      if let state = try tx.sendingState(id) { status.state = try tx.isHalted() ? "halted" : state.rawValue }
      for channel in campaign.messageChannels {
        let state = try tx.channelState(channel)
        guard let reason = state.pausedReason else { continue }
        status.heldBack[channel.text] = [reason, state.pausedWords ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
      }
      return status
    }
  }
}

extension Campaign {
  /// The channels that its messages go over.
  var messageChannels: Set<ChannelID> { Set(activities.filter(\.kind.isMessage).compactMap(\.channel)) }
}
