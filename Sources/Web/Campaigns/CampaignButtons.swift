import Actions
import Domain

/// What can be done with a campaign as it stands, the most likely first; what the role may not do is not offered.
struct CampaignButtons {
  let overview: CampaignOverview
  let page: PageContext
  let role: Role?

  private var t: Wording { page.wording }
  private var campaign: Campaign { overview.view.campaign }
  private var address: String { "/campaigns/\(campaign.id)" }

  func markup() -> [Markup] { planning() + sending() }

  private func planning() -> [Markup] {
    guard role?.may(.planCampaigns) == true else { return [] }
    var buttons: [Markup] = []
    if overview.view.proposal != nil {
      buttons.append(postButton(t(.acceptPlan), to: address + "/accept", page, style: .primary))
    }
    if !campaign.isMessagesOnly, overview.switches.state != .cancelled {
      let isFirst = overview.view.acceptedAt == nil && overview.view.proposal == nil
      let name: Phrase = isFirst ? .makePlan : .planAgain
      buttons.append(postButton(t(name), to: address + "/plan", page, style: isFirst ? .primary : .plain))
    }
    return buttons
  }

  private var isReady: Bool {
    campaign.activities.contains(where: \.kind.isMessage)
      && (campaign.isMessagesOnly || overview.view.acceptedAt != nil)
  }

  private func sending() -> [Markup] {
    let mayLaunch = role?.may(.launchCampaigns) == true
    switch overview.switches.state {
    case .notLaunched where isReady && (mayLaunch || role?.may(.approveLaunch) == true):
      let style: ButtonStyle = overview.view.proposal == nil ? .primary : .plain
      return [linkButton(t(mayLaunch ? .checkAndLaunch : .review), to: address + "/launch", style)]
    case .running where mayLaunch: return [postButton(t(.pause), to: address + "/pause", page), stop]
    case .paused where mayLaunch:
      return [postButton(t(.resumeSending), to: address + "/resume", page, style: .primary), stop]
    default: return []
    }
  }

  private var stop: Markup { linkButton(t(.stopForGood), to: address + "/cancel", .danger) }

  /// What holds the sending back, and who has approved it.
  func trouble() -> Markup? {
    if overview.switches.isHalted {
      return note(.bad, "<strong>\(t(.haltedAll)).</strong> \(link(t(.messages), to: "/messages"))")
    }
    if overview.switches.state == .running, let words = overview.switches.heldBack.values.min() {
      return note(.bad, "<strong>\(t(.heldBackTitle)): \(words)</strong> \(t(.heldBackDetail))")
    }
    guard overview.switches.state == .notLaunched, !overview.approvers.isEmpty else { return nil }
    return note(.good, "\(t(.approvedBy(overview.approvers.joined(separator: ", "))))")
  }
}
