public import Domain
public import Outbox
import Storage

/// Launches a campaign: its messages are laid down, and the daemon begins to send.
public enum LaunchCampaign {
  /// What the launcher reads before saying yes.
  public struct Check: Sendable {
    public var preview: LaunchPreview
    /// Another user must approve before; true until one has.
    public var needsApproval: Bool
    /// Above so many recipients; nil: never.
    public var approvalAbove: Int?
  }

  /// Works out recipients, people left out, parts, money and finishing time; changes nothing.
  public static func check(
    _ campaign: CampaignID, in context: ActionContext
  ) async throws(ActionError) -> Check {
    try context.require(.seeCampaigns)
    return try await prepare(campaign, in: context).check
  }

  /// Launches for exactly that number of recipients, the one that was shown; any other is a conflict.
  public static func run(
    _ campaign: CampaignID, recipients: Int, in context: ActionContext
  ) async throws(ActionError) -> LaunchPreview {
    try context.require(.launchCampaigns)
    let (plan, check) = try await prepare(campaign, in: context)
    guard plan.preview.recipients == recipients else {
      throw .conflict("The number of recipients (\(plan.preview.recipients) now)")
    }
    guard !check.needsApproval else { throw .refused(Self.approval(campaign, check.approvalAbove ?? 0)) }
    if let words = try await blocking(campaign, in: context) { throw .refused(words) }
    let (who, now) = (context.principal.name, context.now)
    let isNew = try await context.write { (tx) throws(StoreError) in try plan.commit(tx, by: who, at: now) }
    guard isNew else { throw .refused(Self.again(campaign)) }
    return plan.preview
  }

  /// What of the plan cannot be, each in a line; nil when nothing stands in the way.
  private static func blocking(_ id: CampaignID, in context: ActionContext) async throws(ActionError) -> String? {
    let conflicts = try await OverseeCampaign.run(id, in: context).conflicts.filter { $0.severity == .blocksLaunch }
    guard !conflicts.isEmpty else { return nil }
    let lines = conflicts.prefix(10).map { "  \($0)" } + (conflicts.count > 10 ? ["  and \(conflicts.count - 10) more"] : [])
    return "The plan of \(id) has conflicts that block a launch; mend them, or plan again:\n" + lines.joined(separator: "\n")
  }

  private static func nobody(_ id: CampaignID, _ preview: LaunchPreview) -> LaunchFault {
    let reasons = preview.leftOut.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    return LaunchFault(reasons: [
      "Nobody would get a message of the campaign “\(id)” (left out: \(reasons.isEmpty ? "none" : reasons)). "
        + "Look at its segment, its places and the consents, then launch again."
    ])
  }

  private static func prepare(
    _ id: CampaignID, in context: ActionContext
  ) async throws(ActionError) -> (plan: LaunchPlan, check: Check) {
    let (now, who) = (context.now, context.principal.name)
    let result = try await context.read { (tx) throws(StoreError) -> Result<(LaunchPlan, Check), LaunchFault> in
      guard let campaign = try tx.revised(Campaign.self, id.text) else { throw .notFound("campaign “\(id)”") }
      if let fault = try obstacle(campaign.value, tx) { return .failure(fault) }
      switch try Launch(campaign, at: now, desk: .standard).plan(tx) {
      case .failure(let fault): return .failure(fault)
      case .success(let plan):
        if campaign.value.isMessagesOnly, plan.preview.recipients == 0 { return .failure(Self.nobody(id, plan.preview)) }
        let limit = try tx.office().secondPersonAbove
        let others = try tx.approvers(id, revision: campaign.revision).filter { $0 != who }
        let isLarge = limit.map { plan.preview.recipients > $0 } ?? false
        let check = Check(preview: plan.preview, needsApproval: isLarge && others.isEmpty, approvalAbove: limit)
        return .success((plan, check))
      }
    }
    switch result {
    case .success(let prepared): return prepared
    case .failure(let fault): throw .refused(fault.reasons.joined(separator: "\n"))
    }
  }

  private static func obstacle(_ campaign: Campaign, _ tx: Transaction) throws(StoreError) -> LaunchFault? {
    if try tx.sendingState(campaign.id) != nil { return LaunchFault(reasons: [again(campaign.id)]) }
    guard !campaign.isMessagesOnly, try tx.acceptedPlan(campaign.id) == nil else { return nil }
    return LaunchFault(reasons: [
      "Campaign \(campaign.id) has no accepted plan. Run: outreach plan \(campaign.id); outreach accept \(campaign.id)"
    ])
  }

  private static func again(_ campaign: CampaignID) -> String {
    "Campaign \(campaign) was launched before. See: outreach status \(campaign)"
  }

  private static func approval(_ campaign: CampaignID, _ limit: Int) -> String {
    """
    More than \(limit) people would be written to, so another user must approve first: \
    outreach approve \(campaign)
    """
  }
}
