import Actions
import Domain
import HTTPServer

/// All campaigns on one calendar: a month as a table, the same as a list, which phones always get, or a year of days.
extension Site {
  var calendarEndpoints: [Endpoint] {
    [Endpoint(.get, "/calendar", .signedIn(.seeCampaigns)) { request in try await calendarPage(request) }]
  }

  private func calendarPage(_ request: PageRequest) async throws -> Response {
    let t = request.page.wording
    let asked = CalendarAsked(request)
    if asked.isYear { return try await yearPage(asked, request) }
    let found = try await Agenda.run(from: asked.first, to: asked.last, in: actions(for: request))
    let view = CalendarView(asked: asked, agenda: found, page: request.page)
    let content: Markup = """
      \(view.filters())\(view.clashes())
      \(asked.isList ? view.list() : "<section class=\"wide\">\(view.key())\(view.month())</section><section class=\"narrow\">\(view.list())</section>")
      """
    var page = Page(t.monthAndYear(asked.month), content: content)
    page.windowTitle = "\(t(.calendar)), \(t.monthAndYear(asked.month))"
    page.subtitle = .init(Wording(t.language.other).monthAndYear(asked.month), t.language.other)
    page.tabs = asked.tabs(t)
    page.isLandscape = true
    page.actions = [printButton(t(.print))]
    return page.response(request.page)
  }
}

/// What the address asks for: which month, as what, of which campaign. Nonsense counts as not asked.
struct CalendarAsked {
  static let views = ["month", "list", "year"]

  let month: LocalDate
  let view: String
  let campaign: String?
  let isDay: Bool

  init(_ request: PageRequest) {
    let query = request.request
    view = query.query("view").flatMap { Self.views.contains($0) ? $0 : nil } ?? "month"
    campaign = query.query("campaign").flatMap { $0.isEmpty ? nil : $0 }
    let day = query.query("day").flatMap { LocalDate($0) }
    let typed = query.query("month").flatMap { LocalDate($0 + "-01") }
    isDay = day != nil
    month = day ?? typed ?? request.page.today.monthStart
  }

  func tabs(_ t: Wording) -> Page.Tabs {
    let tabs = [(Phrase.month, "month"), (Phrase.list, "list"), (Phrase.year, "year")]
    return .init(t(.calendar), tabs.map { .init(t($0.0), address(view: $0.1)) }, current: address(view: view))
  }

  var isYear: Bool { view == "year" && !isDay }
  var isList: Bool { view == "list" || isDay }
  var nextMonth: LocalDate { (month.monthStart + 31).monthStart }
  var lastMonth: LocalDate { (month.monthStart - 1).monthStart }

  /// A month shows the whole weeks that it touches.
  var first: LocalDate { isDay ? month : view == "list" ? month.monthStart : month.monthStart.weekStart }
  var last: LocalDate { isDay ? month : view == "list" ? nextMonth - 1 : (nextMonth - 1).weekStart + 6 }

  func address(view: String? = nil, month: LocalDate? = nil) -> String {
    let name = "\((month ?? self.month).monthStart)".prefix(7)
    return Address.path(
      "/calendar", [("view", view ?? self.view), ("month", String(name)), ("campaign", campaign)])
  }

  func dayAddress(_ day: LocalDate) -> String {
    Address.path("/calendar", [("day", "\(day)"), ("campaign", campaign)])
  }
}

/// The parts of the calendar page.
struct CalendarView {
  let asked: CalendarAsked
  let agenda: Agenda
  let page: PageContext

  private var t: Wording { page.wording }
  private var mayPlan: Bool { page.user?.role.may(.planCampaigns) == true }

  private var cards: [OccurrenceCard] {
    agenda.cards.filter { asked.campaign == nil || $0.occurrence.campaign.text == asked.campaign }
  }

  private var words: [OccurrenceID: Phrase] {
    agenda.conflicts.compactMapValues { $0.first { $0.severity == .blocksLaunch }.map { Phrase.clash($0) } }
  }

