/// A typed name of one thing, so that a campaign's id never stands where a volunteer's belongs.
///
/// Document ids are lower-case letters, digits and hyphens; ids of people and machines' own things are opaque text.
public struct Identifier<Noun>: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let text: String

  public init(_ text: String) { self.text = text }

  public var description: String { text }

  public static func < (a: Self, b: Self) -> Bool { a.text < b.text }

  /// True for ids that documents may carry: 1–64 of `a–z`, `0–9` and `-`, beginning with a letter or digit.
  public var isDocumentID: Bool {
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count <= 64, first != UInt8(ascii: "-") else { return false }
    return bytes.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "-")
    }
  }
}

extension Identifier: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

extension Identifier: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

public typealias OfficeID = Identifier<Office>
public typealias CampaignID = Identifier<Campaign>
public typealias ActivityID = Identifier<Activity>
public typealias SegmentID = Identifier<Segment>
public typealias ChannelID = Identifier<Channel>
public typealias ResourceID = Identifier<Resource>
public typealias CalendarID = Identifier<HolidayCalendar>
public typealias SurveyID = Identifier<Survey>
public typealias TariffID = Identifier<Tariff>
public typealias CitizenID = Identifier<Citizen>
public typealias HouseholdID = Identifier<Household>
public typealias VolunteerID = Identifier<Volunteer>
public typealias OccurrenceID = Identifier<Occurrence>
public typealias RouteID = Identifier<Route>
public typealias MessageID = Identifier<Message>
public typealias VisitID = Identifier<Visit>
