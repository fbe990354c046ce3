/// Somebody who gives time: what they can do, where they live, and when they are free.
public struct Volunteer: Hashable, Sendable, Codable, Identifiable {
  public var id: VolunteerID
  public var name: LocalizedText
  public var sex: Sex?
  /// E.164; hidden in the store like a citizen's.
  public var phone: String?
  public var telegram: String?
  public var languages: [String]
  public var skills: [String]
  public var home: Place.Code
  public var experienced: Bool
  public var availability: Availability
  public var maxHoursPerWeek: Double
  public var maxKilometres: Double

  public init(id: VolunteerID, name: LocalizedText, home: Place.Code) {
    self.id = id
    self.name = name
    self.home = home
    languages = ["km"]
    skills = []
    experienced = false
    availability = Availability()
    maxHoursPerWeek = 12
    maxKilometres = 15
  }
}

/// Weekly hours in which somebody or something is free, less the days away.
public struct Availability: Hashable, Sendable {
  /// A weekday that is missing is not free at all.
  public var weekly: [Weekday: [TimeWindow]]
  public var away: Set<LocalDate>

  public init(weekly: [Weekday: [TimeWindow]] = [:], away: Set<LocalDate> = []) {
    self.weekly = weekly
    self.away = away
  }

  /// Free all day, every day.
  public static let always = Availability(
    weekly: Dictionary(
      uniqueKeysWithValues: Weekday.allCases.map {
        ($0, [TimeWindow(from: TimeOfDay(minutes: 0), to: TimeOfDay(minutes: 1440))])
      }))

  /// True when the whole stretch lies in one free window of that day.
  public func isFree(on date: LocalDate, from: TimeOfDay, to: TimeOfDay) -> Bool {
    guard !away.contains(date) else { return false }
    return (weekly[date.weekday] ?? []).contains { $0.from <= from && to <= $0.to }
  }

  /// Reads "mon 07:00-11:00|sat 07:00-17:00"; nil when a piece is neither.
  public init?(weekly text: String, away: Set<LocalDate> = []) {
    var weekly: [Weekday: [TimeWindow]] = [:]
    for piece in text.split(separator: "|") {
      let words = piece.split(separator: " ")
      guard words.count == 2, let day = Weekday(name: words[0].lowercased()), let window = TimeWindow(String(words[1]))
      else { return nil }
      weekly[day, default: []].append(window)
    }
    self.init(weekly: weekly, away: away)
  }

  /// The text that ``init(weekly:away:)`` reads.
  public var weeklyText: String {
    Weekday.allCases.flatMap { day in
      (weekly[day] ?? []).map { "\(day.name.prefix(3)) \($0)" }
    }.joined(separator: "|")
  }
}

extension Availability: Codable {
  private enum CodingKeys: String, CodingKey { case weekly, away }

  /// Written as texts in order: the same availability always gives the same bytes, so that files can be compared.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(weeklyText, forKey: .weekly)
    try container.encode(away.sorted(), forKey: .away)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let text = try container.decode(String.self, forKey: .weekly)
    let away = try container.decode([LocalDate].self, forKey: .away)
    guard let read = Availability(weekly: text, away: Set(away)) else {
      throw DecodingError.dataCorruptedError(forKey: .weekly, in: container, debugDescription: "not hours: \(text)")
    }
    self = read
  }
}

/// A thing or an official that can be in one place at a time: loudspeaker, vehicle, venue, the governor.
public struct Resource: Hashable, Sendable, Codable, Identifiable {
  public var id: ResourceID
  public var name: LocalizedText
  /// "loudspeaker", "vehicle", "venue", "governor" …: what ``Needs/resources`` asks for.
  public var kind: String
  /// A thing with a place serves only inside it; nil serves everywhere.
  public var place: Place.Code?
  /// People a venue holds.
  public var capacity: Int?
  public var availability: Availability

  public init(id: ResourceID, name: LocalizedText, kind: String) {
    self.id = id
    self.name = name
    self.kind = kind
    availability = .always
  }
}
