import Domain

/// Days as people type them: 19/11/2026, 9/1/26, 2026-11-19, also with Khmer digits.
enum FormDate {
  /// Nil when it is none of these, or when there is no such day.
  static func read(_ typed: String) -> LocalDate? {
    let text = KhmerDigits.toArabic(typed).filter { $0 != " " && $0 != "\u{200B}" }
    if let date = LocalDate(text) { return date }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      parts[0].utf8.count <= 2, parts[1].utf8.count <= 2, [2, 4].contains(parts[2].utf8.count),
      let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    return LocalDate(year: parts[2].utf8.count == 2 ? 2000 + year : year, month: month, day: day)
  }
}
