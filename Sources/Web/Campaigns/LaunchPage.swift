import Actions
import Domain
import HTTPServer

/// Before anything goes out: who gets it, who does not and why, what it costs, and the number typed by hand.
extension Site {
  var launchEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/campaigns/{id}/launch", .signedIn(.seeCampaigns)) { request in
        try await launchPage(request, error: nil)
      },
      Endpoint(.post, "/campaigns/{id}/launch", .signedIn(.launchCampaigns)) { request in try await launch(request) },
      Endpoint(.post, "/campaigns/{id}/approve", .signedIn(.approveLaunch)) { request in
        let id = CampaignID(request.parameter("id"))
        try await ApproveCampaign.run(id, in: actions(for: request))
        return .seeOther(Done.approved.after("/campaigns/\(id)"))
      },
      Endpoint(.post, "/campaigns/{id}/pause", .signedIn(.launchCampaigns)) { request in
        try await PauseCampaign.run(CampaignID(request.parameter("id")), in: actions(for: request))
        return .seeOther(Done.paused.after(back(request)))
      },
      Endpoint(.post, "/campaigns/{id}/resume", .signedIn(.launchCampaigns)) { request in
        try await ResumeCampaign.run(CampaignID(request.parameter("id")), in: actions(for: request))
        return .seeOther(Done.resumed.after(back(request)))
      },
      Endpoint(.get, "/campaigns/{id}/cancel", .signedIn(.launchCampaigns)) { request in try await cancelPage(request) },
      Endpoint(.post, "/campaigns/{id}/cancel", .signedIn(.launchCampaigns)) { request in
        let id = CampaignID(request.parameter("id"))
        try await CancelCampaign.run(id, in: actions(for: request))
        return .seeOther(Done.cancelled.after("/campaigns/\(id)"))
      },
    ]
  }

  /// Above so many messages the number must be typed.
  static let typedAbove = 50

  /// To the message or the campaign that the button stood on, and nowhere else.
  private func back(_ request: PageRequest) -> String {
    let id = request.parameter("id")
    let asked = request.form["back"]
    return asked.hasPrefix("/messages/\(id).") ? asked : "/campaigns/\(id)"
  }

  private func launch(_ request: PageRequest) async throws -> Response {
    let id = CampaignID(request.parameter("id"))
    let actions = actions(for: request)
    // A second press of the button finds the messages already laid down: that is what was asked for.
    if try await wasLaunched(id, actions) { return .seeOther("/campaigns/\(id)/messages") }
    let view = try await PreviewLaunch.run(id, in: actions)
    let t = request.page.wording
    guard view.blocking.isEmpty else { return try await launchPage(request, error: t(.blockedLaunch)) }
    let typed = FormNumber.whole(request.form["count"])
    let expected = view.recipients > Self.typedAbove ? view.recipients : FormNumber.whole(request.form["shown"])
    guard expected == view.recipients, view.recipients <= Self.typedAbove || typed == view.recipients else {
      return try await launchPage(request, error: t(.typeCount(view.recipients)))
    }
    do throws(ActionError) {
      _ = try await LaunchCampaign.run(id, recipients: view.recipients, in: actions)
    } catch {
      guard try await wasLaunched(id, actions) else { throw error }
    }
    return .seeOther(Done.launched.after("/campaigns/\(id)/messages"))
  }

  private func wasLaunched(_ id: CampaignID, _ actions: ActionContext) async throws -> Bool {
    try await OverseeCampaign.run(id, in: actions).switches.state != .notLaunched
  }

  private func launchPage(_ request: PageRequest, error: String?) async throws -> Response {
    let t = request.page.wording
    let id = CampaignID(request.parameter("id"))
    let view: LaunchView
    do {
      view = try await PreviewLaunch.run(id, in: actions(for: request))
    } catch {
      guard let reasons = error.refusal else { throw error }
      let lines: [Markup] = reasons.split(separator: "\n").map { "<li>\(String($0))</li>" }
      var page = Page(t(.cannotLaunch), content: "<ul>\(lines)</ul>")
      page.actions = [linkButton(t(.openCampaign), to: "/campaigns/\(id)", .primary)]
      return page.response(request.page, status: 409)
    }
    let parts = LaunchParts(view: view, page: request.page, role: request.visitor?.role, error: error)
    var page = Page(t(.launchQuestion(view.campaign.name, view.recipients)), content: parts.content())
    page.windowTitle = t(.checkBeforeSending)
    page.crumbs = [
      .init(t(.campaigns), "/campaigns"), .init(t.plain(view.campaign.name), "/campaigns/\(id)"),
    ]
    page.hasErrors = error != nil
    return page.response(request.page, status: error == nil ? 200 : 422)
  }

  private func cancelPage(_ request: PageRequest) async throws -> Response {
    let t = request.page.wording
    let id = CampaignID(request.parameter("id"))
    let views = try await ShowSending.list(of: id, in: actions(for: request))
    let campaign = try await ShowCampaign.run(id, in: actions(for: request)).campaign
    let waiting = views.reduce(0) { $0 + $1.tally.waiting }
    let content: Markup = """
      <section class="card stack"><p><strong>\(t(.willNotGet(waiting))).</strong> \(t(.stopDetail))</p>\
      \(form("/campaigns/\(id)/cancel", request.page) {
        """
        <p class="row">\(button(t(.stopForGood), .danger))\(link(t(.goBack), to: "/campaigns/\(id)"))</p>
        """
      })</section>
      """
    var page = Page(t(.stopQuestion), content: content)
    page.subtitle = .init(t.plain(campaign.name))
    page.crumbs = [.init(t.plain(campaign.name), "/campaigns/\(id)")]
    return page.response(request.page)
  }
}
