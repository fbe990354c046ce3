/// What kind of work an activity is.
public enum ActivityKind: String, Sendable, Codable, CaseIterable {
  case parade, forum, citizenHour, doorToDoor, message, post, spot, call, training, survey, scorecard, meeting

  /// Sent by the outbox to addresses of people.
  public var isMessage: Bool { self == .message || self == .call }
  /// Published once for everybody; reach is an estimate.
  public var isBroadcast: Bool { self == .post || self == .spot }
  /// Held in the open, where the rain season is a warning.
  public var isOutdoor: Bool { self == .parade || self == .doorToDoor }
  /// Everybody may come: two of them in one commune and week compete.
  public var isPublic: Bool { [.parade, .forum, .citizenHour].contains(self) }
}

/// One recurring kind of work inside a campaign, as its file says it.
public struct Activity: Hashable, Sendable, Codable, Identifiable {
  public var id: ActivityID
  public var kind: ActivityKind
  public var name: LocalizedText?
  /// Narrower than the campaign's; nil takes the campaign's.
  public var places: [Place.Code]?
  public var from: LocalDate?
  public var to: LocalDate?
  public var segment: SegmentID?

  // When and where
  /// One occurrence (or series) in each place of this level; nil: one for the whole campaign.
  public var each: Place.Level?
  public var repeats: Recurrence?
  public var after: Dependency?
  public var minutes: Int?
  public var between: TimeWindow?
  public var weekdays: [Weekday]?
  public var needs = Needs()

  // Money and reach
  public var costs: [CostLine] = []
  public var expects: Expectation?

  // Messages, posts and spots
  public var channel: ChannelID?
  public var text: LocalizedText?
  public var at: SendTime?
  public var notAfter: LocalDateTime?

  // Doors
  public var doors: DoorWork?

  // Surveys
  public var survey: SurveyID?
  public var wave: Survey.Wave?

  public init(id: ActivityID, kind: ActivityKind) {
    self.id = id
    self.kind = kind
  }
}

/// This activity may not begin before another one is `days` days past.
public struct Dependency: Hashable, Sendable, Codable {
  public var activity: ActivityID
  public var days: Int

  public init(activity: ActivityID, days: Int) {
    self.activity = activity
    self.days = days
  }
}

/// Who and what one occurrence needs.
public struct Needs: Hashable, Sendable, Codable {
  public var volunteers = 0
  /// At least this many of them experienced.
  public var experienced = 0
  /// Skill or language → at least this many of the team.
  public var skills: [String: Int] = [:]
  public var languages: [String: Int] = [:]
  /// Resource kind → units.
  public var resources: [String: Int] = [:]

  public init() {}
}

/// A cost of the plan: an amount for each of something, under a line of the budget.
public struct CostLine: Hashable, Sendable, Codable {
  public enum Unit: String, Sendable, Codable, CaseIterable {
    /// Once for the whole activity; the rest for each of what they name.
    case activity, occurrence, volunteer, hour, door, person, month
  }

  public var line: String
  public var amount: Money
  public var per: Unit
  /// Volunteers' hours and gifts: counted, but shown apart from cash.
  public var inKind: Bool

  public init(line: String, amount: Money, per: Unit, inKind: Bool = false) {
    self.line = line
    self.amount = amount
    self.per = per
    self.inKind = inKind
  }
}

/// How many people an occurrence is expected to reach.
public struct Expectation: Hashable, Sendable, Codable {
  public var people: Int
  /// Where the figure comes from, for estimates of an audience.
  public var source: String?

  public init(people: Int, source: String? = nil) {
    self.people = people
    self.source = source
  }
}

/// When a message leaves.
public enum SendTime: Hashable, Sendable, Codable {
  case now
  case on(LocalDateTime)
  /// Days before the occurrence of another activity in the receiver's place.
  case before(days: Int, ActivityID)
}

/// How doors are cut into shifts.
public struct DoorWork: Hashable, Sendable, Codable {
  /// Share of the segment's doors to visit, 0…1.
  public var share = 1.0
  /// People who walk together.
  public var team = 2
  public var shiftMinutes = 180
  /// Minutes at one door.
  public var visitMinutes = 4
  public var leaflets = 1

  public init() {}
}
