import Actions
import Domain
import HTTPServer

/// Answers "what needs me today?" in ten seconds: decisions first, then the next days, then how the campaign stands.
extension Site {
  var todayEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/", .public) { request in .seeOther(request.visitor?.role.home.address ?? "/sign-in") },
      Endpoint(.get, "/today", .signedIn(.seeCampaigns)) { request in try await todayPage(request) },
    ]
  }

  private static let shownItems = 7

  private func todayPage(_ request: PageRequest) async throws -> Response {
    let (t, today) = (request.page.wording, request.page.today)
    let actions = actions(for: request)
    let items = try await TodayList.run(in: actions)
    let agenda = try await Agenda.run(from: today, to: today + 6, in: actions)
    let lines = try await OverseeCampaign.list(in: actions)
    let mayPlan = request.visitor?.role.may(.planCampaigns) == true
    let all = request.request.query("all") != nil
    let need = needsYou(items, all: all, mayPlan: mayPlan, hasCampaigns: !lines.isEmpty, request.page)
    let current = lines.first { $0.state == .running || $0.state == .paused } ?? lines.first { $0.state == .scheduled }
    let count: Markup? =
      items.isEmpty ? nil : "<span class=\"muted small\">\(t(.itemsMostUrgentFirst(items.count)))</span>"
    var page = Page(
      t.dayAndMonth(today),
      content: """
        <div class="split"><section aria-labelledby="need"><div class="h"><h2 id="need">\(t(.needsYouToday))</h2>\
        \(count)</div>\(need)</section>
        <section aria-labelledby="next"><h2 id="next">\(t(.next7Days))</h2>\(nextDays(agenda, request.page))
        <p>\(link(t(.openCalendar), to: "/calendar"))</p></section></div>
        \(current.map { soFar($0, request.page) })
        """)
    page.windowTitle = t(.today)
    page.subtitle = .init(Wording(t.language.other).longDate(today), t.language.other)
    page.actions = [mayPlan ? linkButton(t(.newCampaign), to: "/campaigns/new") : nil, printButton(t(.printToday))].compactMap { $0 }
    return page.response(request.page)
  }

  private func needsYou(
    _ items: [TodayItem], all: Bool, mayPlan: Bool, hasCampaigns: Bool, _ page: PageContext
  ) -> Markup {
    let t = page.wording
    guard hasCampaigns else {
      let action = mayPlan ? linkButton(t(.planFirstCampaign), to: "/campaigns/new", .primary) : nil
      return emptyState(t(.noCampaigns), t(.noCampaignsDetail), action: action)
    }
    guard !items.isEmpty else { return "<p>\(t(.nothingNeedsYou))</p>" }
    let shown = all ? items[...] : items.prefix(Self.shownItems)
    let list = todoList(
      shown.enumerated().map { index, item in TodaySentence(item: item, mayPlan: mayPlan, t: t).todo(isFirst: index == 0) }, t)
    let rest = items.count - shown.count
    let end: Markup =
      rest > 0 ? link(t(.andMore(rest)), to: "/today?all=1") : "\(t(.nothingElseWaits))"
    return "\(list)<p class=\"muted small\">\(end)</p>"
  }

  private func nextDays(_ found: Agenda, _ page: PageContext) -> Markup {
    let t = page.wording
    guard !found.cards.isEmpty else { return "<p>\(t(.nothingPlanned))</p>" }
    let clashes = found.conflicts.compactMapValues { $0.first.map { Phrase.clash($0) } }
    var days = AgendaDays(today: page.today, holidays: found.holidays)
    days.mayPlan = page.user?.role.may(.planCampaigns) == true
    return agendaOf(found.cards, on: days, clashes: clashes, t)
  }

  /// The four figures of the campaign that is under way, each with what it is measured against.
  private func soFar(_ line: CampaignLine, _ page: PageContext) -> Markup {
    let t = page.wording
    let reach = line.reach
    let target = line.campaign.targets.first { $0.group == nil }?.people
    let (spent, limit) = (line.budget.spent, line.budget.limit)
    let share = limit.minor > 0 ? Double(spent.minor) / Double(limit.minor) : nil
    let figures = [
      Kpi(
        t(.citizensReached), t.number(reach.people),
        target.map { t(.reachedOf(reach.people, $0, by: line.campaign.to)) } ?? t(.noTargets),
        share: target.map { Double(reach.people) / Double(max($0, 1)) }),
      Kpi(
        t(.spent), t.money(spent),
        share.map { t(.ofMoney(limit, t.percent($0))) } ?? t(.noBudget), share: share),
      Kpi(t(.activitiesTitle), t.number(reach.events), t(.eventsRecorded)),
      Kpi(
        t(.questionsAnswered), t(.countOfTotal(reach.questionsAnswered, reach.questionsAsked)), t(.askedAtEvents),
        share: reach.questionsAsked > 0 ? Double(reach.questionsAnswered) / Double(reach.questionsAsked) : nil),
    ]
    return """
      <section class="card" aria-labelledby="so-far"><div class="h"><h2 id="so-far">\
      \(t(.soFar(t.plain(line.campaign.name), page.today.year)))</h2>\
      \(link(t(.openCampaign), to: "/campaigns/\(line.campaign.id)"))</div>\(kpis(figures))</section>
      """
  }
}

