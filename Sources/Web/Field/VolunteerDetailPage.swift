import Actions
import Domain
import HTTPServer

/// One volunteer: what they can do, when they are free, their shifts, and the way to their page.
extension Site {
  func volunteerPage(_ request: PageRequest) async throws -> Response {
    let t = request.page.wording
    let view = try await ShowVolunteer.run(VolunteerID(request.parameter("id")), in: actions(for: request))
    let shifts = card(t(.comingShifts), id: "coming", content: shiftTable(view.coming, t(.comingShifts), request.page))
    let past = card(t(.pastShifts), id: "past", content: shiftTable(view.past, t(.pastShifts), request.page))
    var page = Page(
      t.plain(view.volunteer.name),
      content: """
        <div class="split"><div class="stack">\(card(t(.volunteer), id: "facts", content: facts(view, t)))\(shifts)\
        \(view.past.isEmpty ? nil : past)</div>\(linkCard(view, request.page))</div>
        """)
    page.subtitle = view.volunteer.name[t.language.other].map { Page.Subtitle($0, t.language.other) }
    page.crumbs = [.init(t(.volunteers), "/volunteers")]
    return page.response(request.page)
  }

  private func facts(_ view: VolunteerView, _ t: Wording) -> Markup {
    let volunteer = view.volunteer
    let times = Weekday.allCases.compactMap { day -> Markup? in
      guard let windows = volunteer.availability.weekly[day], !windows.isEmpty else { return nil }
      return "\(t(.weekday(day))) \(windows.map { t.times($0.from, $0.to) }.joined(separator: ", "))"
    }
    let away = volunteer.availability.away.sorted().map { t.shortDate($0) }.joined(separator: ", ")
    let phone: Markup = volunteer.phone.map { "<a href=\"\(href: "tel:" + $0)\">\($0)</a>" } ?? "\(t(.none))"
    let rows: [(String, Markup)] = [
      (t(.phone), phone), (t(.home), view.home.map { t.content($0) } ?? "\(t(.notRecorded))"),
      (t(.languages), "\(volunteer.languages.map { t(.language($0)) }.joined(separator: ", "))"),
      (t(.skills), "\(volunteer.skills.isEmpty ? t(.none) : volunteer.skills.map { t(.skill($0)) }.joined(separator: ", "))"),
      (t(.experienced), "\(t(volunteer.experienced ? .yes : .no))"),
      (t(.hoursThisMonth), "\(t.hours(view.minutesThisMonth))"),
      (t(.freeTimes), times.isEmpty ? "\(t(.none))" : times.joined(by: "<br>")),
      (t(.awayDays), "\(away.isEmpty ? t(.none) : away)"),
    ]
    return "<dl class=\"fx\">\(rows.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as Markup })</dl>"
  }

  private func shiftTable(_ shifts: [VolunteerView.Shift], _ caption: String, _ page: PageContext) -> Markup {
    let t = page.wording
    guard !shifts.isEmpty else { return "<p class=\"muted\">\(t(.none))</p>" }
    let rows = shifts.map { shift -> TableRow in
      let occurrence = shift.occurrence
      let day = "\(t.relativeDay(occurrence.date, today: page.today)), \(t.times(occurrence.start, occurrence.end))"
      let reason: Markup? = shift.reason.map { "<br><span class=\"muted small\">\(t(.declineReason($0)))</span>" }
      let place: Markup? = shift.place.map { ", \(t.content($0))" }
      return .row([
        link(day, to: "/shifts/" + Address.encoded(occurrence.id.text)),
        "\(shift.activity.map { t.content($0) } ?? "\(t(.kind(shift.kind)))")\(place)",
        "\(tag(t(.status(shift.status)), shift.status.kind))\(reason)",
      ])
    }
    var table = Table(
      caption, layout: .records, columns: [.text(t(.shift)), .text(t(.work)), .text(t(.answersTitle))], rows: rows)
    table.hidesCaption = true
    return Web.table(table)
  }

  private func linkCard(_ view: VolunteerView, _ page: PageContext) -> Markup {
    let t = page.wording
    let action = "/volunteers/\(Address.encoded(view.volunteer.id.text))/link"
    guard let codes = view.codes else {
      return card(
        t(.personalLink), id: "link",
        content:
          "<p>\(t(.noLinkYet))</p><p class=\"sec\">\(postButton(t(.makeLink), to: action, page, style: .primary))</p>")
    }
    let address = settings.address() + "/v/" + codes.link
    let buttons = form(action, page, classes: "row sec") {
      """
      \(button(t(.newLink), name: "do", value: "renew"))\(button(t(.withdrawLink), .danger, name: "do", value: "withdraw"))
      """
    }
    return card(
      t(.personalLink), id: "link",
      content: """
        \(QRCode(address)?.markup(label: t(.personalLink)))<p class="small"><a href="\(href: address)">\(address)</a></p>\
        <p>\(t(.code)) <b class="code">\(WalkSheet.spelled(codes.paper))</b> \(settings.address())/v</p>\
        <p class="small muted">\(t(.linkIsSecret))</p>\(buttons)
        """)
  }

  func changeLink(_ request: PageRequest) async throws -> Response {
    let id = VolunteerID(request.parameter("id"))
    let context = actions(for: request)
    if request.form["do"] == "withdraw" {
      try await ShowVolunteer.withdrawLink(of: id, in: context)
    } else {
      _ = try await ShowVolunteer.run(id, in: context)
      _ = try await LinkVolunteer.run(id, in: context)
    }
    return .seeOther(Done.saved.after("/volunteers/\(Address.encoded(id.text))"))
  }
}
