import Domain

/// Days and times as people read them. Khmer dates always have Khmer digits.
extension Wording {
  /// "Thursday 12 November 2026", "ថ្ងៃព្រហស្បតិ៍ ទី១២ ខែវិច្ឆិកា ឆ្នាំ២០២៦".
  func longDate(_ date: LocalDate) -> String {
    let (year, month, day) = date.components
    guard language == .km else {
      return "\(self(.weekday(date.weekday))) \(day) \(self(.month(month))) \(year)"
    }
    return "ថ្ងៃ\u{200B}\(self(.weekday(date.weekday))) ទី\(khmer(day)) \(khmerMonthAndYear(month, year))"
  }

  /// "2 November 2026", "ថ្ងៃទី២ ខែវិច្ឆិកា ឆ្នាំ២០២៦".
  func date(_ date: LocalDate) -> String {
    let (year, month, day) = date.components
    guard language == .km else { return "\(day) \(self(.month(month))) \(year)" }
    return "ថ្ងៃទី\(khmer(day)) \(khmerMonthAndYear(month, year))"
  }

  /// "Thursday 12 November", "ថ្ងៃព្រហស្បតិ៍ ទី១២ វិច្ឆិកា": where the year is plain from the page.
  func dayAndMonth(_ date: LocalDate) -> String {
    let (_, month, day) = date.components
    guard language == .km else { return "\(self(.weekday(date.weekday))) \(day) \(self(.month(month)))" }
    return "ថ្ងៃ\u{200B}\(self(.weekday(date.weekday))) ទី\(khmer(day)) \(self(.month(month)))"
  }

  /// "12 Nov", "១២ វិច្ឆិកា".
  func shortDate(_ date: LocalDate) -> String {
    let (_, month, day) = date.components
    guard language == .km else { return "\(day) \(self(.month(month)).prefix(3))" }
    return "\(khmer(day)) \(self(.month(month)))"
  }

  /// "2 November – 20 December 2026": the year once when it is the same.
  func period(_ from: LocalDate, _ to: LocalDate) -> String {
    if from == to { return date(from) }
    guard language == .en, from.year == to.year else { return "\(date(from)) – \(date(to))" }
    let start = from.month == to.month ? "\(from.day)" : "\(from.day) \(self(.month(from.month)))"
    return "\(start) – \(date(to))"
  }

  /// "November 2026", "ខែវិច្ឆិកា ឆ្នាំ២០២៦".
  func monthAndYear(_ date: LocalDate) -> String {
    language == .km
      ? khmerMonthAndYear(date.month, date.year) : "\(self(.month(date.month))) \(date.year)"
  }

  /// Today, tomorrow and yesterday by name, every other day as weekday and date.
  func relativeDay(_ date: LocalDate, today: LocalDate) -> String {
    switch date - today {
    case 0: self(.today)
    case 1: self(.tomorrow)
    case -1: self(.yesterday)
    default: dayAndMonth(date)
    }
  }

  /// As forms take it: "19/11/2026".
  func formDate(_ date: LocalDate) -> String {
    let (year, month, day) = date.components
    return "\(day < 10 ? "0" : "")\(day)/\(month < 10 ? "0" : "")\(month)/\(year)"
  }

  /// "07:30"; in Khmer digits without the leading zero, "៧:៣០".
  func time(_ time: TimeOfDay) -> String {
    let text = time.description
    guard digits == .khmer else { return text }
    return KhmerDigits.from(text.hasPrefix("0") ? String(text.dropFirst()) : text)
  }

  /// "07:30–11:00".
  func times(_ from: TimeOfDay, _ to: TimeOfDay) -> String {
    "\(time(from))–\(time(to))"
  }

  private func khmer(_ number: Int) -> String {
    KhmerDigits.from(String(number))
  }

  private func khmerMonthAndYear(_ month: Int, _ year: Int) -> String {
    "ខែ\u{200B}\(self(.month(month))) ឆ្នាំ\(khmer(year))"
  }
}
