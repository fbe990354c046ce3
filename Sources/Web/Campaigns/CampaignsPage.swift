import Actions
import Domain
import HTTPServer

/// The list of campaigns, with what was spent and reached of the plan.
extension Site {
  var campaignListEndpoints: [Endpoint] {
    [Endpoint(.get, "/campaigns", .signedIn(.seeCampaigns)) { request in try await campaignsPage(request) }]
  }

  private func campaignsPage(_ request: PageRequest) async throws -> Response {
    let t = request.page.wording
    let all = try await OverseeCampaign.list(in: actions(for: request))
    let mayPlan = request.visitor?.role.may(.planCampaigns) == true
    let new = mayPlan ? linkButton(t(all.isEmpty ? .planFirstCampaign : .newCampaign), to: "/campaigns/new", .primary) : nil
    guard !all.isEmpty else {
      return Page(t(.campaigns), content: emptyState(t(.noCampaigns), t(.noCampaignsDetail), action: new))
        .response(request.page)
    }
    let query = request.request
    let state = query.query("status").flatMap { Campaign.State(rawValue: $0) }
    let leads = query.query("lead").flatMap { Facilitation(rawValue: $0) }
    let shown = all.filter { line in
      (state == nil || line.state == state) && (leads == nil || line.campaign.facilitation == leads)
    }
    let rows = shown.map { row($0, request.page) }
    var list = Table(
      t(.campaigns), layout: .records,
      columns: [
        .text(t(.name)), .text(t(.district)), .text(t(.facilitation)), .text(t(.period)), .text(t(.status)),
        .whole(t(.spentOfPlan)), .whole(t(.reachOfPlan)), .text(t(.nextEvent)),
      ], rows: rows)
    list.hidesCaption = true
    let content: Markup = shown.isEmpty ? "<p>\(t(.nobodyOfKind))</p>" : "<section class=\"card\">\(table(list))</section>"
    var page = Page(t(.campaigns), content: "\(filters(state, leads, t))\(content)")
    page.actions = [new].compactMap { $0 }
    page.subtitle = .init(t.other(.campaigns), t.language.other)
    return page.response(request.page)
  }

  private func filters(_ state: Campaign.State?, _ leads: Facilitation?, _ t: Wording) -> Markup {
    let states = [Field.Choice("", t(.allOfThem))] + Campaign.State.allCases.map { .init($0.rawValue, t(.state($0))) }
    let leaders = [Field.Choice("", t(.allOfThem))] + Facilitation.allCases.map { .init($0.rawValue, t(.facilitation($0))) }
    return filterForm("/campaigns", t) {
      """
      \(filterField(Field("status", t(.status), .select(states), value: state?.rawValue ?? "")))\
      \(filterField(Field("lead", t(.facilitationFilter), .select(leaders), value: leads?.rawValue ?? "")))
      """
    }
  }

  private func row(_ line: CampaignLine, _ page: PageContext) -> TableRow {
    let t = page.wording
    let campaign = line.campaign
    let other = campaign.name[t.language.other].map { name -> Markup in
      "<span lang=\"\(t.language.other.rawValue)\">\(name)</span>"
    }
    let name = link(t.plain(campaign.name), to: "/campaigns/\(campaign.id)")
    let places = line.places.map { t.plain($0) }.joined(separator: ", ")
    let target = campaign.targets.first { $0.group == nil }?.people
    let (spent, limit) = (line.budget.spent, line.budget.limit)
    let next: Markup? = line.next.map { card in
      twoLines("\(t.shortDate(card.date))", link(t(.occurrence(card)), to: card.address))
    }
    return .row([
      other.map { twoLines(name, $0) } ?? name, "\(places)", "\(t(.facilitation(campaign.facilitation)))",
      "\(t.period(campaign.from, campaign.to))", tag(t(.state(line.state)), line.state.kind),
      limit.minor > 0
        ? "\(t(.spentOf(spent, limit)))\(barCell(Double(spent.minor) / Double(limit.minor)))" : "\(t(.noBudget))",
      target.map {
        "\(t(.countOfTotal(line.reach.people, $0)))\(barCell(Double(line.reach.people) / Double(max($0, 1))))"
      } ?? "\(t(.noTargets))",
      next ?? "\(t(.none))",
    ])
  }
}
