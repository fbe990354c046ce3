import Actions
import Domain

/// What campaigns cost and what came of it: the finding first, then the figures it rests on.
struct ResultsPage {
  let view: ResultsView
  let t: Wording
  /// The page's own path; the filters and files hang on it.
  let path: String

  init(_ view: ResultsView, path: String, _ t: Wording) {
    self.view = view
    self.path = path
    self.t = t
  }

  func page(_ context: PageContext) -> Page {
    var page = Page(heading, content: "\(filters)\(content(context))")
    page.subtitle = Page.Subtitle(filtersInWords)
    page.isLandscape = true
    page.actions = [
      printButton(t(.print)), linkButton(t(.exportCSV), to: address(path + ".csv")), linkButton(t(.exportXLSX), to: address(path + ".xlsx")),
    ]
    if context.user?.role.may(.recordResults) == true {
      page.actions.append(linkButton(t(.importResults), to: "/results/import"))
    }
    if path != "/results" { page.crumbs = [Page.Crumb(t(.results), "/results")] }
    return page
  }

  private var heading: String {
    if view.filter.channel != nil { return t(.resultsOfChannel) }
    return t(.finding(view.finding, view))
  }

  /// The filters in words, for print and for whoever gets the address.
  private var filtersInWords: String {
    let district = view.districts.first { $0.code == view.filter.district }
    let channel = view.filter.channel.map { key in t.channel(key, view.channels.first { $0.key == key }?.name) }
    return [
      view.filter.year.map { "\(t(.year)) \($0)" } ?? t(.allYears),
      district.map { t.plain($0.name) } ?? t(.allDistricts), channel ?? t(.allChannels),
    ].joined(separator: " · ")
  }

  /// The same filters on another address.
  private func address(_ path: String) -> String {
    Address.path(
      path,
      [
        ("year", view.filter.year.map(String.init)),
        ("district", path.contains("/districts/") ? nil : view.filter.district?.text), ("channel", view.filter.channel),
      ])
  }

  private var filters: Markup {
    let years = [Field.Choice("", t(.allYears))] + view.years.map { Field.Choice("\($0)", "\($0)") }
    let districts = [Field.Choice("", t(.allDistricts))] + view.districts.map { Field.Choice($0.code.text, t.plain($0.name)) }
    let channels = [Field.Choice("", t(.allChannels))] + view.channels.map { Field.Choice($0.key, t.channel($0.key, $0.name)) }
    var fields = [
      Field("year", t(.year), .select(years), value: view.filter.year.map(String.init) ?? ""),
      Field("channel", t(.channel), .select(channels), value: view.filter.channel ?? ""),
    ]
    if path == "/results" {
      fields.insert(Field("district", t(.district), .select(districts), value: view.filter.district?.text ?? ""), at: 1)
    }
    return filterForm(path, t) {
      fields.map { field -> Markup in
        "<div><label class=\"small\" for=\"\(field.id)\">\(field.label)</label>\(control(field))</div>"
      }.joined()
    }
  }

  private func content(_ context: PageContext) -> Markup {
    guard !view.isEmpty else {
      let action: Markup? =
        context.user?.role.may(.recordResults) == true ? linkButton(t(.importResults), to: "/results/import") : nil
      return emptyState(t(.noResultsYet), t(.importResultsHint), action: action)
    }
    let tables = ResultsTables(view: view, t: t)
    let caution = remark(.warn, "\(t(.notByLot))")
    guard view.filter.channel == nil else {
      return """
        <section class="card">\(tables.channels)\(remark(.info, "\(t(.noAwarenessByChannel))"))\(caution)</section>
        <section class="card">\(tables.groups)</section>\(foot(context))
        """
    }
    let second = tables.awarenessByGroup ?? tables.channels
    let third: Markup? = tables.awarenessByGroup == nil ? nil : "<section class=\"card\">\(tables.channels)</section>"
    return """
      <div class="two sec"><section class="card">\(tables.comparison)</section>
      <section class="card">\(tables.costPerNewlyAware)\(caution)</section></div>
      <div class="two sec"><section class="card">\(tables.whoKnows)</section>
      <section class="card">\(moneyAndReach)</section></div>
      <div class="two sec"><section class="card">\(tables.groups)</section>
      <section class="card">\(second)</section></div>
      \(third)\(monthsCard)<section class="card">\(tables.allNumbers)</section>\(foot(context))
      """
  }

  private var moneyAndReach: Markup {
    let points = view.places.map { side in
      Scatter.Point(
        t.plain(side.name), reached: Double(side.figures.reached.upperBound), spent: units(side.figures.spent),
        side.facilitation)
    }
    let plot = Scatter(points, xTitle: t(.citizensReached), yTitle: "\(view.currency.rawValue) \(t(.spent))")
    let drawing = Drawing(id: "money", title: t(.moneyAndReach), description: t(.everyonesNumbersAbove))
    let drawings = scatter(plot, drawing, t)
    let key = view.sides.map { facilitationWord($0.facilitation, t) }.joined(by: " ")
    return figure(t(.moneyAndReach), "\(t(.sameCostLines)) \(key)", wide: drawings.wide, narrow: drawings.narrow)
  }

  private func units(_ money: Money) -> Double { Double(money.minor) / Double(money.currency.minorUnits) }

  private var monthsCard: Markup? {
    let panels = view.places.filter { $0.months.contains { $0 > 0 } }.map { side in
      Panel(
        t.plain(side.name), total: t(.inTheYear(side.months.reduce(0, +))), values: side.months,
        fill: side.facilitation.fill)
    }
    guard !panels.isEmpty else { return nil }
    return card(
      "\(t(.reachedEachMonth)), \(view.monthsOf)", id: "months",
      content: smallMultiples(panels, id: "m", measure: t(.citizensReached), t))
  }

  private func foot(_ context: PageContext) -> Markup {
    var lines = [t(.countedPeopleExplained)]
    lines += view.rates.map { t(.rateUsed(Int($0.perUSD), $0.from)) }
    if view.unconverted > 0 { lines.append(t(.notConverted(view.unconverted))) }
    lines.append(t(.printedOn(context.today)))
    return "<p class=\"small muted\">\(lines.joined(separator: " "))</p>"
  }
}
