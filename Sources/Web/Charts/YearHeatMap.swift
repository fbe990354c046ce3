import Domain

/// A year of days: how full they are, in four steps of one colour and empty.
func yearHeatMap(_ counts: [LocalDate: Int], year: Int, _ drawing: Drawing, _ t: Wording) -> Markup {
  guard let first = LocalDate(year: year, month: 1, day: 1), let last = LocalDate(year: year, month: 12, day: 31) else {
    return .empty
  }
  let longest = counts.filter { first <= $0.key && $0.key <= last }.values.max() ?? 0
  let start = first.weekStart
  var shapes = Markup.empty
  for offset in 0...(last - first) {
    let day = first + offset
    let x = 34 + (day - start) / 7 * 15
    let y = 22 + (day.weekday.rawValue - 1) * 15
    shapes += """
      <rect class="\(counts[day, default: 0] > 0 ? "f-acc" : "f-sunk")"\
      \(strength(counts[day, default: 0], of: longest)) x="\(x)" y="\(y)" width="13" height="13" rx="2"/>
      """
    if day.day == 1 {
      let month = t.language == .en ? String(t(.month(day.month)).prefix(3)) : t(.month(day.month))
      shapes += "<text class=\"sm m\" x=\"\(x)\" y=\"14\">\(month)</text>"
    }
  }
  let weekdays: [Markup] = [Weekday.monday, .thursday, .sunday].map { weekday in
    let name = t.language == .en ? String(t(.weekday(weekday)).prefix(3)) : t(.weekday(weekday))
    return "<text class=\"sm m e\" x=\"28\" y=\"\(33 + (weekday.rawValue - 1) * 15)\">\(name)</text>"
  }
  return drawing.markup(width: 832, height: 132, "\(shapes)\(weekdays)")
}

/// Quarters of the busiest day.
private func strength(_ count: Int, of longest: Int) -> Markup? {
  guard count > 0, longest > 0 else { return nil }
  switch Double(count) / Double(longest) {
  case ...0.25: return " opacity=\".25\""
  case ...0.5: return " opacity=\".45\""
  case ...0.75: return " opacity=\".7\""
  default: return nil
  }
}
