import Actions
import Domain

/// The parts of the plan page.
struct PlanView {
  let overview: CampaignOverview
  let page: PageContext

  var t: Wording { page.wording }
  var campaign: Campaign { overview.view.campaign }
  var address: String { "/campaigns/\(campaign.id)" }

  private static let shownConflicts = 5

  func conflicts() -> Markup? {
    guard !overview.conflicts.isEmpty else { return nil }
    let notes = overview.conflicts.map { conflictNote($0) }
    let rest: Markup? =
      notes.count > Self.shownConflicts
      ? """
        <details><summary>\(t(.moreConflicts(notes.count - Self.shownConflicts)))</summary>\
        <div class="stack">\(Array(notes.dropFirst(Self.shownConflicts)))</div></details>
        """ : nil
    return """
      <section aria-labelledby="conflicts"><h2 class="vh" id="conflicts">\(t(.conflicts))</h2>\
      <div class="stack">\(Array(notes.prefix(Self.shownConflicts)))\(rest)</div></section>
      """
  }

  private func conflictNote(_ conflict: Conflict) -> Markup {
    let card = overview.card(conflict.occurrence)
    let blocks = conflict.severity == .blocksLaunch
    let kind: Kind = blocks ? .bad : .warn
    let move: Markup? = card.map { "<div class=\"row noprint\">\(linkButton(t(.open), to: $0.address, .small))</div>" }
    return """
      <div class="note \(kind.rawValue) row between"><div><strong>\
      \(t(.conflict(conflict, card, other: other(conflict))))</strong> \
      \(tag(t(blocks ? .blocksLaunch : .warning), kind))</div>\(move)</div>
      """
  }

  private func other(_ conflict: Conflict) -> OccurrenceCard? {
    switch conflict.cause {
    case .placeTwice(let id), .volunteerTwice(_, let id), .resourceTwice(_, let id): overview.card(id)
    default: nil
    }
  }

  // MARK: - The proposal

  func proposal(_ mayPlan: Bool) -> Markup? {
    guard let plan = overview.view.proposal else { return nothingPlanned(mayPlan) }
    let forecast = Table(
      t(.forecastByActivity), layout: .records,
      columns: [
        .text(t(.activity)), .number(t(.occasions)), .number(t(.expectedPeople)), .number(t(.plannedCost)),
      ], rows: forecastRows(plan.forecast))
    return """
      <section class="card" aria-labelledby="proposal"><div class="h"><h2 id="proposal">\(t(.newPlan))</h2>\
      \(tag(t(.proposed), .info))</div><p>\(t(.proposalWaits)) \(t(.keepsConfirmed)) \
      \(t(.planSummary(plan.occurrences.count, plan.unserved.reduce(0) { $0 + $1.count })))</p>\
      <details><summary>\(t(.forecast))</summary>\(table(forecast))\(unservedTable(plan.unserved))</details></section>
      """
  }

  private func nothingPlanned(_ mayPlan: Bool) -> Markup? {
    guard overview.view.acceptedAt == nil else { return nil }
    if campaign.isMessagesOnly { return note(.info, "\(t(.messagesNeedNoPlan))") }
    return emptyState(t(.noPlanYet), t(.noPlanYetDetail))
  }

  private func forecastRows(_ forecast: Forecast) -> [TableRow] {
    let byActivity = Dictionary(grouping: forecast.rows, by: \.activity)
    return campaign.activities.compactMap { activity in
      guard let rows = byActivity[activity.id] else { return nil }
      var sums: [Currency: Money] = [:]
      for money in rows.flatMap(\.cost) { sums[money.currency, default: .zero(money.currency)] += money }
      let cost = Currency.allCases.compactMap { sums[$0] }.map { t.money($0) }.joined(separator: " + ")
      return .row([
        "\(t(.activityName(activity)))", "\(t.number(rows.reduce(0) { $0 + $1.occurrences }))",
        "\(t.number(rows.reduce(0) { $0 + $1.people }))", "\(cost)",
      ])
    }
  }

  // MARK: - What could not be placed

  func unserved() -> Markup? {
    guard !overview.view.unserved.isEmpty else { return nil }
    return "<section class=\"card\">\(unservedTable(overview.view.unserved))</section>"
  }

  private func unservedTable(_ unserved: [Unserved]) -> Markup? {
    guard !unserved.isEmpty else { return nil }
    let rows: [TableRow] = unserved.map { one in
      let name: Phrase = campaign.activity(one.activity).map { .activityName($0) } ?? .activity
      let place = one.place.flatMap { overview.places[$0] }.map { ", " + t.plain($0) } ?? ""
      let missing = one.missing.map { " (\($0))" } ?? ""
      return .row([
        "\(t(name))\(place)", "\(t(.unserved(one.reason)))\(missing)", "\(t.number(one.count))",
        "\(one.nearest.map { t.shortDate($0) } ?? t(.none))",
      ])
    }
    return table(
      Table(
        t(.unserved), layout: .records,
        columns: [.text(t(.activity)), .text(t(.reasonColumn)), .number(t(.howMany)), .text(t(.nearestDay))], rows: rows))
  }
}
