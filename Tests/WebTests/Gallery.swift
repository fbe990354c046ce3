import Domain
import Foundation
import HTTPServer

@testable import Web

/// Sample pages made of every part of the kit, with the figures of a campaign in Battambang. The tests hold them
/// against the checks; with OUTREACH_GALLERY set to a folder they are also written there, to be looked at.
enum Gallery {
  static func pages(_ language: Language) -> [(name: String, html: String)] {
    let page = Sample.page(language)
    return [
      ("today", document(today(page), page, .today)),
      ("plan", document(plan(page), page, .campaigns)),
      ("sending", document(sending(page), page, .messages)),
      ("results", document(results(page), page, .results)),
      ("audience", document(audience(page), page, .audience)),
      ("month", document(month(page), page, .calendar)),
      ("form", document(activityForm(page), page, .campaigns)),
      ("volunteer", volunteer(page).markup(page).string),
    ]
  }

  private static func document(_ content: Page, _ page: PageContext, _ section: Section) -> String {
    var page = page
    page.section = section
    return PageFrame.document(content, page).string
  }

  static func write() throws {
    guard let folder = ProcessInfo.processInfo.environment["OUTREACH_GALLERY"] else { return }
    for asset in Asset.all.values {
      try Data(asset.bytes).write(to: URL(filePath: folder).appending(path: asset.name))
    }
    for language in Language.allCases {
      for (name, html) in pages(language) {
        let local = Asset.all.values.reduce(html) { $0.replacing($1.address, with: $1.name) }
        try Data(local.utf8).write(to: URL(filePath: folder).appending(path: "\(name)-\(language.rawValue).html"))
      }
    }
  }

  static let forumDay = LocalDate(dayNumber: 20_776)

  private static func today(_ page: PageContext) -> Page {
    let t = page.wording
    let todos = [
      TodoItem(
        .urgent, "Parade on 24 November falls in the Water Festival",
        detail: "Offices are closed 23–25 November. 14 volunteers and the sound truck are booked.",
        action: linkButton(t(.chooseAnotherDay), to: "/campaigns/1", .primary)),
      TodoItem(
        .attention, "Route 4 in Svay Por has no volunteer on Saturday", detail: "46 houses, about 3 hours.",
        action: linkButton(t(.assignVolunteer), to: "/routes/4")),
      TodoItem(
        .toDo, "Radio spots go USD 120 over plan", detail: "Rattanak FM quoted USD 480 for 24 spots.",
        action: linkButton(t(.review), to: "/campaigns/1/budget")),
    ]
    let days = [
      AgendaDay(t(.today), [.init("14:00", "<a href=\"/x\">\(t(.kind(.citizenHour)))</a>")]),
      AgendaDay(t.dayAndMonth(page.today + 2), [.init("07:30", "\(t(.kind(.doorToDoor))) \(tag(t(.paused), .warn))")]),
    ]
    let figures = [
      Kpi(t(.citizensReached), t.number(8370), "of 12,000 planned by 20 December", share: 0.6975),
      Kpi(t(.spent), t.money(Money(minor: 1_482_000, .usd)), "of USD 22,000 (67%)", share: 0.674),
      Kpi(t(.kind(.forum)), t(.countOfTotal(21, 25)), "440 participants, 212 female (48%)", share: 0.84),
      Kpi(t(.questionsAnswered), t(.countOfTotal(88, 99)), "11 promised in writing", share: 0.889),
    ]
    var content = Page(
      t.dayAndMonth(page.today),
      content: """
        <div class="split"><section aria-labelledby="need"><div class="h"><h2 id="need">\(t(.needsYouToday))</h2>\
        <span class="muted small">\(t(.itemsMostUrgentFirst(3)))</span></div>\(todoList(todos, t))</section>
        <section aria-labelledby="next"><h2 id="next">\(t(.next7Days))</h2>\(agenda(days))</section></div>
        \(card("Know your One Window Office", id: "far", aside: link(t(.openCampaign), to: "/x"), content: kpis(figures)))
        """)
    content.subtitle = Page.Subtitle(Wording(t.language.other).longDate(page.today), t.language.other)
    content.actions = [linkButton(t(.newCampaign), to: "/campaigns/new"), linkButton(t(.printToday), to: "/today")]
    return content
  }

