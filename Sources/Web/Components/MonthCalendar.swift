import Domain

/// A month as a real table: Monday first, holidays shaded and named, clashes by edge and word.
struct MonthCalendar: Sendable {
  struct Entry: Sendable {
    var time: String
    var title: String
    /// Where, in grey.
    var detail: String?
    var address: String
    var facilitation: Facilitation?
    /// Which campaign the mark stands for.
    var campaign: String
    var clash: String?

    init(_ time: String, _ title: String, address: String, campaign: String) {
      self.time = time
      self.title = title
      self.address = address
      self.campaign = campaign
    }
  }

  /// Any day of the month.
  var month: LocalDate
  var today: LocalDate
  var caption: String
  var entries: [LocalDate: [Entry]]
  var holidays: [LocalDate: LocalizedText] = [:]
  /// Where a day's own page is.
  var dayAddress: @Sendable (LocalDate) -> String

  init(
    _ month: LocalDate, today: LocalDate, caption: String, entries: [LocalDate: [Entry]],
    dayAddress: @escaping @Sendable (LocalDate) -> String
  ) {
    self.month = month
    self.today = today
    self.caption = caption
    self.entries = entries
    self.dayAddress = dayAddress
  }
}

func monthCalendar(_ calendar: MonthCalendar, _ t: Wording) -> Markup {
  let start = calendar.month.monthStart.weekStart
  let nextMonth = (calendar.month.monthStart + 31).monthStart
  let weeks: [Markup] = stride(from: 0, to: nextMonth - start, by: 7).map { week in
    let days = (0..<7).map { dayCell(start + week + $0, calendar, t) }
    return "<tr>\(days)</tr>\n"
  }
  return """
    <table class="cal" data-grid><caption class="vh">\(calendar.caption) \(t(.arrowKeysMoveByDay))</caption>
    <thead><tr>\(Weekday.allCases.map { weekdayHead($0, t) })</tr></thead>
    <tbody>\(weeks)</tbody></table>
    """
}

private func weekdayHead(_ weekday: Weekday, _ t: Wording) -> Markup {
  let name = t(.weekday(weekday))
  guard t.language == .en else { return "<th scope=\"col\">\(name)</th>" }
  return """
    <th scope="col"><abbr title="\(name)">\(String(name.prefix(3)))</abbr> \
    <span lang="km">\(t.other(.weekday(weekday)))</span></th>
    """
}

private func dayCell(_ day: LocalDate, _ calendar: MonthCalendar, _ t: Wording) -> Markup {
  let entries = calendar.entries[day] ?? []
  var classes: [String] = []
  if day.month != calendar.month.month { classes.append("out") }
  if calendar.holidays[day] != nil { classes.append("hol") }
  if entries.contains(where: { $0.clash != nil }) { classes.append("clash") }
  let isFirst = day.day == 1 || day == calendar.month.monthStart.weekStart
  let text = isFirst ? t.shortDate(day) : t.number(day.day)
  let current = attribute("aria-current", day == calendar.today ? "date" : nil)
  let holiday: Markup? = calendar.holidays[day].map { "<p class=\"small\">\(t.content($0))</p>" }
  return """
    <td\(attribute("class", classes.isEmpty ? nil : classes.joined(separator: " ")))><p class="d">\
    <a href="\(href: calendar.dayAddress(day))" aria-label="\(t.dayAndMonth(day))"\(current)>\(text)</a></p>\
    \(holiday)\(entryList(entries, more: calendar.dayAddress(day), t))</td>
    """
}

/// Up to three entries, then how many more.
private func entryList(_ entries: [MonthCalendar.Entry], more address: String, _ t: Wording) -> Markup? {
  guard !entries.isEmpty else { return nil }
  let lines: [Markup] = entries.prefix(3).map { entry in
    let mark: Markup? = entry.facilitation.map { calendarMark($0, entry.campaign) }
    let detail: Markup? = entry.detail.map { " <span class=\"muted\">\($0)</span>" }
    let clash: Markup? = entry.clash.map { " \(tag($0, .bad))" }
    return "<li>\(mark)<a href=\"\(href: entry.address)\">\(entry.time) \(entry.title)</a>\(detail)\(clash)</li>"
  }
  let rest: Markup? =
    entries.count > 3 ? "<p><a href=\"\(href: address)\">+\(t.number(entries.count - 3))</a></p>" : nil
  return "<ul role=\"list\">\(lines)</ul>\(rest)"
}

/// The small shape before an entry: who leads its campaign.
func calendarMark(_ facilitation: Facilitation, _ campaign: String) -> Markup {
  """
  <svg class="mk" viewBox="0 0 10 10" role="img"><title>\(campaign)</title>\
  \(facilitationMark(facilitation, x: 5, y: 5, radius: 4.5))</svg>
  """
}
