import Actions
import Domain

/// The parts of one sending's page.
struct SendingParts {
  let view: SendingView
  let page: PageContext

  private var t: Wording { page.wording }
  private var tally: SendingTally { view.tally }

  var isGoingOn: Bool { view.switches.state == .running && tally.waiting > 0 }

  func buttons(_ mayLaunch: Bool) -> [Markup] {
    guard mayLaunch, tally.waiting > 0 || view.switches.state == .notLaunched else { return [] }
    let campaign = "/campaigns/\(view.campaign.id)"
    let stop = linkButton(t(.stopForGood), to: campaign + "/cancel", .danger)
    switch view.switches.state {
    case .notLaunched: return [linkButton(t(.checkAndLaunch), to: campaign + "/launch", .primary)]
    case .cancelled: return []
    case .running where view.holdsBack == nil:
      return [sendButton(.pause, campaign + "/pause", .primary), stop]
    case .running, .paused: return [sendButton(.resumeSending, campaign + "/resume", .primary), stop]
    }
  }

  private func sendButton(_ name: Phrase, _ address: String, _ style: ButtonStyle) -> Markup {
    form(address, page) { "\(hidden("back", view.address))\(button(t(name), style))" }
  }

  func trouble() -> Markup? {
    if view.switches.isHalted {
      return note(.bad, "<strong>\(t(.haltedAll)).</strong> \(t(.haltedDetail)) \(link(t(.messages), to: "/messages"))")
    }
    guard let words = view.holdsBack else { return nil }
    return note(.bad, "<strong>\(t(.heldBackTitle)): \(words)</strong> \(t(.heldBackDetail))")
  }

  /// The bar's parts in the order that the numbers stand below it.
  private var states: [(phrase: Phrase, explanation: Phrase, count: Int, fill: Fill, name: String)] {
    var states: [(Phrase, Phrase, Int, Fill, String)] = [
      (.delivered, .confirmedByNetwork, tally.delivered, .good, "delivered"),
      (.sentNoAnswer, .handedToProvider, tally.sent, .info, "sent"),
      (.failed, .seeReasonsBelow, tally.failed, .bad, "failed"),
      (.waiting, .notHandedOver, tally.waiting, .neutral, "waiting"),
    ]
    if tally.doubt > 0 { states.append((.inDoubt, .doubtExplained, tally.doubt, .warn, "doubt")) }
    if tally.skipped > 0 { states.append((.leftOut, .seeReasonsBelow, tally.skipped, .ink, "skipped")) }
    return states
  }

  private var percent: Int { tally.recipients == 0 ? 0 : tally.delivered * 100 / tally.recipients }

  private var finding: String { t(.deliveredOf(tally.delivered, tally.recipients, percent)) }

  func progress() -> Markup {
    guard tally.recipients > 0 else { return emptyState(t(.nothingSentYet)) }
    let all = states.map { "\(t($0.phrase)) \(t.number($0.count))" }.joined(separator: ", ")
    let bar = segmentedProgress(
      states.map { ProgressPart($0.count, $0.fill) }, title: finding, description: all)
    let figures: [Markup] = states.map { state in
      """
      <div class="kpi"><dt>\(swatch(state.fill))\(t(state.phrase))</dt>\
      <dd>\(liveValue(state.name, t.number(state.count)))</dd><dd class="x">\(t(state.explanation))</dd></div>
      """
    }
    let content: Markup = """
      <div class="h"><h2 id="progress">\(liveValue("finding", finding))</h2></div>\(bar)\
      <dl class="kpis sec">\(figures)</dl>
      """
    let box = isGoingOn ? liveBox(view.address + "/stream", page, content: content) : content
    return "<section class=\"card\" aria-labelledby=\"progress\">\(box)</section>"
  }