  private static func plan(_ page: PageContext) -> Page {
    let t = page.wording
    let day = { (offset: Int) in LocalDate(dayNumber: 20_759 + offset) }
    let bar = { (from: Int, to: Int, state: Timeline.Bar.State) in
      Timeline.Bar(day(from), day(to), state, title: t.shortDate(day(from)))
    }
    var spots = bar(15, 32, .planned)
    spots.label = "24 spots"
    var invite = bar(10, 11, .planned)
    invite.label = "Invite"
    let kinds: [(ActivityKind, [Timeline.Bar])] = [
      (.parade, [bar(22, 22, .conflict("Conflict: holiday"))]),
      (.forum, [bar(3, 3, .done), bar(9, 9, .done), bar(17, 17, .planned)]),
      (.citizenHour, [bar(10, 10, .planned)]),
      (.doorToDoor, [bar(5, 6, .done), bar(12, 13, .planned), bar(19, 20, .planned)]),
      (.spot, [spots]), (.message, [invite]),
    ]
    var chart = Timeline(
      start: day(0), today: page.today,
      rows: kinds.map { Timeline.Row(t(.kind($0.0)), other: t.other(.kind($0.0)), bars: $0.1) })
    chart.holidays = [.init(day(7), day(7), "Holiday"), .init(day(21), day(23), "Water Festival")]
    let drawing = Drawing(id: "tl", title: t(.timeline), description: "The parade is inside the holiday.")
    let lines: [(String, Int, Int)] = [("Public forums", 5210, 6400), ("Parade", 900, 3600), ("Radio spots", 480, 360)]
    let rows = lines.map { line in
      TableRow.row([
        "\(line.0)",
        barCell(Double(line.1) / 6400, plan: Double(line.2) / 6400, fill: line.1 > line.2 ? .bad : .accent),
        "\(t.number(line.1))", "<span class=\"muted\">\(t.number(line.2))</span>",
      ])
    }
    let budget = Table(
      t(.budgetByLine), note: "\(t(.barSpentTickPlanned))", layout: .bars,
      columns: [.text(t(.line)), .bar(t), .number(t(.spent)), .number(t(.plan))],
      rows: rows + [.total(["\(t(.total))", "", "\(t.number(6590))", "\(t.number(10360))"])])
    let conflict: Markup = """
      <div><strong>The parade on Tuesday 24 November is on a public holiday.</strong></div>
      <div class="row">\(linkButton("Move to Fri 20 Nov", to: "/x"))\(linkButton(t(.otherDays), to: "/x"))</div>
      """
    var content = Page(
      "Know your One Window Office, Battambang",
      content: """
        \(note(.bad, conflict, isRow: true))
        <section class="card sec">\(figure(t(.timeline), "2 November – 27 December", wide: timeline(chart, drawing, t)))</section>
        <div class="two sec"><section class="card">\(table(budget))</section>
        <section class="card">\(emptyState(t(.noCampaigns), t(.noCampaignsDetail), action: linkButton(t(.planFirstCampaign), to: "/x")))</section></div>
        """)
    content.crumbs = [Page.Crumb(t(.campaigns), "/campaigns")]
    content.line =
      "\(tag(t(.state(.running)), .good))<span class=\"muted\">\(t.period(day(0), day(48))) · \(t(.facilitation(.ngo)))</span>"
    content.actions = [linkButton(t(.addActivity), to: "/x", .primary), linkButton(t(.printPlan), to: "/x")]
    content.tabs = Page.Tabs(
      t(.campaign), [.init(t(.plan), "/c"), .init(t(.messages), "/c/messages"), .init(t(.routesTitle), "/c/routes")],
      current: "/c")
    content.isLandscape = true
    return content
  }
}
