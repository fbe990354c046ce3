/// Monday first, as the week of the offices begins.
public enum Weekday: Int, Sendable, Codable, CaseIterable, Comparable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  public static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }

  /// "monday" … "sunday".
  public var name: String { "\(self)" }

  /// Reads "monday" or "mon".
  public init?(name: String) {
    guard let day = Weekday.allCases.first(where: { $0.name == name || $0.name.prefix(3) == name }) else { return nil }
    self = day
  }
}

/// A day on the office's wall calendar, without zone or clock. Proleptic Gregorian; years 1–9999.
public struct LocalDate: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01.
  public let dayNumber: Int

  public init(dayNumber: Int) { self.dayNumber = dayNumber }

  /// nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let date = LocalDate(dayNumber: Self.days(year: year, month: month, day: day))
    guard date.components == (year, month, day) else { return nil }
    self = date
  }

  /// Reads "2026-11-21".
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (48...57).contains($0) }), parts.count == 3,
      parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Days from civil, after Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms".
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  public var components: (year: Int, month: Int, day: Int) {
    let z = dayNumber + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  public var year: Int { components.year }
  public var month: Int { components.month }
  public var day: Int { components.day }

  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday(rawValue: (((dayNumber + 3) % 7) + 7) % 7 + 1)!
  }

  public static func < (a: LocalDate, b: LocalDate) -> Bool { a.dayNumber < b.dayNumber }
  public static func + (a: LocalDate, days: Int) -> LocalDate { LocalDate(dayNumber: a.dayNumber + days) }
  public static func - (a: LocalDate, days: Int) -> LocalDate { LocalDate(dayNumber: a.dayNumber - days) }
  public static func - (a: LocalDate, b: LocalDate) -> Int { a.dayNumber - b.dayNumber }

  /// The Monday of its week.
  public var weekStart: LocalDate { self - (weekday.rawValue - 1) }

  /// The first day of its month.
  public var monthStart: LocalDate { self - (day - 1) }
}

extension LocalDate: CustomStringConvertible {
  /// "2026-11-21".
  public var description: String {
    let (year, month, day) = components
    let padded = String(10_000 + year).dropFirst()
    return "\(padded)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}

extension LocalDate: Codable {
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let date = LocalDate(text) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a date: \(text)"))
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
