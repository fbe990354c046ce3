import Actions
import Domain
import HTTPServer

/// All messages of all campaigns, and those of one; each with its states.
extension Site {
  var messageEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/messages", .signedIn(.seeCampaigns)) { request in try await messagesPage(request) },
      Endpoint(.get, "/campaigns/{id}/messages", .signedIn(.seeCampaigns)) { request in
        try await campaignMessagesPage(request)
      },
      Endpoint(.post, "/messages/halt", .signedIn(.launchCampaigns)) { request in
        try await HaltSending.run(in: actions(for: request))
        return .seeOther(Done.stopped.after("/messages"))
      },
      Endpoint(.post, "/messages/resume", .signedIn(.launchCampaigns)) { request in
        try await HaltSending.lift(in: actions(for: request))
        return .seeOther(Done.resumed.after("/messages"))
      },
    ]
  }

  private func messagesPage(_ request: PageRequest) async throws -> Response {
    let t = request.page.wording
    let views = try await ShowSending.list(in: actions(for: request))
    var page = Page(t(.messages), content: messageTable(views, showsCampaign: true, t))
    page.subtitle = .init(t.other(.messages), t.language.other)
    if request.visitor?.role.may(.launchCampaigns) == true, let first = views.first {
      page.actions = [
        first.switches.isHalted
          ? postButton(t(.resumeAll), to: "/messages/resume", request.page, style: .primary)
          : postButton(t(.stopAll), to: "/messages/halt", request.page, style: .danger)
      ]
    }
    if views.first?.switches.isHalted == true {
      page.content = note(.bad, "<strong>\(t(.haltedAll)).</strong> \(t(.haltedDetail))") + page.content
    }
    return page.response(request.page)
  }

  private func campaignMessagesPage(_ request: PageRequest) async throws -> Response {
    let t = request.page.wording
    let actions = actions(for: request)
    let id = CampaignID(request.parameter("id"))
    let view = try await ShowCampaign.run(id, in: actions)
    let views = try await ShowSending.list(of: id, in: actions)
    return CampaignFrame(campaign: view.campaign, state: view.state, t: t)
      .page(.messages, messageTable(views, showsCampaign: false, t)).response(request.page)
  }

  private func messageTable(_ views: [SendingView], showsCampaign: Bool, _ t: Wording) -> Markup {
    guard !views.isEmpty else { return emptyState(t(.noMessagesYet), t(.noMessagesDetail)) }
    let rows = views.map { view -> TableRow in
      let name = link(t(.activityName(view.activity)), to: view.address)
      let word = SendingWord(view)
      return .row([
        showsCampaign ? twoLines(name, t.content(view.campaign.name)) : name, "\(view.activity.channel?.text ?? t(.none))",
        tag(t(word.phrase), word.kind), "\(t.number(view.tally.delivered))", "\(t.number(view.tally.sent))",
        "\(t.number(view.tally.failed))", "\(t.number(view.tally.waiting))", "\(t.number(view.tally.doubt))",
        "\(t.number(view.leftOutCount))",
      ])
    }
    var list = Table(
      t(.messages), layout: .records,
      columns: [
        .text(t(.messageTitle)), .text(t(.channel)), .text(t(.status)), .number(t(.delivered)), .number(t(.sent)),
        .number(t(.failed)), .number(t(.waiting)), .number(t(.inDoubt)), .number(t(.leftOut)),
      ], rows: rows)
    list.hidesCaption = true
    return "<section class=\"card\">\(table(list))</section>"
  }
}

extension SendingView {
  var address: String { "/messages/\(campaign.id).\(activity.id)" }

  /// Passed over at launch, and skipped since: nobody of them gets it.
  var leftOutCount: Int { leftOut.values.reduce(0, +) + tally.skipped }

  var holdsBack: String? { activity.channel.flatMap { switches.heldBack[$0] } }
}

/// One word for how a sending is.
struct SendingWord {
  let phrase: Phrase
  let kind: Kind?

  init(_ view: SendingView) {
    switch view.switches.state {
    case .notLaunched: (phrase, kind) = (.notLaunched, nil)
    case .cancelled: (phrase, kind) = (.cancelled, nil)
    case _ where view.tally.waiting == 0: (phrase, kind) = (.allHandedOver, nil)
    case _ where view.switches.isHalted || view.holdsBack != nil: (phrase, kind) = (.paused, .bad)
    case .paused: (phrase, kind) = (.paused, .warn)
    case .running: (phrase, kind) = (.running, .good)
    }
  }
}
