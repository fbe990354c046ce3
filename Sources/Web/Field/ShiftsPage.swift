import Actions
import Domain
import HTTPServer

/// The shifts of two weeks, each with who has said yes.
extension Site {
  func shiftsPage(_ request: PageRequest) async throws -> Response {
    let t = request.page.wording
    let window = DayWindow(request, "/shifts", days: 14, otherwise: request.page.today)
    let lines = try await ListShifts.run(from: window.from, days: window.days, in: actions(for: request))
    let rows = lines.map { line -> TableRow in
      let place: Markup? = line.place.map { ", \(t.content($0))" }
      let teams: Markup? =
        line.teams > 1 ? "<br><span class=\"muted small\">\(t(.teamCount(line.teams)))</span>" : nil
      let short = line.needed - line.confirmed
      let state = short <= 0 ? tag(t(.confirmed), .good) : tag(t(.peopleShort(short)), .warn)
      let day = link(
        t.relativeDay(line.date, today: request.page.today), to: "/shifts/" + Address.encoded(line.id.text))
      return .row([
        "\(day), \(t.times(line.start, line.end))",
        "\(line.activity.map { t.content($0) } ?? "\(t(.kind(line.kind)))")\(place)\(teams)",
        "\(t(.countOfTotal(line.confirmed, line.needed)))", "\(t.number(line.unanswered))", state,
      ])
    }
    var table = Table(
      t(.shifts), layout: .records,
      columns: [
        .text(t(.shift)), .text(t(.work)), .number(t(.confirmed)), .number(t(.noAnswer)), .text(t(.status)),
      ], rows: rows)
    table.hidesCaption = true
    let content = lines.isEmpty ? emptyState(t(.noShifts), t(.noShiftsDetail)) : Web.table(table)
    var page = Page(t(.shifts), content: "<section class=\"card\">\(content)\(window.links(t))</section>")
    page.crumbs = [.init(t(.volunteers), "/volunteers")]
    var context = request.page
    context.section = .volunteers
    return page.response(context)
  }
}
