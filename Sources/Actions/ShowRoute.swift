public import Domain
import Storage

/// One route with its doors, its people and what has been answered.
public struct RouteView: Sendable {
  public struct Person: Sendable {
    public var id: VolunteerID
    public var name: LocalizedText
    public var status: Assignment.Status
    /// The codes in force, for the walk sheet; nil when there are none.
    public var codes: VolunteerCodes?
  }

  public var route: Route
  public var number: Int
  public var occurrence: Occurrence
  public var campaign: LocalizedText
  public var activity: LocalizedText?
  public var place: LocalizedText?
  public var survey: Survey?
  public var people: [Person]
  public var doors: [Walk.Door]
  public var progress: RouteProgress
  /// Whom the team rings when something goes wrong.
  public var officePhone: String?

  /// The people who walk it.
  public var team: [Person] { people.filter { $0.status.isOnTeam } }
}

/// Shows a route to whoever plans.
public enum ShowRoute {
  public static func run(_ id: RouteID, in context: ActionContext) async throws(ActionError) -> RouteView {
    try context.require(.planCampaigns)
    let area = context.principal.area
    let now = context.now
    let view = try await context.read { (tx) throws(StoreError) -> RouteView? in
      guard let route = try tx.route(id), let occurrence = try tx.occurrence(route.occurrence),
        occurrence.isIn(area)
      else { return nil }
      return try load(route, occurrence, tx, now)
    }
    guard let view else { throw .notFound("route “\(id)”") }
    return view
  }

  private static func load(
    _ route: Route, _ occurrence: Occurrence, _ tx: Transaction, _ now: Instant
  ) throws(StoreError) -> RouteView {
    let campaign = try tx.document(Campaign.self, occurrence.campaign.text)
    let activity = campaign?.activity(occurrence.activity)
    var people: [RouteView.Person] = []
    for assignment in occurrence.assignments {
      guard let volunteer = try tx.volunteer(assignment.volunteer) else { continue }
      people.append(
        RouteView.Person(
          id: volunteer.id, name: volunteer.name, status: assignment.status,
          codes: try tx.codes(of: volunteer.id, at: now)))
    }
    let visits = try tx.visits(on: route.id)
    return RouteView(
      route: route, number: try tx.number(of: route.id), occurrence: occurrence,
      campaign: campaign?.name ?? LocalizedText(en: occurrence.campaign.text), activity: activity?.name,
      place: try occurrence.place.flatMap { (code) throws(StoreError) in try tx.place(code)?.name },
      survey: try activity?.survey.flatMap { (id) throws(StoreError) in try tx.document(Survey.self, id.text) },
      people: people, doors: try tx.doors(of: route, visits: visits),
      progress: RouteProgress(doors: route.doors.count, visits: visits), officePhone: try tx.office().phone)
  }
}

/// Makes sure that everybody of a route's team has codes in force, without ending those that are.
public enum LinkTeam {
  public static func run(_ id: RouteID, in context: ActionContext) async throws(ActionError) {
    for person in try await ShowRoute.run(id, in: context).team where person.codes == nil {
      _ = try await LinkVolunteer.run(person.id, in: context)
    }
  }
}
