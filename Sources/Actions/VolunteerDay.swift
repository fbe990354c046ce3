public import Domain
import Storage

/// Everything a volunteer's page shows on a day, and nothing about anybody else's doors.
public struct VolunteerDay: Sendable {
  public var volunteer: LocalizedText
  /// Whom to ring when something goes wrong.
  public var officePhone: String?
  /// Today's doors; on every other day they are not shown.
  public var walk: Walk?
  /// The last walk of the past days, with the number of houses visited on it.
  public var ended: EndedWalk?
  /// Today's and later shifts, those called off among them, by day and time.
  public var shifts: [VolunteerShift]
}

/// One shift as the volunteer sees it.
public struct VolunteerShift: Sendable {
  public var occurrence: Occurrence
  public var kind: ActivityKind
  public var activity: LocalizedText?
  public var place: LocalizedText?
  public var partners: [LocalizedText]
  public var status: Assignment.Status
  public var meetingPoint: Coordinate?
  /// Number and doors of the route, when there is one.
  public var route: (number: Int, doors: Int)?
  /// An answer may be changed until then; a first answer is taken until the shift begins.
  public var answerBy: LocalDateTime
  public var mayAnswer: Bool
}

/// The doors of a team's shift today.
public struct Walk: Sendable {
  public struct Door: Sendable {
    /// From 1, in walking order.
    public var number: Int
    public var household: HouseholdID
    public var group: Int?
    public var painted: Int?
    public var point: Coordinate?
    /// What helps to find the house: "blue gate".
    public var note: String?
    public var bestTime: String?
    public var doNotVisit: Bool
    /// The answer that counts so far.
    public var visit: Visit?
  }

  public var route: RouteID
  public var shift: VolunteerShift
  public var doors: [Door]
  public var survey: Survey?
  /// Latest answer received, by anybody of the team.
  public var lastReceived: Instant?

  public var done: Int { doors.count { $0.visit != nil } }
  public var leaflets: Int { doors.reduce(0) { $0 + ($1.visit?.leaflets ?? 0) } }
  /// The first door that waits.
  public var next: Door? { doors.first { $0.visit == nil && !$0.doNotVisit } }
}

public struct EndedWalk: Sendable {
  public var number: Int
  public var place: LocalizedText?
  public var houses: Int
}

/// Shows a volunteer's own page.
public enum ShowVolunteerDay {
  /// Answers from a walk are taken for so many days after it.
  public static let daysForAnswers = 7

  public static func run(_ id: VolunteerID, in context: ActionContext) async throws(ActionError) -> VolunteerDay {
    let now = context.now
    let day = try await context.read { (tx) throws(StoreError) -> VolunteerDay? in
      guard let name = try tx.name(of: id) else { return nil }
      let local = now.local(at: try tx.office().offset(at: now))
      return try VolunteerDayLoader(tx: tx, volunteer: id, name: name, now: local).load()
    }
    guard let day else { throw .notFound("volunteer “\(id)”") }
    return day
  }
}
