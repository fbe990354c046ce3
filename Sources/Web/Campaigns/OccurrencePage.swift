import Actions
import Domain
import HTTPServer

/// One dated activity: when, where, who and what, and what came of it.
extension Site {
  var occurrenceEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/campaigns/{id}/activities/{n}", .signedIn(.seeCampaigns)) { request in
        try await occurrencePage(request)
      }
    ]
  }

  func occurrence(_ request: PageRequest) async throws -> OccurrenceView {
    try await ShowOccurrence.run(
      OccurrenceID(request.parameter("n")), of: CampaignID(request.parameter("id")), in: actions(for: request))
  }

  private func occurrencePage(_ request: PageRequest) async throws -> Response {
    let view = try await occurrence(request)
    let t = request.page.wording
    let part = OccurrenceParts(view: view, page: request.page)
    var page = Page(
      t(.occurrence(view.card)),
      content: """
        \(part.conflicts())<div class="split"><div class="stack">\(part.record())\(part.costs())</div>
        <div class="stack">\(part.team())\(part.things())</div></div>
        """)
    page.subtitle = .init(t.other(.occurrence(view.card)), t.language.other)
    page.line = part.line()
    page.crumbs = [
      .init(t(.campaigns), "/campaigns"), .init(t.plain(view.campaign.name), "/campaigns/\(view.campaign.id)"),
    ]
    page.actions = buttons(view, request)
    return page.response(request.page)
  }

  private func buttons(_ view: OccurrenceView, _ request: PageRequest) -> [Markup] {
    let t = request.page.wording
    let role = request.visitor?.role
    let occurrence = view.card.occurrence
    let isMessage = view.activity.kind.isMessage
    var buttons: [Markup] = []
    if role?.may(.recordResults) == true, !isMessage, occurrence.status != .cancelled, occurrence.date <= view.today {
      let style: ButtonStyle = view.record == nil ? .primary : .plain
      buttons.append(linkButton(t(view.record == nil ? .record : .changeRecord), to: view.card.address + "/record", style))
    }
    if role?.may(.planCampaigns) == true, !isMessage, occurrence.isOpen {
      buttons.append(linkButton(t(.chooseAnotherDay), to: view.card.address + "/move"))
    }
    if isMessage {
      buttons.append(linkButton(t(.openSending), to: "/messages/\(view.campaign.id).\(view.activity.id)"))
    }
    return buttons
  }
}

/// The parts of one occurrence's page.
struct OccurrenceParts {
  let view: OccurrenceView
  let page: PageContext

  private var t: Wording { page.wording }
  private var occurrence: Occurrence { view.card.occurrence }
  /// Shifts and routes are the coordinator's.
  private var mayPlan: Bool { page.user?.role.may(.planCampaigns) == true }

  func line() -> Markup {
    let kind: Kind? =
      switch occurrence.status {
      case .planned: .info
      case .confirmed: .good
      case .held: nil
      case .cancelled: .bad
      }
    return """
      \(tag(t(view.record?.complete == false ? .partlyRecorded : .status(occurrence.status)), kind))<span class="muted">\
      \(t(.whenIsIt(occurrence.date, occurrence.start, occurrence.end))) · \(t(.kind(view.activity.kind)))</span>
      """
  }

  func conflicts() -> Markup? {
    guard !view.conflicts.isEmpty else { return nil }
    let notes = view.conflicts.map { conflict -> Markup in
      let blocks = conflict.severity == .blocksLaunch
      return note(
        blocks ? .bad : .warn,
        """
        <strong>\(t(.conflict(conflict, view.card)))</strong> \(tag(t(blocks ? .blocksLaunch : .warning), blocks ? .bad : .warn))
        """)
    }
    return "<div class=\"stack sec\">\(notes)</div>"
  }

