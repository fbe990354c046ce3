/// One dated instance of an activity, with the people and things it takes.
public struct Occurrence: Hashable, Sendable, Codable, Identifiable {
  public enum Status: String, Sendable, Codable, CaseIterable {
    /// Proposed by the planner or kept from an accepted plan; confirmed by people; over; called off.
    case planned, confirmed, held, cancelled
  }

  public var id: OccurrenceID
  public var campaign: CampaignID
  public var activity: ActivityID
  public var place: Place.Code?
  public var date: LocalDate
  public var start: TimeOfDay
  public var minutes: Int
  public var resources: [ResourceID]
  public var assignments: [Assignment]
  public var status: Status

  public init(id: OccurrenceID, campaign: CampaignID, activity: ActivityID, date: LocalDate, start: TimeOfDay) {
    self.id = id
    self.campaign = campaign
    self.activity = activity
    self.date = date
    self.start = start
    minutes = 60
    resources = []
    assignments = []
    status = .planned
  }

  public var end: TimeOfDay { start + minutes }
}

/// A volunteer asked for an occurrence, and what they answered.
public struct Assignment: Hashable, Sendable, Codable {
  public enum Status: String, Sendable, Codable, CaseIterable {
    case proposed, asked, confirmed, declined, attended, absent
  }

  /// Why somebody cannot come, if they say.
  public enum Reason: String, Sendable, Codable, CaseIterable {
    case classOrExam, ill, tooFar, other
  }

  public var volunteer: VolunteerID
  public var status: Status
  public var reason: Reason?

  public init(volunteer: VolunteerID, status: Status = .proposed) {
    self.volunteer = volunteer
    self.status = status
  }
}

/// The ordered doors of one team's shift; printed, it is a walk list.
public struct Route: Hashable, Sendable, Codable, Identifiable {
  public var id: RouteID
  public var occurrence: OccurrenceID
  /// Where the team meets and where it ends.
  public var meetingPoint: Coordinate
  public var doors: [HouseholdID]
  public var walking: Metres

  public init(id: RouteID, occurrence: OccurrenceID, meetingPoint: Coordinate, doors: [HouseholdID], walking: Metres) {
    self.id = id
    self.occurrence = occurrence
    self.meetingPoint = meetingPoint
    self.doors = doors
    self.walking = walking
  }
}
