import Actions
import Domain
import HTTPServer

/// One shift: how many are needed, who comes, who could still come and why, and what was answered when.
extension Site {
  func shiftPage(_ request: PageRequest) async throws -> Response {
    try await shiftPage(request, error: nil)
  }

  private func shiftPage(_ request: PageRequest, error: String?) async throws -> Response {
    let id = OccurrenceID(request.parameter("id"))
    let view = try await ShowShift.run(id, in: actions(for: request))
    var context = request.page
    context.section = .volunteers
    let cards = ShiftCard(view: view, id: id, page: context)
    let t = context.wording
    var page = Page(
      cards.title,
      content: """
        \(errorSummary(error.map { [FieldError("ask", $0)] } ?? [], t))\(cards.numbers)\
        <div class="split sec"><div class="stack">\(cards.teams)\(cards.replacements(error))</div>\(cards.answers)</div>
        """)
    let other = Wording(t.language.other)
    page.subtitle = Page.Subtitle(cards.title(in: other), other.language)
    page.line = cards.line
    page.actions = cards.actions
    page.crumbs = [.init(t(.volunteers), "/volunteers"), .init(t(.shifts), "/shifts")]
    page.hasErrors = error != nil
    return page.response(context, status: error == nil ? 200 : 422)
  }

  func askForShift(_ request: PageRequest) async throws -> Response {
    let id = OccurrenceID(request.parameter("id"))
    do {
      try await AskVolunteers.run(try await chosen(request, id), for: id, in: actions(for: request))
    } catch ActionError.field(_, let sentence) {
      return try await shiftPage(request, error: request.page.wording.refusal(sentence))
    }
    return .seeOther(Done.assigned.after("/shifts/" + Address.encoded(id.text)))
  }

  /// Everybody the plan proposes, or those who were ticked.
  private func chosen(_ request: PageRequest, _ id: OccurrenceID) async throws(ActionError) -> [VolunteerID] {
    guard request.form.has("proposed") else { return request.form.all("ask").map { VolunteerID($0) } }
    return AskVolunteers.proposed(in: try await ShowShift.run(id, in: actions(for: request)))
  }
}

/// The parts of a shift's page.
struct ShiftCard: Sendable {
  let view: ShiftView
  let id: OccurrenceID
  let page: PageContext

  private var t: Wording { page.wording }
  private var address: String { "/shifts/" + Address.encoded(id.text) }

  var title: String { title(in: t) }

  func title(in t: Wording) -> String {
    [t.dayAndMonth(view.date), view.place.map { t.plain($0) }].compactMap { $0 }.joined(separator: ", ")
  }

  var line: Markup {
    let state = view.short == 0 ? tag(t(.confirmed), .good) : tag(t(.peopleShort(view.short)), .warn)
    let routes = view.teams.compactMap(\.route)
    let houses: Markup? =
      routes.isEmpty ? nil : ", \(t(.routesAndHouses(routes.count, routes.reduce(0) { $0 + $1.doors })))"
    let work = view.activity.map { t.content($0) } ?? "\(t(.kind(view.kind)))"
    return """
      \(state)<span class="muted">\(t.times(view.start, view.end)) · \(work)\(houses) · \
      <a href="/campaigns/\(Address.encoded(view.campaignID.text))">\(t.content(view.campaign))</a></span>
      """
  }

  /// The one thing to do: ask those the plan proposes, or else look for replacements.
  var actions: [Markup] {
    if view.notAsked > 0 {
      return [
        form(address + "/ask", page) {
          button(t(.askVolunteers(view.notAsked)), .primary, name: "proposed", value: "yes")
        }
      ]
    }
    let free = view.teams.reduce(0) { $0 + $1.free }
    guard free > 0, !view.offers.isEmpty else { return [] }
    return [linkButton(t(.askFirst(min(free, view.offers.count))), to: "#ask", .primary)]
  }

  var numbers: Markup {
    let summary = t(
      .shiftSummary(
        asked: view.asked, confirmed: view.confirmed, unanswered: view.unanswered, declined: view.declined,
        needed: view.needed))
    let bar = segmentedProgress(
      [
        ProgressPart(view.confirmed, .good), ProgressPart(view.unanswered, .neutral), ProgressPart(view.declined, .bad),
      ], title: t(.answersTitle), description: summary)
    let figures = [
      Kpi(t(.needed), t.number(view.needed), t(.teamCount(view.teams.count))),
      Kpi(t(.asked), t.number(view.asked), view.notAsked > 0 ? t(.notAskedCount(view.notAsked)) : ""),
      kpi(.confirmed, view.confirmed, .good), kpi(.noAnswer, view.unanswered, .neutral),
      kpi(.declined, view.declined, .bad),
    ]
    return """
      <section class="card" aria-labelledby="nu"><h2 class="vh" id="nu">\(t(.numbers))</h2>\(bar)\
      <div class="sec">\(kpis(figures))</div></section>
      """
  }

  private func kpi(_ word: Phrase, _ count: Int, _ fill: Fill) -> Kpi {
    var kpi = Kpi(t(word), t.number(count), t(.countOfTotal(count, view.asked)))
    kpi.swatch = fill
    return kpi
  }

  /// Teams that lack somebody first; all of them when they are few.
  var teams: Markup {
    let short = view.teams.filter { $0.confirmed < $0.needed }
    let shown = view.teams.count <= 8 ? view.teams : short
    guard !shown.isEmpty else { return card(t(.teams), id: "teams", content: "<p>\(t(.everybodyThere))</p>") }
    let rows = shown.enumerated().map { position, team -> TableRow in
      let people: [Markup] = team.people.map { person in
        let name = link(t.plain(person.name), to: "/volunteers/" + Address.encoded(person.id.text))
        return "\(name) \(tag(t(.status(person.status)), person.status.kind))"
      }
      let nobody: Markup = "<span class=\"muted\">\(t(.unassigned))</span>"
      return .row([
        name(of: team, position), people.isEmpty ? nobody : people.joined(by: "<br>"),
        "\(t(.countOfTotal(team.confirmed, team.needed)))",
      ])
    }
    var table = Table(
      t(.teams), layout: .records, columns: [.text(t(.team)), .whole(t(.peopleOnRoute)), .number(t(.confirmed))],
      rows: rows)
    table.hidesCaption = true
    return card(shown.count < view.teams.count ? t(.teamsShort) : t(.teams), id: "teams", content: Web.table(table))
  }

  private func name(of team: ShiftView.Team, _ position: Int) -> Markup {
    guard let route = team.route else { return "\(t(.team)) \(t.number(position + 1))" }
    let place = view.place ?? LocalizedText()
    return """
      \(link(t(.routeNumber(route.number, place)), to: "/routes/" + Address.encoded(route.id.text)))<br>\
      <span class="muted small">\(t(.houses(route.doors)))</span>
      """
  }
}
