import Actions
import Domain
import HTTPServer

/// One route: how far it has come, its map, its doors, its people.
extension Site {
  func routePage(_ request: PageRequest) async throws -> Response {
    let view = try await ShowRoute.run(RouteID(request.parameter("id")), in: actions(for: request))
    var context = request.page
    context.section = .volunteers
    let route = RouteCard(view: view, page: context)
    let t = context.wording
    var page = Page(
      t(.routeNumber(view.number, view.place ?? LocalizedText())),
      content: """
        \(route.figures)<div class="split sec"><div class="stack">\(route.doors)</div>\
        <div class="stack">\(route.map)\(route.people)</div></div>
        """)
    let occurrence = view.occurrence
    page.line = """
      <span class="muted">\(t.dayAndMonth(occurrence.date)), \(t.times(occurrence.start, occurrence.end)) · \
      \(t(.houses(view.doors.count))) · \(t(.walking)) \(t.distance(metres: Int(view.route.walking.value))) · \
      \(t.content(view.campaign))</span>
      """
    page.actions = [
      linkButton(t(.printWalkSheet), to: route.address + "/print", .primary),
      linkButton(t(.enterPaperSheet), to: route.address + "/enter"),
    ]
    page.crumbs = [.init(t(.volunteers), "/volunteers"), .init(t(.routesTitle), "/routes")]
    return page.response(context)
  }

  func linkTeam(_ request: PageRequest) async throws -> Response {
    let id = RouteID(request.parameter("id"))
    try await LinkTeam.run(id, in: actions(for: request))
    return .seeOther("/routes/\(Address.encoded(id.text))/print")
  }
}

/// The parts of a route's page.
struct RouteCard: Sendable {
  let view: RouteView
  let page: PageContext

  private var t: Wording { page.wording }

  var address: String { "/routes/" + Address.encoded(view.route.id.text) }

  var figures: Markup {
    let progress = view.progress
    let share = progress.doors > 0 ? Double(progress.done) / Double(progress.doors) : 0
    let rate = progress.contactRate.map { t.percent($0) } ?? t(.noneYet)
    let pace = progress.secondsBetweenDoors.map { Follow.time($0, t) } ?? t(.noneYet)
    let check: Markup? =
      progress.needsCheck
      ? remark(.warn, "<b>\(t(.pleaseCheck))</b> \(t(.contactRate)), \(t(.betweenDoors)): \(t(.checkAbove90))") : nil
    return """
      <section class="card" aria-labelledby="nu"><h2 class="vh" id="nu">\(t(.numbers))</h2>\
      \(kpis([
        Kpi(t(.doorsDone), t.number(progress.done), t(.countOfTotal(progress.done, progress.doors)), share: share),
        Kpi(t(.contactRate), rate, t(.metAtDone)), Kpi(t(.betweenDoors), pace, t(.medianOfTeam)),
        Kpi(t(.lastAnswer), Follow.lastAnswer(progress, page), t(.leaflets(progress.leaflets))),
        Kpi(t(.visitAgain), t.number(progress.toVisitAgain), t(.countOfTotal(progress.toVisitAgain, progress.done))),
      ]))\(check)</section>
      """
  }

  var map: Markup? {
    let placed = view.doors.filter { $0.point != nil }
    guard !placed.isEmpty else { return nil }
    let map = RouteMap(placed.map { RouteMap.Stop($0.point!, $0.visit?.disposition) })
    return card(
      t(.map), id: "map",
      content: """
        <figure>\(routeMap(map, id: "rm", t))<figcaption><small>\(t.sentence(.mapWithoutStreets)) \(t(.mapLegend))</small>\
        </figcaption></figure>
        """)
  }

  var people: Markup {
    let lines: [Markup] = view.people.map { person in
      let name = link(t.plain(person.name), to: "/volunteers/" + Address.encoded(person.id.text))
      return "<li>\(name) \(tag(t(.status(person.status)), person.status.kind))</li>"
    }
    let shift = link(t(.shift), to: "/shifts/" + Address.encoded(view.occurrence.id.text))
    let list: Markup = lines.isEmpty ? "<p>\(t(.unassigned))</p>" : "<ul>\(lines)</ul>"
    return card(t(.peopleOnRoute), id: "people", aside: shift, content: list)
  }

  var doors: Markup {
    let rows = view.doors.map { door -> TableRow in
      let label = DoorView.label(door, t)
      let result = door.visit.map { tag(t(.disposition($0.disposition)), $0.disposition.kind) }
      let time = door.visit.map { t.time(page.local($0.at).time) }
      return .row([
        "\(t.number(door.number))", "\(label)", result ?? "<span class=\"muted\">\(t(.stillToVisit))</span>",
        "\(time ?? "")", "\(door.visit.map { t.number($0.leaflets) } ?? "")",
      ])
    }
    var table = Table(
      t(.houseList), layout: .records,
      columns: [
        .number(t(.rowNumber)), .whole(t(.houseColumn)), .text(t(.resultColumn)), .text(t(.time)),
        .number(t(.leafletsGiven)),
      ], rows: rows)
    table.hidesCaption = true
    return card(t(.houseList), id: "list", content: Web.table(table))
  }
}