  func filters() -> Markup {
    let choices = [Field.Choice("", t(.allOfThem))] + agenda.campaigns.map { .init($0.id.text, t.plain($0.name)) }
    let months = [(asked.lastMonth, t(.month(asked.lastMonth.month))), (page.today, t(.today)), (asked.nextMonth, t(.month(asked.nextMonth.month)))]
    let links = months.map { linkButton($0.1, to: asked.address(month: $0.0)) }
    return """
      <div class="tools">\(filterForm("/calendar", t) {
        """
        \(filterField(Field("campaign", t(.campaign), .select(choices), value: asked.campaign ?? "")))\
        \(hidden("view", asked.view))\(hidden("month", String("\(asked.month)".prefix(7))))
        """
      })<p class="row noprint">\(links)</p></div>
      """
  }

  private static let shownClashes = 3

  func clashes() -> Markup? {
    // Cards stand in the order of their days.
    let found = cards.flatMap { card -> [(Conflict, OccurrenceCard)] in
      (agenda.conflicts[card.id] ?? []).filter { $0.severity == .blocksLaunch }.map { ($0, card) }
    }
    guard !found.isEmpty else { return nil }
    let notes = found.prefix(Self.shownClashes).map { conflict, card -> Markup in
      note(.bad, "<strong>\(t(.conflict(conflict, card)))</strong> \(link(t(.open), to: card.address))")
    }
    let rest: Markup? = found.count > notes.count ? "<p class=\"small\">\(t(.andMore(found.count - notes.count)))</p>" : nil
    return """
      <section class="sec stack" aria-labelledby="clashes"><h2 class="vh" id="clashes">\(t(.clashesThisMonth))</h2>\
      \(Array(notes))\(rest)</section>
      """
  }

  /// Which mark is which campaign.
  func key() -> Markup? {
    let shown = Set(cards.map(\.occurrence.campaign))
    let marks: [Markup] = agenda.campaigns.filter { shown.contains($0.id) }.map { campaign in
      """
      <span>\(calendarMark(campaign.facilitation, t.plain(campaign.name)))\(t.plain(campaign.name)), \
      \(t(.facilitation(campaign.facilitation)))</span>
      """
    }
    return marks.isEmpty ? nil : "<p class=\"row small key\">\(marks)</p>"
  }

  func month() -> Markup {
    let words = words
    let entries = Dictionary(grouping: OccurrenceGroup.groups(cards), by: \.first.date).mapValues { groups in
      groups.map { group in entry(group, words) }
    }
    var month = MonthCalendar(
      asked.month, today: page.today, caption: t.monthAndYear(asked.month), entries: entries,
      dayAddress: asked.dayAddress)
    month.holidays = agenda.holidays
    return monthCalendar(month, t)
  }

  private func entry(_ group: OccurrenceGroup, _ words: [OccurrenceID: Phrase]) -> MonthCalendar.Entry {
    let card = group.first
    let count = group.cards.count > 1 ? " ×\(t.number(group.cards.count))" : ""
    var entry = MonthCalendar.Entry(
      t.time(card.occurrence.start), t(.kind(card.kind)) + count, address: group.address(mayPlan: mayPlan),
      campaign: t.plain(card.campaignName))
    entry.detail = card.placeName.map { t.plain($0) }
    entry.facilitation = card.facilitation
    entry.clash = group.cards.lazy.compactMap { words[$0.id] }.first.map { t($0) }
    return entry
  }

  func list() -> Markup {
    let holidays = agenda.holidays.filter { asked.isDay || $0.key.month == asked.month.month }
    let shown = cards.filter { asked.isDay || $0.date.month == asked.month.month }
    guard !shown.isEmpty || !holidays.isEmpty else { return "<p>\(t(.nothingPlanned))</p>" }
    let nothing: Markup? = shown.isEmpty ? "<p>\(t(.nothingPlanned))</p>" : nil
    var days = AgendaDays(today: page.today, holidays: holidays)
    (days.mayPlan, days.isOneDay) = (mayPlan, asked.isDay)
    return "\(agendaOf(shown, on: days, clashes: words, t))\(nothing)"
  }
}
