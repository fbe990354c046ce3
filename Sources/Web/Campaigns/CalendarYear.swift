import Actions
import Domain
import HTTPServer

extension Site {
  /// A year at a glance: how full its days are, and the same by month in numbers.
  func yearPage(_ asked: CalendarAsked, _ request: PageRequest) async throws -> Response {
    let t = request.page.wording
    let year = asked.month.year
    guard let first = LocalDate(year: year, month: 1, day: 1), let last = LocalDate(year: year, month: 12, day: 31) else {
      throw ActionError.notFound("year \(year)")
    }
    let found = try await Agenda.run(from: first, to: last, in: actions(for: request))
    let view = CalendarYear(year: year, agenda: found, asked: asked, page: request.page)
    var page = Page("\(year)", content: "\(view.links)\(view.map)\(view.months)")
    page.windowTitle = "\(t(.calendar)), \(year)"
    page.tabs = asked.tabs(t)
    page.isLandscape = true
    return page.response(request.page)
  }
}

/// The parts of the year's page.
struct CalendarYear {
  let year: Int
  let agenda: Agenda
  let asked: CalendarAsked
  let page: PageContext

  private var t: Wording { page.wording }

  private var cards: [OccurrenceCard] {
    agenda.cards.filter { asked.campaign == nil || $0.occurrence.campaign.text == asked.campaign }
  }

  var links: Markup {
    let years = [year - 1, page.today.year, year + 1].compactMap { LocalDate(year: $0, month: 1, day: 1) }
    return "<p class=\"row noprint tools\">\(years.map { linkButton("\($0.year)", to: asked.address(month: $0)) })</p>"
  }

  var map: Markup {
    let counts = Dictionary(grouping: cards, by: \.date).mapValues(\.count)
    let finding: Phrase =
      counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { .busiestDay($0.key, $0.value) } ?? .nothingPlanned
    let drawing = Drawing(id: "year", title: t(.activitiesPerDay(year)), description: t(finding))
    let drawn: Markup = """
      <div class="scroll" tabindex="0" role="region" aria-label="\(t(.activitiesPerDay(year)))">\
      \(yearHeatMap(counts, year: year, drawing, t))</div>
      """
    return "<section class=\"card\">\(figure(t(.activitiesPerDay(year)), "\(t(finding))", wide: drawn))</section>"
  }

  var months: Markup {
    let byMonth = Dictionary(grouping: cards) { $0.date.month }
    let rows = (1...12).compactMap { month -> TableRow? in
      guard let first = LocalDate(year: year, month: month, day: 1) else { return nil }
      let name = link(t(.month(month)), to: asked.address(view: "month", month: first))
      return .row([name, "\(t.number(byMonth[month]?.count ?? 0))"])
    }
    var list = Table(t(.activitiesTitle), columns: [.text(t(.month)), .number(t(.activitiesTitle))], rows: rows)
    list.hidesCaption = true
    return "<section class=\"card\">\(table(list))</section>"
  }
}
