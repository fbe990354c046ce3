/// How a knock at a door ended.
public enum Disposition: String, Sendable, Codable, CaseIterable {
  case talked, notHome, refused, moved, comeBack

  /// Somebody was met, whatever they said.
  public var isContact: Bool { self == .talked || self == .refused || self == .comeBack }
}

/// One answer from a door, an event with the phone's own id: the same id again is the same event.
public struct Visit: Hashable, Sendable, Codable, Identifiable {
  public var id: VisitID
  public var route: RouteID
  public var household: HouseholdID
  public var disposition: Disposition
  public var leaflets: Int
  /// Question id → answer id; skipped questions are absent.
  public var answers: [String: String]
  /// As said by the person or shown on a card; absent is "not recorded".
  public var groups: [Group: Bool]
  /// The phone's clock, corrected by the difference it sent along.
  public var at: Instant
  public var volunteer: VolunteerID?

  public init(id: VisitID, route: RouteID, household: HouseholdID, disposition: Disposition, at: Instant) {
    self.id = id
    self.route = route
    self.household = household
    self.disposition = disposition
    self.at = at
    leaflets = 0
    answers = [:]
    groups = [:]
  }
}
