/// A time on the office's wall clock: minutes since midnight, 0…1440 (24:00 only as an end).
public struct TimeOfDay: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  public let minutes: Int

  public init(minutes: Int) { self.minutes = minutes }

  /// Reads "07:00" or "24:00".
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard text.utf8.allSatisfy({ $0 == UInt8(ascii: ":") || (48...57).contains($0) }), parts.count == 2,
      parts[0].utf8.count == 2, parts[1].utf8.count == 2, let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0..<60).contains(minute), hour >= 0, hour * 60 + minute <= 1440
    else { return nil }
    minutes = hour * 60 + minute
  }

  public var description: String {
    let (hour, minute) = (minutes / 60, minutes % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  public static func < (a: TimeOfDay, b: TimeOfDay) -> Bool { a.minutes < b.minutes }
  public static func + (a: TimeOfDay, minutes: Int) -> TimeOfDay { TimeOfDay(minutes: a.minutes + minutes) }

  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let time = TimeOfDay(text) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a time: \(text)"))
    }
    self = time
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// A stretch of a day, "07:00-10:00"; the end is not part of it. `QuietHours` may pass midnight, a window may not.
public struct TimeWindow: Hashable, Sendable, Codable, CustomStringConvertible {
  public var from: TimeOfDay
  public var to: TimeOfDay

  public init(from: TimeOfDay, to: TimeOfDay) {
    self.from = from
    self.to = to
  }

  /// Reads "07:00-10:00"; nil when reversed or empty.
  public init?(_ text: String) {
    guard let (from, to) = TimeWindow.ends(text), from < to else { return nil }
    self.init(from: from, to: to)
  }

  static func ends(_ text: String) -> (TimeOfDay, TimeOfDay)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let from = TimeOfDay(String(parts[0])), let to = TimeOfDay(String(parts[1])) else {
      return nil
    }
    return (from, to)
  }

  public var minutes: Int { to.minutes - from.minutes }
  public var description: String { "\(from)-\(to)" }

  public func contains(_ time: TimeOfDay) -> Bool { from <= time && time < to }
}

/// Hours in which nobody is disturbed, "20:00-07:00"; may pass midnight.
public struct QuietHours: Hashable, Sendable, Codable, CustomStringConvertible {
  public var from: TimeOfDay
  public var to: TimeOfDay

  public init?(_ text: String) {
    guard let (from, to) = TimeWindow.ends(text), from != to else { return nil }
    self.from = from
    self.to = to
  }

  public var description: String { "\(from)-\(to)" }

  public func contains(_ time: TimeOfDay) -> Bool {
    from < to ? from <= time && time < to : time >= from || time < to
  }

  /// The first time at or after `moment` outside these hours.
  public func next(after moment: LocalDateTime) -> LocalDateTime {
    guard contains(moment.time) else { return moment }
    let sameDay = moment.time < to
    return LocalDateTime(date: sameDay ? moment.date : moment.date + 1, time: to)
  }
}

/// A day and a time on the office's wall, "2026-12-20T18:00".
public struct LocalDateTime: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  public var date: LocalDate
  public var time: TimeOfDay

  public init(date: LocalDate, time: TimeOfDay) {
    self.date = date
    self.time = time
  }

  /// Reads "2026-12-20T18:00".
  public init?(_ text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let date = LocalDate(String(parts[0])), let time = TimeOfDay(String(parts[1])) else {
      return nil
    }
    self.init(date: date, time: time)
  }

  public var description: String { "\(date)T\(time)" }

  public static func < (a: LocalDateTime, b: LocalDateTime) -> Bool {
    a.date != b.date ? a.date < b.date : a.time < b.time
  }

  public func instant(at offset: ZoneOffset) -> Instant {
    Instant(milliseconds: (Int64(date.dayNumber) * 86_400 + Int64(time.minutes) * 60 - Int64(offset.seconds)) * 1000)
  }
}

/// Seconds east of Greenwich that hold at some moment; who knows the zone passes it in.
public struct ZoneOffset: Hashable, Sendable, Codable {
  public var seconds: Int

  public init(seconds: Int) { self.seconds = seconds }

  /// Cambodia's, all year.
  public static let phnomPenh = ZoneOffset(seconds: 7 * 3600)
}

/// A moment on the world's clock: milliseconds since 1970-01-01T00:00Z.
public struct Instant: Hashable, Sendable, Comparable, Codable {
  public var milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

  public func adding(seconds: Double) -> Instant { Instant(milliseconds: milliseconds + Int64(seconds * 1000)) }

  /// Seconds from `other` to this moment.
  public func seconds(since other: Instant) -> Double { Double(milliseconds - other.milliseconds) / 1000 }

  public func local(at offset: ZoneOffset) -> LocalDateTime {
    let seconds = milliseconds.floorDivided(by: 1000) + Int64(offset.seconds)
    let day = seconds.floorDivided(by: 86_400)
    let minutes = Int(seconds - day * 86_400) / 60
    return LocalDateTime(date: LocalDate(dayNumber: Int(day)), time: TimeOfDay(minutes: minutes))
  }

  /// "2026-11-21T07:30:00.000Z".
  public var iso8601: String {
    let local = local(at: ZoneOffset(seconds: 0))
    let inMinute = milliseconds - milliseconds.floorDivided(by: 60_000) * 60_000
    let seconds = String(100_000 + inMinute).dropFirst()
    return "\(local.date)T\(local.time):\(seconds.prefix(2)).\(seconds.suffix(3))Z"
  }
}

extension Int64 {
  func floorDivided(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
