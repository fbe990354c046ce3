/// What the planner proposes for a campaign; nothing of it holds until it is accepted.
public struct Plan: Hashable, Sendable, Codable {
  public var campaign: CampaignID
  public var seed: UInt64
  public var rounds: Int
  public var occurrences: [Occurrence]
  public var routes: [Route]
  public var unserved: [Unserved]
  public var forecast: Forecast

  public init(campaign: CampaignID, seed: UInt64 = 1) {
    self.campaign = campaign
    self.seed = seed
    rounds = 0
    occurrences = []
    routes = []
    unserved = []
    forecast = Forecast()
  }
}

/// Work the plan could not place, with the reason in a closed set, and the nearest day that would do.
public struct Unserved: Hashable, Sendable, Codable {
  public enum Reason: String, Sendable, Codable, CaseIterable {
    case noDayInWindow, noVolunteers, noExperiencedVolunteer, noSkill, noLanguage, noResource, venueTooSmall
    case predecessorUnplaced, noDoors, noCoordinates
  }

  public var activity: ActivityID
  public var place: Place.Code?
  public var reason: Reason
  /// What exactly is missing: the skill, the resource kind, the predecessor.
  public var missing: String?
  /// How many occurrences or doors stay without a place in the plan.
  public var count: Int
  public var nearest: LocalDate?

  public init(activity: ActivityID, place: Place.Code?, reason: Reason, missing: String? = nil, count: Int = 1) {
    self.activity = activity
    self.place = place
    self.reason = reason
    self.missing = missing
    self.count = count
  }
}

/// What the plan is expected to reach and to cost, by activity and district.
public struct Forecast: Hashable, Sendable, Codable {
  public struct Row: Hashable, Sendable, Codable {
    public var activity: ActivityID
    public var district: Place.Code?
    public var occurrences: Int
    /// Attendances or addresses; people met by two activities count in both rows.
    public var people: Int
    public var cost: [Money]
    public var inKind: [Money]

    public init(activity: ActivityID, district: Place.Code?) {
      self.activity = activity
      self.district = district
      occurrences = 0
      people = 0
      cost = []
      inKind = []
    }
  }

  public var rows: [Row]

  public init(rows: [Row] = []) { self.rows = rows }
}