  /// What to do about messages that may or may not have arrived.
  func doubts(_ mayLaunch: Bool) -> Markup? {
    guard tally.doubt > 0, view.switches.state != .cancelled else { return nil }
    let again = mayLaunch ? linkButton(t(.sendAgain), to: view.address + "/again") : nil
    return note(.warn, "<strong>\(t(.doubtsStand(tally.doubt)))</strong> \(t(.doubtsDetail)) \(again)")
  }

  /// The same numbers as an event.
  func live() -> LiveProgress {
    LiveProgress(
      values: states.map { ($0.name, t.number($0.count)) } + [("finding", finding)],
      parts: states.map { ProgressPart($0.count, $0.fill) }, title: "\(percent)% \(t(.activityName(view.activity)))",
      time: t(.lastUpdate(t.time(page.now))), percent: percent, speech: finding)
  }

  func reasons() -> Markup? {
    guard !view.failures.isEmpty else { return nil }
    let rows = view.failures.map { failure -> TableRow in
      .row(["\(failure.words.isEmpty ? t(.noWords) : failure.words)", "\(t.number(failure.count))"])
    }
    let list = Table(
      t(.whyFailed(tally.failed)), note: "\(t(.providersWords))", layout: .records,
      columns: [.text(t(.whyFailedColumn)), .number(t(.people))], rows: rows)
    return "<section class=\"card\">\(table(list))</section>"
  }

  func leftOut() -> Markup? {
    let reasons = view.leftOut.merging(view.skipped) { $0 + $1 }.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key.rawValue < $1.key.rawValue }
    guard !reasons.isEmpty else { return nil }
    let rows = reasons.map { TableRow.row(["\(t(.reason($0.key)))", "\(t.number($0.value))"]) }
    let list = Table(
      t(.leftOut), layout: .records, columns: [.text(t(.reason)), .number(t(.people))],
      rows: rows + [.total(["\(t(.total))", "\(t.number(view.leftOutCount))"])])
    return "<section class=\"card\">\(table(list))</section>"
  }

  func text() -> Markup? {
    guard let text = view.activity.text else { return nil }
    let previews: [Markup] = Language.allCases.compactMap { one in text[one].map { smsPreview($0, one) } }
    return card(t(.messageTitle), id: "text", content: "\(previews)")
  }

  func cost() -> Markup {
    let sum = { (amounts: [Money]) in
      amounts.isEmpty ? t(.none) : Currency.allCases.compactMap { currency -> String? in
        let own = amounts.filter { $0.currency == currency }
        return own.isEmpty ? nil : t.money(own.reduce(.zero(currency), +))
      }.joined(separator: " + ")
    }
    var list = Table(
      t(.cost), columns: [.text(t(.line)), .number(t(.money))],
      rows: [
        .row(["\(t(.spentSoFar))", "\(sum(view.spent))"]), .row(["\(t(.stillToSpend))", "\(sum(view.stillToSpend))"]),
        .row(["\(t(.partsTitle))", "\(t.number(view.parts))"]),
      ])
    list.hidesCaption = true
    list.hidesHead = true
    return card(t(.cost), id: "cost", content: table(list))
  }

  func quiet() -> Markup? {
    guard let hours = view.quietHours else { return nil }
    return card(
      t(.quietHours), id: "quiet", content: "<p class=\"small\">\(t(.quietHoursFrom(hours.from, hours.to)))</p>")
  }

  func log(_ lines: [CampaignHistory.Line]) -> Markup? {
    guard !lines.isEmpty else { return nil }
    let days = lines.map { line in
      let action = Phrase.auditAction(line.action).map { t($0) } ?? line.action
      let detail: Markup? = line.detail.isEmpty ? nil : ": \(line.about(t))"
      return AgendaDay(
        "", [.init("\(t.shortDate(line.at.date)) \(t.time(line.at.time))", "\(action)\(detail) (\(line.whom(t)))")])
    }
    return card(t(.logTitle), id: "log", content: agenda(days))
  }
}
