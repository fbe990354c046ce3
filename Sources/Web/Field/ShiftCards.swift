import Actions
import Domain

/// The shifts ahead: what, when, where, with whom, and whether the volunteer comes.
extension DayView {
  /// A whole class of partners would hide the buttons below it.
  private static let shownPartners = 4

  func shifts(besides shown: VolunteerShift?) -> Markup? {
    let ahead = day.shifts.filter { $0.occurrence.id != shown?.occurrence.id }
    guard !ahead.isEmpty else { return nil }
    let cards = ahead.enumerated().map { position, shift in card(shift, number: position) }
    return """
      \(cards)<section><p><a href="\(href: address + "/shifts.ics")">\(t(.addToPhoneCalendar))</a></p>\
      <p class="small muted">\(t(.calendarHelp))</p></section>
      """
  }

  private func card(_ shift: VolunteerShift, number: Int) -> Markup {
    let isCalledOff = shift.occurrence.status == .cancelled
    let heading =
      isCalledOff
      ? t(.cancelled) : shift.status == .asked || shift.status == .proposed ? t(.newShiftForYou) : t(.nextShift)
    return """
      <section aria-labelledby="shift-\(number)"><h2 id="shift-\(number)">\(heading)</h2>\
      <p class="big">\(t.dayAndMonth(shift.occurrence.date))</p>\
      <p class="big">\(t.times(shift.occurrence.start, shift.occurrence.end))</p>\(isCalledOff ? nil : facts(shift))\(answer(shift))</section>
      """
  }

  private func facts(_ shift: VolunteerShift) -> Markup {
    let work = shift.activity.map { t.content($0) } ?? "\(t(.kind(shift.kind)))"
    let route: Markup? = shift.route.map {
      "<br>\(t(.routeNumber($0.number, shift.place ?? LocalizedText()))), \(t(.houses($0.doors)))"
    }
    let meeting: Markup? = shift.meetingPoint.map {
      "<br><a href=\"\(href: mapAddress($0))\">\(t(.openInMapApp))</a>"
    }
    let place = shift.place.map { t.content($0) }
    let shown = shift.partners.prefix(Self.shownPartners).map { t.plain($0) }.joined(separator: ", ")
    let rest = shift.partners.count - Self.shownPartners
    let names = rest > 0 ? "\(shown), \(t(.andOthers(rest)))" : shown
    let partners: Markup? = names.isEmpty ? nil : "<dt>\(t(.with))</dt><dd>\(names)</dd>"
    let doors: Markup? = shift.route == nil ? nil : "<p class=\"small muted\">\(t(.notYourDay))</p>"
    return """
      <dl class="fx"><dt>\(t(.work))</dt><dd>\(work)\(route)</dd><dt>\(t(.meetAt))</dt><dd>\(place)\(meeting)</dd>\
      \(partners)</dl>\(doors)
      """
  }

  /// After the hour until which an answer may be changed, a first answer is still taken, and stays.
  private func until(_ shift: VolunteerShift) -> Phrase {
    LocalDateTime(date: page.today, time: page.now) < shift.answerBy
      ? .answerBefore(shift.answerBy.date, shift.answerBy.time) : .answerStays
  }

  private func answer(_ shift: VolunteerShift) -> Markup? {
    let said: Phrase? =
      switch shift.status {
      case .confirmed, .attended: .youSaidYes
      case .declined: .youSaidNo
      case .proposed, .asked, .absent: nil
      }
    let so: Markup? = said.map { "<p><b>\(t($0))</b></p>" }
    if shift.occurrence.status == .cancelled { return nil }
    guard shift.mayAnswer else { return so }
    let action = "\(address)/shifts/\(Address.encoded(shift.occurrence.id.text))"
    let reasons: [Markup] = Assignment.Reason.allCases.map {
      "<label><input type=\"radio\" name=\"reason\" value=\"\($0.rawValue)\">\(t(.declineReason($0)))</label>"
    }
    return """
      \(so)<h3>\(t(.canYouCome))</h3><form method="post" action="\(href: action)">\
      <p><button class="b p w" name="answer" value="come">\(t(.iCome))</button></p>\
      <p><button class="b w" name="answer" value="cannot">\(t(.iCannot))</button></p>\
      <fieldset><legend>\(t(.whyNot))</legend><div class="opt">\(reasons)</div></fieldset></form>\
      <p class="small muted">\(t(until(shift)))</p>
      """
  }
}
