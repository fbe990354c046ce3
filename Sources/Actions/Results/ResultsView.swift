public import Domain

/// What a results page is asked to show.
public struct ResultsFilter: Sendable, Equatable {
  /// Nil: all years on record.
  public var year: Int?
  public var district: Place.Code?
  /// A channel's id, or the kind of an activity that needs none.
  public var channel: String?
  /// Empty: every campaign.
  public var campaigns: [CampaignID] = []

  public init() {}
}

/// A figure and its 95 % interval, or the two ends of a range without a middle.
public struct Interval: Sendable, Equatable {
  public var value: Double?
  public var low: Double
  /// Nil: no upper end.
  public var high: Double?

  public init(value: Double?, low: Double, high: Double?) {
    self.value = value
    self.low = low
    self.high = high
  }
}

/// Why there is no figure; the page says it in words in the figure's place.
public enum NoFigure: String, Error, Sendable, Hashable, CaseIterable {
  case nothingSpent, nobodyReached, noSurvey, noBaseline, tooFewAsked, noClearChange, fewerAware
  case peopleConcernedUnknown, notSurveyedEverywhere
}

/// What came of the money in one place, or in several together.
public struct ResultFigures: Sendable {
  public struct Awareness: Sendable {
    /// 0…1.
    public var share: Interval
    public var before: Double?
    public var asked: Int
    public var fewAsked: Bool
  }

  public var planned: Money
  public var spent: Money
  public var spentInKind: Money
  /// As the plan expects; people met twice count twice.
  public var plannedPeople: Int
  /// Different people, at least and at most.
  public var reached: ClosedRange<Int>
  /// Estimated audiences, apart from whoever was counted.
  public var estimated: Int
  public var concerned: Int?
  public var awareness: Awareness?
  public var aware: Result<Interval, NoFigure>
  public var newlyAware: Result<Interval, NoFigure>
  /// Units of the currency for one citizen.
  public var perReached: Result<Interval, NoFigure>
  public var perAware: Result<Interval, NoFigure>
  public var perNewlyAware: Result<Interval, NoFigure>
}

/// What the comparison says, for the heading; the words belong to the page.
public enum ResultsFinding: Sendable, Equatable {
  case nothing, tooFew, noClearDifference
  case oneSided(Facilitation)
  /// −0.55: each newly aware citizen costs 55 % less in NGO-led districts. The ratio is NGO-led spending to
  /// government-led.
  case cost(relative: Double, spendingRatio: Double?)
  case awareness(ngo: Double, government: Double)
}

/// Everything a results page shows.
public struct ResultsView: Sendable {
  /// The districts of one way of leading together, or one district.
  public struct Side: Sendable {
    public var facilitation: Facilitation
    /// Nil: all of them together.
    public var district: Place.Code?
    public var name: LocalizedText
    /// How many districts stand behind the figures.
    public var districts: Int
    public var figures: ResultFigures
    /// People met in each month of ``ResultsView/monthsOf``, January first.
    public var months: [Int]
  }

  public struct Channel: Sendable {
    public var key: String
    public var name: LocalizedText?
    public var planned: Money
    public var spent: Money
    public var reached: ClosedRange<Int>
    public var estimated: Int
    public var perReached: Result<Interval, NoFigure>
  }

  public struct GroupReach: Sendable {
    public var group: Group
    /// Nil: hidden, because it is fewer than ten.
    public var people: Int?
    public var isHidden: Bool
    /// Of so many it was noted.
    public var recorded: Int
    public var notRecorded: Int
  }

  public struct GroupAwareness: Sendable {
    public var group: Group
    /// Share that knows the office; nil where fewer than ten were asked.
    public var share: [Facilitation: Double]
    public var asked: [Facilitation: Int]
  }

  public var filter: ResultsFilter
  public var currency: Currency
  public var years: [Int]
  public var districts: [(code: Place.Code, name: LocalizedText)]
  public var channels: [Channel]
  public var finding: ResultsFinding
  /// Each way of leading that has districts.
  public var sides: [Side]
  /// District by district.
  public var places: [Side]
  public var groups: [GroupReach]
  public var groupAwareness: [GroupAwareness]
  public var monthsOf: Int
  public var rates: [ExchangeRate]
  /// Amounts that are not counted because no rate converts them.
  public var unconverted: Int

  /// Neither money nor people nor surveys.
  public var isEmpty: Bool {
    finding == .nothing
      && !sides.contains { $0.figures.spent.minor > 0 || $0.figures.reached.upperBound > 0 || $0.figures.awareness != nil }
  }
}
