import Actions
import Domain
import HTTPServer

/// Another day for an occurrence: first what it would break, then the move.
extension Site {
  var moveEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/campaigns/{id}/activities/{n}/move", .signedIn(.planCampaigns)) { request in
        let view = try await occurrence(request)
        let now = view.card.occurrence
        let t = request.page.wording
        return movePage(view, MoveForm(date: t.formDate(now.date), time: now.start.description), request)
      },
      Endpoint(.post, "/campaigns/{id}/activities/{n}/move", .signedIn(.planCampaigns)) { request in
        try await move(request)
      },
    ]
  }

  private func move(_ request: PageRequest) async throws -> Response {
    let view = try await occurrence(request)
    var typed = MoveForm(date: request.form["date"], time: request.form["time"])
    var reading = FormReading(request.form, request.page.wording)
    let (date, time) = (reading.date("date"), reading.time("time"))
    if let date, date < view.campaign.from || date > view.campaign.to {
      reading.report("date", .outsideCampaign(view.campaign.from, view.campaign.to))
    }
    if let date, date < view.today { reading.report("date", .dayIsPast) }
    typed.errors = reading.errors
    guard reading.errors.isEmpty, let date, let time else { return movePage(view, typed, request) }
    let moment = LocalDateTime(date: date, time: time)
    let actions = actions(for: request)
    // Only the button under the answer moves; a changed day is looked at first.
    guard request.form["seen"] == moment.description else {
      typed.preview = try await MoveOccurrence.preview(view.card.id, to: moment, of: view.campaign.id, in: actions)
      typed.seen = moment.description
      return movePage(view, typed, request)
    }
    try await MoveOccurrence.run(view.card.id, to: moment, of: view.campaign.id, in: actions)
    return .seeOther(Done.saved.after(view.card.address))
  }

  private func movePage(_ view: OccurrenceView, _ typed: MoveForm, _ request: PageRequest) -> Response {
    let t = request.page.wording
    let content = form(view.card.address + "/move", request.page, classes: "stack") { typed.fields(view, t) }
    var page = Page(t(.moveTitle), content: "\(errorSummary(typed.errors, t))\(content)")
    page.subtitle = .init(t(.occurrence(view.card)))
    page.line = OccurrenceParts(view: view, page: request.page).line()
    page.crumbs = [
      .init(t.plain(view.campaign.name), "/campaigns/\(view.campaign.id)"),
      .init(t(.occurrence(view.card)), view.card.address),
    ]
    page.hasErrors = !typed.errors.isEmpty
    return page.response(request.page, status: typed.errors.isEmpty ? 200 : 422)
  }
}

/// The day and time as typed, and what they would lead to once it was looked up.
struct MoveForm {
  var date: String
  var time: String
  var errors: [FieldError] = []
  /// The moment that the preview is about.
  var seen: String?
  var preview: MoveOccurrence.Preview?

  init(date: String, time: String) {
    self.date = date
    self.time = time
  }

  func fields(_ view: OccurrenceView, _ t: Wording) -> Markup {
    let day = Field("date", t(.date), .date, value: date).with {
      $0.hint = t.period(view.campaign.from, view.campaign.to)
      $0.error = errors.message(for: "date")
    }
    let hour = Field("time", t(.time), .time, value: time).with { $0.error = errors.message(for: "time") }
    let moves: Markup? = seen.map { hidden("seen", $0) }
    return """
      <div class="row">\(field(day, t))\(field(hour, t))</div>\(moves)\(answer(view, t))\
      <p class="hint">\(t(.moveIsKept))</p>\
      <p class="row">\(button(t(preview == nil ? .lookFirst : .moveNow), .primary))\
      \(link(t(.cancel), to: view.card.address))</p>
      """
  }

  private func answer(_ view: OccurrenceView, _ t: Wording) -> Markup? {
    guard let preview else { return nil }
    var card = view.card
    var lines = preview.breaks.map { conflict -> Markup in
      card.occurrence.date = conflict.date ?? card.date
      let blocks = conflict.severity == .blocksLaunch
      return "<li>\(t(.conflict(conflict, card))) \(tag(t(blocks ? .blocksLaunch : .warning), blocks ? .bad : .warn))</li>"
    }
    lines += preview.unavailable.map { "<li>\(t(.notFreeThen($0)))</li>" }
    guard !lines.isEmpty else { return note(.good, "\(t(.breaksNothing))") }
    return note(.warn, "<div><strong>\(t(.wouldBreak))</strong><ul>\(lines)</ul></div>")
  }
}
