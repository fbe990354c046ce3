import Actions
import Domain
import HTTPServer

/// The routes of four weeks, each with how far it has come.
extension Site {
  func routesPage(_ request: PageRequest) async throws -> Response {
    let t = request.page.wording
    let window = DayWindow(request, "/routes", days: 28, otherwise: request.page.today.weekStart)
    let number = max(1, Int(request.request.query("page") ?? "") ?? 1)
    let found = try await ListRoutes.run(from: window.from, to: window.to, page: number, in: actions(for: request))
    let links = pageLinks(page: number, of: max(1, (found.count + 49) / 50), t) { page in
      "/routes?from=\(window.from)&page=\(page)"
    }
    var context = request.page
    context.section = .volunteers
    let content =
      found.lines.isEmpty
      ? emptyState(t(.noRoutes), t(.noRoutesDetail)) : routeTable(found.lines, context)
    var page = Page(t(.routesTitle), content: "<section class=\"card\">\(content)\(links)\(window.links(t))</section>")
    page.line = "<span class=\"muted\">\(t(.routes(found.count)))</span>"
    page.crumbs = [.init(t(.volunteers), "/volunteers")]
    return page.response(context)
  }

  private func routeTable(_ lines: [RouteLine], _ page: PageContext) -> Markup {
    let t = page.wording
    let columns: [TableColumn] = [
      .text(t(.route)), .text(t(.day)), .whole(t(.peopleOnRoute)), .number(t(.doorsDone)), .text(t(.lastAnswer)),
      .number(t(.contactRate)), .number(t(.betweenDoors)),
    ]
    let rows = lines.map { line -> TableRow in
      let occurrence = line.occurrence
      let names = line.people.map { t.plain($0) }.joined(separator: ", ")
      let title = t(.routeNumber(line.number, line.place ?? LocalizedText()))
      let name = link(title, to: "/routes/" + Address.encoded(line.id.text))
      return .row([
        twoLines(name, t.content(line.campaign)),
        "\(t.relativeDay(occurrence.date, today: page.today))<br>\(t.times(occurrence.start, occurrence.end))",
        names.isEmpty ? tag(t(.unassigned), .warn) : "\(names)",
        "\(t(.countOfTotal(line.progress.done, line.progress.doors)))", "\(Follow.lastAnswer(line.progress, page))",
        Follow.contactRate(line.progress, t), Follow.pace(line.progress, t),
      ])
    }
    var table = Table(t(.routesTitle), layout: .records, columns: columns, rows: rows)
    table.hidesCaption = true
    return Web.table(table)
  }
}

/// The figures by which a route is followed.
enum Follow {
  static func lastAnswer(_ progress: RouteProgress, _ page: PageContext) -> String {
    let t = page.wording
    guard let last = progress.lastAnswer.map(page.local) else { return t(.noneYet) }
    return last.date == page.today ? t.time(last.time) : t.shortDate(last.date) + " " + t.time(last.time)
  }

  static func contactRate(_ progress: RouteProgress, _ t: Wording) -> Markup {
    guard let rate = progress.contactRate else { return "<span class=\"muted\">\(t(.noneYet))</span>" }
    return "\(t.percent(rate))\(progress.needsCheck ? " \(tag(t(.pleaseCheck), .warn))" as Markup : nil)"
  }

  static func pace(_ progress: RouteProgress, _ t: Wording) -> Markup {
    progress.secondsBetweenDoors.map { "\(time($0, t))" } ?? "<span class=\"muted\">\(t(.noneYet))</span>"
  }

  static func time(_ seconds: Int, _ t: Wording) -> String {
    seconds < 120 ? t(.seconds(seconds)) : t(.minutes((seconds + 30) / 60))
  }
}
