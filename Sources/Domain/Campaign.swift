/// Who leads the work in the field.
public enum Facilitation: String, Sendable, Codable, CaseIterable {
  case ngo, government, mixed
}

/// The whole effort: places, dates, people meant, money, and the activities that make it up.
public struct Campaign: Hashable, Sendable, Codable, Identifiable {
  /// The life of a campaign as people see it.
  public enum State: String, Sendable, Codable, CaseIterable {
    case draft, scheduled, running, paused, done, cancelled
  }

  public var id: CampaignID
  public var name: LocalizedText
  public var places: [Place.Code]
  public var from: LocalDate
  public var to: LocalDate
  public var segment: SegmentID
  public var facilitation: Facilitation
  public var partner: String?
  public var budget: Budget?
  public var targets: [Target]
  public var activities: [Activity]
  /// Tighter than the office's; never looser.
  public var quietHours: QuietHours?
  public var contactCap: ContactCap?

  public init(id: CampaignID, name: LocalizedText, places: [Place.Code], dates: (LocalDate, LocalDate)) {
    self.id = id
    self.name = name
    self.places = places
    (from, to) = dates
    segment = ""
    facilitation = .government
    targets = []
    activities = []
  }

  public func activity(_ id: ActivityID) -> Activity? { activities.first { $0.id == id } }

  /// Messages need no timetable, so such a campaign needs no plan and no acceptance.
  public var isMessagesOnly: Bool { !activities.isEmpty && activities.allSatisfy(\.kind.isMessage) }
}

/// The money a campaign may spend, as a whole and by line.
public struct Budget: Hashable, Sendable, Codable {
  public struct Line: Hashable, Sendable, Codable {
    public var id: String
    public var name: LocalizedText?
    public var amount: Money

    public init(id: String, name: LocalizedText? = nil, amount: Money) {
      self.id = id
      self.name = name
      self.amount = amount
    }
  }

  public var total: Money
  public var lines: [Line]

  public init(total: Money, lines: [Line] = []) {
    self.total = total
    self.lines = lines
  }
}

/// How many people of a group (nil: of all) the campaign wants to reach.
public struct Target: Hashable, Sendable, Codable {
  public var group: Group?
  public var people: Int

  public init(group: Group?, people: Int) {
    self.group = group
    self.people = people
  }
}

/// At most so many messages to one person in so many days.
public struct ContactCap: Hashable, Sendable, Codable {
  public var messages: Int
  public var days: Int

  public init(messages: Int, days: Int) {
    self.messages = messages
    self.days = days
  }

  /// Reads "3 per 7 days" and "1 per day".
  public init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count >= 3, words[1] == "per", let messages = Int(words[0]), messages > 0 else { return nil }
    if words.count == 3, words[2] == "day" {
      self.init(messages: messages, days: 1)
    } else if words.count == 4, let days = Int(words[2]), days > 0, words[3].hasPrefix("day") {
      self.init(messages: messages, days: days)
    } else {
      return nil
    }
  }

  public var text: String { "\(messages) per \(days) days" }
}
