import Actions
import Domain
import HTTPServer

/// The plan of one campaign: what is wrong with it first, then when, with which money, for whom.
extension Site {
  var campaignPlanEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/campaigns/{id}", .signedIn(.seeCampaigns)) { request in try await campaignPage(request) },
      Endpoint(.post, "/campaigns/{id}/plan", .signedIn(.planCampaigns)) { request in try await planAgain(request) },
      Endpoint(.post, "/campaigns/{id}/accept", .signedIn(.planCampaigns)) { request in try await acceptPlan(request) },
    ]
  }

  private func campaignPage(_ request: PageRequest) async throws -> Response {
    let t = request.page.wording
    let actions = actions(for: request)
    let overview = try await OverseeCampaign.run(CampaignID(request.parameter("id")), in: actions)
    let buttons = CampaignButtons(overview: overview, page: request.page, role: request.visitor?.role)
    let weeks = TimelineWeeks(overview, asked: request.request.query("from"), today: request.page.today)
    let view = PlanView(overview: overview, page: request.page)
    let content: Markup = """
      \(buttons.trouble())\(view.proposal(request.visitor?.role.may(.planCampaigns) == true))\(view.conflicts())
      \(view.timelineCard(weeks))
      <div class="two sec"><section class="card">\(view.budget())</section><section class="card">\(view.reach())</section></div>
      \(view.unserved())\(view.list(weeks))
      """
    let count = overview.conflicts.isEmpty ? nil : t(.conflictCount(overview.conflicts.count))
    var page = CampaignFrame(campaign: overview.view.campaign, state: overview.state, t: t)
      .page(.plan, content, remark: count)
    page.actions = buttons.markup() + [printButton(t(.printPlan))]
    page.isLandscape = true
    return page.response(request.page)
  }

  /// Seconds that a page waits for a plan: longer than most need, shorter than a browser's patience.
  private static let planningSeconds = 8.0

  private func planAgain(_ request: PageRequest) async throws -> Response {
    let id = CampaignID(request.parameter("id"))
    var effort = PlanCampaign.Effort()
    effort.seconds = Self.planningSeconds
    _ = try await PlanCampaign.run(id, effort, in: actions(for: request))
    return .seeOther("/campaigns/\(id)#proposal")
  }

  private func acceptPlan(_ request: PageRequest) async throws -> Response {
    let id = CampaignID(request.parameter("id"))
    try await PlanCampaign.accept(id, in: actions(for: request))
    return .seeOther(Done.accepted.after("/campaigns/\(id)"))
  }
}
