import Actions
import Domain

/// Who could still come, best first with the reasons, and who is left out and why.
extension ShiftCard {
  func replacements(_ error: String?) -> Markup {
    let t = page.wording
    let free = view.teams.reduce(0) { $0 + $1.free }
    let aside: Markup = "<p class=\"small muted\">\(t(.freeAtThatTime(view.offers.count)))</p>"
    guard !view.offers.isEmpty else {
      return card(t(.replacements), id: "ask", content: "<p>\(t(.nobodyFree))</p>\(leftOut(t))")
    }
    let rows = view.offers.prefix(20).enumerated().map { position, offer in
      row(offer, position + 1, isChosen: position < free, t)
    }
    var table = Table(
      t(.replacements), layout: .records,
      columns: [
        .text(t(.volunteer)), .whole(t(.fit)), .number(t(.distanceToStart)), .number(t(.hoursThatWeek)),
      ], rows: rows)
    table.hidesCaption = true
    let action = "/shifts/\(Address.encoded(id.text))/ask"
    let message: Markup? = error.map { "<p class=\"msg\">\($0)</p>" }
    let asking: Markup? = free > 0 ? "<p class=\"row\">\(button(t(.ask)))</p>" : nil
    return card(
      t(.replacements), id: "ask", aside: aside,
      content: """
        \(form(action, page) { "<div id=\"f-ask\" tabindex=\"-1\">\(message)\(Web.table(table))</div>\(asking)" })\
        <p class="small muted">\(t(.orderOfReplacements)) \(leftOut(t))</p>
        """)
  }

  private func row(_ offer: ShiftView.Offer, _ number: Int, isChosen: Bool, _ t: Wording) -> TableRow {
    let replacement = offer.replacement
    let volunteer = offer.volunteer
    let other = volunteer.name[t.language.other]
    let second: Markup? = other.map {
      "<br><span class=\"muted small\" lang=\"\(t.language.other.rawValue)\">\($0)</span>"
    }
    let reasons = replacement.reasons.map { t(.reason($0)) }.joined(separator: ", ")
    let distance = replacement.distance.map { t.distance(metres: Int($0.value)) } ?? t(.unknown)
    let hours = "\(t.hours(replacement.minutesThatWeek)) / \(t.number(Int(volunteer.maxHoursPerWeek)))"
    return .row([
      """
      <label class="check"><input type="checkbox" name="ask" value="\(volunteer.id.text)"\
      \(flag("checked", isChosen))><span>\(t.number(number)). \(t.plain(volunteer.name))\(second)</span></label>
      """,
      "<b>\(t(.fit(replacement.fit)))</b> \(reasons)", "\(distance)", "\(hours)",
    ])
  }

  private func leftOut(_ t: Wording) -> Markup? {
    let reasons = Replacement.LeftOut.allCases.compactMap { reason in
      view.leftOut[reason].map { t(.leftOut(reason, $0)) }
    }
    return reasons.isEmpty ? nil : "\(t(.notListed(reasons.joined(separator: ", "))))"
  }

  /// What was asked and answered, latest first.
  var answers: Markup {
    let t = page.wording
    let said = view.people.filter { $0.status != .proposed }.sorted { $0.changedAt > $1.changedAt }
    guard !said.isEmpty else { return card(t(.answersTitle), id: "tl", content: "<p>\(t(.noneYet))</p>") }
    let byDay = Dictionary(grouping: said) { page.local($0.changedAt).date }
    let days = byDay.keys.sorted(by: >).map { date in
      AgendaDay(
        t.relativeDay(date, today: page.today),
        byDay[date]!.map { person in
          let reason: Markup? = person.reason.map { " <span class=\"muted small\">\(t(.declineReason($0)))</span>" }
          let word = person.status == .asked ? t(.asked) : t(.status(person.status))
          return AgendaDay.Entry(
            t.time(page.local(person.changedAt).time), "\(t.plain(person.name)): \(word)\(reason)")
        })
    }
    return card(t(.answersTitle), id: "tl", content: agenda(days))
  }
}
