import Actions
import Domain

/// The parts of the check page.
struct LaunchParts {
  let view: LaunchView
  let page: PageContext
  let role: Role?
  let error: String?

  private var t: Wording { page.wording }
  private var address: String { "/campaigns/\(view.campaign.id)" }

  func content() -> Markup {
    let errors = error.map { [FieldError("count", $0)] } ?? []
    return """
      \(errorSummary(errors, t))\(blocking())
      <div class="split"><div class="stack"><section class="card">\(facts())</section>\(go())</div>
      <div class="stack">\(samples())</div></div>
      """
  }

  private func blocking() -> Markup? {
    guard !view.blocking.isEmpty else { return nil }
    let lines: [Markup] = view.blocking.prefix(10).map { "<li>\(t(.conflict($0, nil)))</li>" }
    return note(
      .bad, "<div><strong>\(t(.blockedLaunch))</strong><ul>\(lines)</ul>\(link(t(.openCampaign), to: address))</div>")
  }

  private func facts() -> Markup {
    let reasons = view.leftOut.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key.rawValue < $1.key.rawValue }
      .map { "\(t.number($0.value)) \(t(.reason($0.key)))" }.joined(separator: ", ")
    let left = view.leftOut.values.reduce(0, +)
    let times = view.activities.compactMap { part in part.starts.map { "\(t(.activityName(part.activity))): \(moment($0))" } }
    var list = Table(
      t(.whatItTakes), columns: [.text(t(.what)), .text(t(.details))],
      rows: [
        .row(["\(t(.recipients))", "\(t.number(view.recipients))"]),
        .row(["\(t(.leftOut))", "\(t.number(left))\(reasons.isEmpty ? "" : " (\(reasons))")"]),
        .row(["\(t(.leavesAt))", "\(times.isEmpty ? t(.none) : times.joined(separator: "; "))"]),
        view.quietHours.map { .row(["\(t(.quietHours))", "\(t(.quietHoursFrom($0.from, $0.to)))"]) },
        .row(["\(t(.endsNear))", "\(view.finishes.map(moment) ?? t(.none))"]),
        .row(["\(t(.costAtMost))", "\(cost()) (\(t(.parts(view.messageParts))))"]),
      ].compactMap { $0 })
    list.hidesHead = true
    return table(list)
  }

  private func moment(_ moment: LocalDateTime) -> String { "\(t.shortDate(moment.date)) \(t.time(moment.time))" }

  private func cost() -> String {
    view.cost.isEmpty ? t(.none) : view.cost.map { t.money($0) }.joined(separator: " + ")
  }

  /// The button repeats the number; above fifty the number is typed.
  private func go() -> Markup? {
    let approve: Markup? =
      view.needsApproval && role?.may(.approveLaunch) == true
      ? postButton(t(.approveLaunch), to: address + "/approve", page, style: .primary) : nil
    let needs: Markup? = view.needsApproval ? note(.warn, "\(t(.needsSecond(view.approvalAbove ?? 0)))") : nil
    guard role?.may(.launchCampaigns) == true, view.blocking.isEmpty, !view.needsApproval else {
      return "\(needs)\(approve)"
    }
    let typed = Field("count", t(.typeNumberOfPeople), .number).with {
      $0.autocomplete = "off"
      $0.error = error
    }
    return form(address + "/launch", page, classes: "stack") {
      """
      \(hidden("shown", String(view.recipients)))\
      \(view.recipients > Site.typedAbove ? field(typed, t) : .empty)\
      <p class="row">\(button(t(.sendTo(view.recipients)), .primary))\(link(t(.goBack), to: address))</p>
      """
    }
  }

  private func samples() -> [Markup] {
    view.activities.enumerated().map { index, part in
      let previews: [Markup] = part.samples.map { smsPreview($0.text, $0.language) }
      return card(
        t(.activityName(part.activity)), id: "part-\(index)",
        aside: "<span class=\"muted small\">\(part.channel.text), \(t(.people(part.recipients)))</span>",
        content: "\(previews)")
    }
  }
}
