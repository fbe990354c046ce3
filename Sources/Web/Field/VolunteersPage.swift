import Actions
import Domain
import HTTPServer

/// The people who give time: who they are, when they are free, what comes next for them.
extension Site {
  func volunteersPage(_ request: PageRequest) async throws -> Response {
    let t = request.page.wording
    let typed = request.request.query("free") ?? ""
    let freeOn = FormDate.read(typed)
    var filter = VolunteerFilter()
    filter.freeOn = freeOn
    filter.home = request.request.query("home").flatMap { Place.Code($0) }
    filter.language = request.request.query("language").flatMap { $0.isEmpty ? nil : $0 }
    let list = try await ListVolunteers.run(filter, in: actions(for: request))
    let perPage = 50
    let pages = max(1, (list.lines.count + perPage - 1) / perPage)
    let number = min(max(1, Int(request.request.query("page") ?? "") ?? 1), pages)
    let shown = list.lines.dropFirst((number - 1) * perPage).prefix(perPage)
    let error = typed.isEmpty || freeOn != nil ? nil : t(.dateForm)
    let links = pageLinks(page: number, of: pages, t) { page in
      let query: [(String, String?)] = [
        ("free", typed.isEmpty ? nil : typed), ("home", filter.home?.text), ("language", filter.language),
        ("page", String(page)),
      ]
      return Address.path("/volunteers", query.map { (name: $0.0, value: $0.1) })
    }
    let table = list.lines.isEmpty ? nothing(filter, request.page) : volunteerTable(Array(shown), request.page)
    var page = Page(
      t(.volunteers),
      content: "\(filters(list, filter, typed, error, t))<section class=\"card\">\(table)\(links)</section>")
    page.line = "<span class=\"muted\">\(t(.volunteers(list.lines.count)))</span>"
    page.actions = [linkButton(t(.shifts), to: "/shifts", .primary), linkButton(t(.routesTitle), to: "/routes")]
    page.hasErrors = error != nil
    return page.response(request.page)
  }

  private func nothing(_ filter: VolunteerFilter, _ page: PageContext) -> Markup {
    let t = page.wording
    let isFiltered = filter.freeOn != nil || filter.home != nil || filter.language != nil
    return isFiltered
      ? emptyState(t(.nobodyMatches), action: link(t(.showAll), to: "/volunteers"))
      : emptyState(t(.noVolunteers), t(.noVolunteersDetail))
  }

  private func filters(
    _ list: ListVolunteers.List, _ filter: VolunteerFilter, _ typed: String, _ error: String?, _ t: Wording
  ) -> Markup {
    let free = Field("free", t(.freeOn), .date, value: typed).with { $0.error = error }
    let all = [Field.Choice("", t(.all))]
    let districts = all + list.districts.map { Field.Choice($0.code.text, t.plain($0.name)) }
    let home = Field("home", t(.home), .select(districts), value: filter.home?.text ?? "")
    let languages = all + list.languages.map { Field.Choice($0, t(.language($0))) }
    let language = Field("language", t(.languages), .select(languages), value: filter.language ?? "")
    let errors = error.map { [FieldError("free", $0)] } ?? []
    return "\(errorSummary(errors, t))\(filterForm("/volunteers", t) { "\([free, home, language].map(filterField))" })"
  }

  private func volunteerTable(_ lines: [VolunteerLine], _ page: PageContext) -> Markup {
    let t = page.wording
    let columns: [TableColumn] = [
      .text(t(.volunteer)), .text(t(.phone)), .text(t(.languages)), .text(t(.freeDays)), .number(t(.hoursThisMonth)),
      .text(t(.nextShift)), .text(t(.answersTitle)),
    ]
    let rows = lines.map { line -> TableRow in
      let volunteer = line.volunteer
      let phone: Markup? = volunteer.phone.map { "<a href=\"\(href: "tel:" + $0)\">\($0)</a>" }
      let next: Markup? = line.next.map { next in
        let day = "\(t.relativeDay(next.date, today: page.today)), \(t.time(next.start))"
        return link(day, to: "/shifts/" + Address.encoded(next.shift.text))
      }
      return .row([
        personLink(volunteer.id, volunteer.name, t), phone ?? "<span class=\"muted\">\(t(.none))</span>",
        "\(volunteer.languages.map { t(.language($0)) }.joined(separator: ", "))", "\(t.days(volunteer.availability))",
        "\(t.hours(line.minutesThisMonth))", next ?? "<span class=\"muted\">\(t(.none))</span>",
        line.next.map { tag(t(.status($0.status)), $0.status.kind) } ?? .empty,
      ])
    }
    var table = Table(t(.volunteers), layout: .records, columns: columns, rows: rows)
    table.hidesCaption = true
    return Web.table(table)
  }
}

extension Wording {
  /// The weekdays with free hours: "Mon, Sat".
  func days(_ availability: Availability) -> String {
    let free = Weekday.allCases.filter { availability.weekly[$0]?.isEmpty == false }
    if free.isEmpty { return self(.none) }
    return free.map { language == .en ? String(self(.weekday($0)).prefix(3)) : self(.weekday($0)) }.joined(
      separator: ", ")
  }

  /// "3.5" from minutes; whole hours without decimals.
  func hours(_ minutes: Int) -> String {
    minutes % 60 == 0 ? number(minutes / 60) : decimal(Double(minutes) / 60, places: 1)
  }
}
