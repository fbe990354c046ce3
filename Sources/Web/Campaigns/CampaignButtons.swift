import Actions
import Domain
import HTTPServer

/// What can be done with a campaign as it stands, the most likely first; what the role may not do is not offered.
struct CampaignButtons {
  private let overview: CampaignOverview
  private let page: PageContext
  private let role: Role?

  init(_ overview: CampaignOverview, _ request: PageRequest, _ actions: ActionContext) async throws {
    self.overview = overview
    page = request.page
    role = request.visitor?.role
  }

  private var address: String { "/campaigns/\(overview.view.campaign.id)" }

  func markup() -> [Markup] {
    let t = page.wording
    guard role?.may(.planCampaigns) == true else { return [] }
    var buttons: [Markup] = []
    if overview.view.proposal != nil {
      buttons.append(postButton(t(.acceptPlan), to: address + "/accept", page, style: .primary))
    }
    if !overview.view.campaign.isMessagesOnly {
      let isFirst = overview.view.acceptedAt == nil && overview.view.proposal == nil
      let name: Phrase = isFirst ? .makePlan : .planAgain
      buttons.append(postButton(t(name), to: address + "/plan", page, style: isFirst ? .primary : .plain))
    }
    return buttons
  }

  /// Nothing to say about sending.
  func note() -> Markup? { nil }
}