  func record() -> Markup {
    guard let record = view.record else {
      let expected: Markup? = view.card.expected.map { "<p>\(t(.expectedPeople)): <b>\(t.number($0))</b></p>" }
      let nothing: Markup? = doors() == nil ? "<p>\(t(.notRecordedYet))</p>" : nil
      return card(t(.whatHappened), id: "record", content: "\(doors())\(nothing)\(expected)")
    }
    let total = record.participants
    var rows: [TableRow] = [.row(["\(t(.participants))", "\(number(total))"])]
    rows += Group.allCases.map { group in
      let count = record.groups[group]
      let text = count.map { count in total.map { t(.recordSummary(count, $0)) } ?? t.number(count) }
      return .row(["\(t(.group(group)))", "\(text ?? t(.notRecorded))"])
    }
    rows.append(.row(["\(t(.questionsAsked))", "\(number(record.questionsAsked))"]))
    rows.append(.row(["\(t(.questionsAnswered))", "\(number(record.questionsAnswered))"]))
    var figures = Table(t(.whatHappened), columns: [.text(t(.groupColumn)), .number(t(.people))], rows: rows)
    figures.hidesCaption = true
    figures.hidesHead = true
    let note: Markup? = record.note.map { "<p>\($0)</p>" }
    return card(t(.whatHappened), id: "record", content: "\(doors())\(table(figures))\(note)")
  }

  /// What came from the doors so far; nil before the first answer.
  private func doors() -> Markup? {
    guard let progress = view.progress, progress.done > 0 else { return nil }
    var rows: [TableRow] = [.row(["\(t(.doorsDone))", "\(t(.countOfTotal(progress.done, progress.doors)))"])]
    rows += Disposition.allCases.compactMap { one in
      progress.results[one].map { .row(["\(t(.disposition(one)))", "\(t.number($0))"]) }
    }
    rows.append(.row(["\(t(.leafletsGiven))", "\(t.number(progress.leaflets))"]))
    var figures = Table(t(.doorsDone), columns: [.text(t(.resultColumn)), .number(t(.numbers))], rows: rows)
    figures.hidesCaption = true
    figures.hidesHead = true
    return table(figures)
  }

  private func number(_ value: Int?) -> String { value.map { t.number($0) } ?? t(.notRecorded) }

  func costs() -> Markup {
    let planned = view.activity.costs.map { line -> TableRow in
      .row(["\(lineName(line.line))", "\(t(.costUnit(line.per)))", "\(t.money(line.amount))"])
    }
    let paid = view.costs.map { cost -> TableRow in
      .row(["\(lineName(cost.line))", "\(cost.receipt ?? t(.none))", "\(t.money(cost.amount))"])
    }
    let plan = planned.isEmpty ? nil : table(
      Table(t(.plannedCost), columns: [.text(t(.line)), .text(t(.occasions)), .number(t(.money))], rows: planned))
    let spent = paid.isEmpty ? nil : table(
      Table(t(.costsSoFar), columns: [.text(t(.line)), .text(t(.receiptNumber)), .number(t(.money))], rows: paid))
    let nothing: Markup? = planned.isEmpty && paid.isEmpty ? "<p>\(t(.none))</p>" : nil
    return card(t(.cost), id: "cost", content: "\(spent)\(plan)\(nothing)")
  }

  private func lineName(_ id: String) -> String {
    view.campaign.budget?.lines.first { $0.id == id }?.name.map { t.plain($0) } ?? id
  }

  func team() -> Markup {
    guard !view.team.isEmpty else { return card(t(.teamOf), id: "team", content: "<p>\(t(.noTeam))</p>") }
    let rows = view.team.map { member -> TableRow in
      .row([t.content(member.name), tag(t(.status(member.status)), member.status.kind)])
    }
    var people = Table(t(.teamOf), columns: [.text(t(.name)), .text(t(.answerColumn))], rows: rows)
    people.hidesCaption = true
    let need = view.activity.needs.volunteers
    let have = view.team.count { $0.status != .declined && $0.status != .absent }
    let count: Markup? = need > 0 ? "<span class=\"muted small\">\(t(.countOfTotal(have, need)))</span>" : nil
    let shift: Markup? =
      mayPlan ? "<p class=\"small noprint\">\(link(t(.openShift), to: "/shifts/\(view.card.id)"))</p>" : nil
    return card(t(.teamOf), id: "team", aside: count, content: "\(table(people))\(shift)")
  }

  func things() -> Markup? {
    let items: [Markup] = view.resources.map { "<li>\(t.content($0.name))</li>" }
    let route: Markup? = view.route.map { id in
      let open: Markup? = mayPlan ? link(t(.openRoute), to: "/routes/\(id)") : nil
      return "<p>\(t(.houses(view.doors))). \(open)</p>"
    }
    guard !items.isEmpty || route != nil else { return nil }
    let list: Markup? = items.isEmpty ? nil : "<ul>\(items)</ul>"
    return card(t(.equipment), id: "things", content: "\(list)\(route)")
  }
}
