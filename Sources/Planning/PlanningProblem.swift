public import Domain

/// Everything the planner may know, so that planning needs no store, no clock and no chance of its own.
public struct PlanningProblem: Sendable {
  public var campaign: Campaign
  /// The places inside the campaign, and, where known, those in which volunteers live.
  public var places: [Place]
  /// Doors of the campaign's segment that may be visited.
  public var doors: [Household]
  /// Doors of activities that name a segment of their own; the others take ``doors``.
  public var doorsOfActivity: [ActivityID: [Household]]
  public var volunteers: [Volunteer]
  public var resources: [Resource]
  /// Days on which nothing takes place.
  public var holidays: Set<LocalDate>
  /// The hours of an activity that says no `between`; nil: 07:00–17:00.
  public var officeHours: TimeWindow?
  /// Occurrences that are past or that people have confirmed: they stay exactly as they are.
  public var kept: [Occurrence]
  /// The routes of kept occurrences; their doors are not visited again.
  public var keptRoutes: [Route]
  /// What volunteers and resources have promised to other campaigns.
  public var busy: [Commitment]
  /// People are asked for work on later days only; messages may still leave on this one.
  public var today: LocalDate
  public var limits: PlanningLimits
  /// Addresses that a message activity can reach, by the place of the people: an estimate for the forecast.
  public var reachable: [ActivityID: [Place.Code: Int]]
  /// What one message costs, all its parts together.
  public var messagePrice: [ActivityID: UnitPrice]

  public init(campaign: Campaign, today: LocalDate, limits: PlanningLimits = PlanningLimits()) {
    self.campaign = campaign
    self.today = today
    self.limits = limits
    places = []
    doors = []
    doorsOfActivity = [:]
    volunteers = []
    resources = []
    holidays = []
    kept = []
    keptRoutes = []
    busy = []
    reachable = [:]
    messagePrice = [:]
  }
}

/// A volunteer or resource that another campaign already has at some time.
public struct Commitment: Hashable, Sendable {
  public enum Who: Hashable, Sendable {
    case volunteer(VolunteerID)
    case resource(ResourceID)
  }

  public var who: Who
  public var date: LocalDate
  public var window: TimeWindow
  /// nil: unknown, and so far from everywhere as another district.
  public var place: Place.Code?

  public init(who: Who, date: LocalDate, window: TimeWindow, place: Place.Code? = nil) {
    self.who = who
    self.date = date
    self.window = window
    self.place = place
  }
}

/// How long to improve. The first complete plan is always made; with the same seed and rounds, and never stopped,
/// the answer is the same.
public struct PlanningLimits: Sendable {
  /// Attempts to improve the timetable; doors take their own number from it. 0: the first plan as it is.
  public var rounds: Int
  public var seed: UInt64
  /// Asked between rounds; true ends the search with the best found so far.
  public var shouldStop: @Sendable () -> Bool

  public init(rounds: Int = 2000, seed: UInt64 = 1, shouldStop: @escaping @Sendable () -> Bool = { false }) {
    self.rounds = rounds
    self.seed = seed
    self.shouldStop = shouldStop
  }
}
