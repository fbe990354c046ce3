public import Domain
import Storage

/// All teams of one activity in one place on one day, and who could still come.
public struct ShiftView: Sendable {
  public struct Person: Sendable {
    public var id: VolunteerID
    public var name: LocalizedText
    public var status: Assignment.Status
    public var reason: Assignment.Reason?
    /// When the person was asked or last answered.
    public var changedAt: Instant
  }

  /// One occurrence: the people who work together, with their route if they walk one.
  public struct Team: Sendable {
    public var occurrence: Occurrence
    public var route: (id: RouteID, number: Int, doors: Int)?
    public var needed: Int
    public var people: [Person]

    public var coming: [Person] { people.filter { $0.status.isOnTeam } }
    public var confirmed: Int { people.count { $0.status == .confirmed || $0.status == .attended } }
    public var free: Int { max(0, needed - coming.count) }
  }

  public struct Offer: Sendable {
    public var volunteer: Volunteer
    public var replacement: Replacement
  }

  public var campaign: LocalizedText
  public var campaignID: CampaignID
  public var kind: ActivityKind
  public var activity: LocalizedText?
  public var place: LocalizedText?
  public var teams: [Team]
  public var offers: [Offer]
  public var leftOut: [Replacement.LeftOut: Int]

  public var date: LocalDate { teams[0].occurrence.date }
  public var start: TimeOfDay { teams.map(\.occurrence.start).min() ?? teams[0].occurrence.start }
  public var end: TimeOfDay { teams.map(\.occurrence.end).max() ?? teams[0].occurrence.end }
  public var people: [Person] { teams.flatMap(\.people) }
  public var needed: Int { teams.reduce(0) { $0 + $1.needed } }
  public var confirmed: Int { teams.reduce(0) { $0 + $1.confirmed } }
  public var declined: Int { people.count { !$0.status.isOnTeam } }
  public var notAsked: Int { people.count { $0.status == .proposed } }
  public var unanswered: Int { people.count { $0.status == .asked } }
  /// Everybody who was asked, whatever they answered.
  public var asked: Int { people.count - notAsked }
  /// Places for which nobody has said yes.
  public var short: Int { max(0, needed - confirmed) }
}

/// Shows a shift with its people and the best replacements.
public enum ShowShift {
  public static func run(_ id: OccurrenceID, in context: ActionContext) async throws(ActionError) -> ShiftView {
    try context.require(.planCampaigns)
    let area = context.principal.area
    let view = try await context.read { (tx) throws(StoreError) -> ShiftView? in
      guard let occurrence = try tx.occurrence(id), occurrence.isIn(area) else { return nil }
      return try ShiftLoader(tx: tx, occurrence: occurrence).load()
    }
    guard let view else { throw .notFound("shift “\(id)”") }
    return view
  }
}

extension Occurrence {
  /// Inside the area that an account is confined to; nil: everywhere.
  func isIn(_ area: Place.Code?) -> Bool {
    guard let area else { return true }
    return place.map { area.contains($0) } ?? false
  }
}
