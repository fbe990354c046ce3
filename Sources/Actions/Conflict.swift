public import Domain

/// Something in the plan as it stands that cannot be, or that somebody should look at before it is launched.
public struct Conflict: Sendable, Equatable {
  public enum Severity: String, Sendable {
    case blocksLaunch, warning
  }

  public enum Cause: Sendable, Equatable {
    case holiday(LocalizedText)
    case placeTwice(with: OccurrenceID)
    case volunteerTwice(LocalizedText, with: OccurrenceID)
    case resourceTwice(LocalizedText, with: OccurrenceID)
    /// Minutes in the week, and the most the volunteer gives.
    case volunteerOverHours(LocalizedText, minutes: Int, limit: Int)
    case outsideCampaign
    case tooFewVolunteers(have: Int, need: Int)
    /// A line of the budget, and by how much.
    case lineOverBudget(LocalizedText, by: Money)
    case totalOverBudget(by: Money)
    /// So many outdoor occurrences of one activity in the months of heavy rain.
    case heavyRain(occurrences: Int)
    /// A message is due in hours in which nobody is disturbed; it waits until they end.
    case quietHours(until: TimeOfDay)
    /// The same people would get so many messages within the days of the cap: some leave them out.
    case contactCap(messages: Int, allowed: Int, days: Int)
  }

  public var cause: Cause
  /// Nil: the campaign as a whole.
  public var occurrence: OccurrenceID?
  public var activity: ActivityID?
  public var date: LocalDate?

  init(_ cause: Cause, _ occurrence: Occurrence? = nil) {
    self.cause = cause
    self.occurrence = occurrence?.id
    activity = occurrence?.activity
    date = occurrence?.date
  }

  public var severity: Severity {
    switch cause {
    case .holiday, .placeTwice, .volunteerTwice, .resourceTwice, .outsideCampaign, .tooFewVolunteers, .totalOverBudget:
      .blocksLaunch
    case .volunteerOverHours, .lineOverBudget, .heavyRain, .quietHours, .contactCap: .warning
    }
  }
}
