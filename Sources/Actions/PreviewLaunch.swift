public import Domain
import Outbox
import Storage

/// What a launch would do, as the check page says it.
public struct LaunchView: Sendable {
  public struct Part: Sendable {
    public var activity: Activity
    public var channel: ChannelID
    public var recipients: Int
    public var parts: Int
    public var leftOut: [SkipReason: Int]
    public var starts: LocalDateTime?
    /// The longest text of each language as it would be sent.
    public var samples: [(language: Language, text: String)]
  }

  public var campaign: Campaign
  public var recipients: Int
  public var leftOut: [SkipReason: Int]
  public var messageParts: Int
  public var cost: [Money]
  public var finishes: LocalDateTime?
  public var activities: [Part]
  public var needsApproval: Bool
  public var approvalAbove: Int?
  /// What blocks the launch; it must be mended first.
  public var blocking: [Conflict]
  /// Nothing leaves in these hours.
  public var quietHours: QuietHours?
}

/// Looks at a launch from a page, and launches only what fits together.
public enum PreviewLaunch {
  /// Throws ``ActionError/refused(_:)`` with every reason when the campaign cannot be launched as it stands.
  public static func run(_ id: CampaignID, in context: ActionContext) async throws(ActionError) -> LaunchView {
    let overview = try await OverseeCampaign.run(id, in: context)
    let check = try await LaunchCampaign.check(id, in: context)
    let preview = check.preview
    let campaign = overview.view.campaign
    let office = try await context.read { (tx) throws(StoreError) in try tx.office() }
    return LaunchView(
      campaign: campaign, recipients: preview.recipients, leftOut: reasons(preview.leftOut),
      messageParts: preview.parts, cost: preview.cost.compactMap { Money($0) },
      finishes: preview.finishes.flatMap { LocalDateTime($0) },
      activities: preview.activities.compactMap { part in
        campaign.activity(part.activity).map {
          LaunchView.Part(
            activity: $0, channel: part.channel, recipients: part.recipients, parts: part.parts,
            leftOut: reasons(part.leftOut), starts: part.starts.flatMap { LocalDateTime($0) },
            samples: Language.allCases.compactMap { one in part.samples[one.rawValue].map { (one, $0) } })
        }
      },
      needsApproval: check.needsApproval, approvalAbove: check.approvalAbove,
      blocking: overview.conflicts.filter { $0.severity == .blocksLaunch },
      quietHours: campaign.quietHours ?? office.quietHours)
  }

  private static func reasons(_ counts: [String: Int]) -> [SkipReason: Int] {
    var reasons: [SkipReason: Int] = [:]
    for (name, count) in counts {
      if let reason = SkipReason(rawValue: name) { reasons[reason] = count }
    }
    return reasons
  }
}
