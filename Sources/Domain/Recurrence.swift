/// The days on which a repeated activity falls.
public enum Recurrence: Hashable, Sendable, Codable {
  /// 1…4 counts from the start of the month, 5 means the last.
  case monthly(nth: Int, Weekday)
  case monthlyOn(day: Int)
  /// Every `weeks` weeks, counted from the week in which the campaign begins.
  case weekly(every: Int, [Weekday])
  case dates([LocalDate])

  /// The days of the rule from `from` to `to`, both included, in order.
  public func days(from: LocalDate, to: LocalDate) -> [LocalDate] {
    guard from <= to else { return [] }
    switch self {
    case .dates(let dates): return dates.filter { from <= $0 && $0 <= to }.sorted()
    case .weekly(let every, let weekdays):
      return (from.dayNumber...to.dayNumber).map(LocalDate.init(dayNumber:)).filter {
        weekdays.contains($0.weekday) && (($0.weekStart - from.weekStart) / 7) % max(1, every) == 0
      }
    case .monthlyOn(let day):
      return months(from, to).compactMap { LocalDate(year: $0.year, month: $0.month, day: day) }
        .filter { from <= $0 && $0 <= to }
    case .monthly(let nth, let weekday):
      return months(from, to).compactMap { nthDay(nth, weekday, of: $0) }.filter { from <= $0 && $0 <= to }
    }
  }

  private func months(_ from: LocalDate, _ to: LocalDate) -> [LocalDate] {
    var out: [LocalDate] = []
    var month = from.monthStart
    while month <= to {
      out.append(month)
      month = (month + 31).monthStart
    }
    return out
  }

  private func nthDay(_ nth: Int, _ weekday: Weekday, of month: LocalDate) -> LocalDate? {
    let first = month + (weekday.rawValue - month.weekday.rawValue + 7) % 7
    if nth < 5 { return first + 7 * (nth - 1) }
    let fifth = first + 28
    return fifth.month == month.month ? fifth : first + 21
  }

  private static let ordinals = ["first", "second", "third", "fourth", "last"]

  /// Reads "monthly on the first thursday", "monthly on day 5", "weekly on monday, friday", "every 2 weeks on friday".
  public init?(_ text: String) {
    let words = text.lowercased().split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
    switch (words.first, words.dropFirst().first) {
    case ("monthly", "on"):
      if words.count == 4, words[2] == "day", let day = Int(words[3]), (1...31).contains(day) {
        self = .monthlyOn(day: day)
      } else if words.count == 5, words[2] == "the", let index = Self.ordinals.firstIndex(of: words[3]),
        let weekday = Weekday(name: words[4])
      {
        self = .monthly(nth: index + 1, weekday)
      } else {
        return nil
      }
    case ("weekly", "on"):
      guard let days = Self.weekdays(words.dropFirst(2)) else { return nil }
      self = .weekly(every: 1, days)
    case ("every", let number?):
      guard let every = Int(number), (1...52).contains(every), words.count > 4, words[2].hasPrefix("week"),
        words[3] == "on", let days = Self.weekdays(words.dropFirst(4))
      else { return nil }
      self = .weekly(every: every, days)
    default: return nil
    }
  }

  private static func weekdays(_ words: ArraySlice<String>) -> [Weekday]? {
    let days = words.filter { $0 != "and" }.map { Weekday(name: $0) }
    return days.isEmpty || days.contains(nil) ? nil : days.compactMap { $0 }
  }

  /// The words that ``init(_:)`` reads; dates are listed.
  public var text: String {
    switch self {
    case .monthly(let nth, let weekday): "monthly on the \(Self.ordinals[nth - 1]) \(weekday.name)"
    case .monthlyOn(let day): "monthly on day \(day)"
    case .weekly(1, let days): "weekly on \(days.map(\.name).joined(separator: ", "))"
    case .weekly(let every, let days): "every \(every) weeks on \(days.map(\.name).joined(separator: ", "))"
    case .dates(let dates): dates.map(\.description).joined(separator: ", ")
    }
  }
}
