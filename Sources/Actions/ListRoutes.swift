public import Domain
import Storage

/// One route in the list, with how far it has come.
public struct RouteLine: Sendable {
  public var id: RouteID
  public var number: Int
  public var occurrence: Occurrence
  public var campaign: LocalizedText
  public var place: LocalizedText?
  public var people: [LocalizedText]
  public var walking: Metres
  public var progress: RouteProgress
}

/// The routes of some days, by day and time.
public enum ListRoutes {
  public struct Page: Sendable {
    public var lines: [RouteLine]
    /// Of all pages.
    public var count: Int
  }

  /// `page` from 1. Progress is worked out for the routes of the page only.
  public static func run(
    from: LocalDate, to: LocalDate, page: Int, perPage: Int = 50, in context: ActionContext
  ) async throws(ActionError) -> Page {
    try context.require(.planCampaigns)
    let area = context.principal.area
    return try await context.read { (tx) throws(StoreError) in
      let occurrences = try tx.occurrences(from: from, to: to).filter { $0.isIn(area) && $0.status != .cancelled }
      let byID = Dictionary(uniqueKeysWithValues: occurrences.map { ($0.id, $0) })
      let routes = try tx.routes(from: from, to: to).filter { byID[$0.occurrence] != nil }
      var lines: [RouteLine] = []
      for route in routes.dropFirst((max(1, page) - 1) * perPage).prefix(perPage) {
        lines.append(try line(route, byID[route.occurrence]!, tx))
      }
      return Page(lines: lines, count: routes.count)
    }
  }

  private static func line(
    _ route: Route, _ occurrence: Occurrence, _ tx: Transaction
  ) throws(StoreError) -> RouteLine {
    var people: [LocalizedText] = []
    for assignment in occurrence.assignments where assignment.status.isOnTeam {
      if let name = try tx.name(of: assignment.volunteer) { people.append(name) }
    }
    let campaign = try tx.document(Campaign.self, occurrence.campaign.text)
    return RouteLine(
      id: route.id, number: try tx.number(of: route.id), occurrence: occurrence,
      campaign: campaign?.name ?? LocalizedText(en: occurrence.campaign.text),
      place: try occurrence.place.flatMap { (code) throws(StoreError) in try tx.place(code)?.name }, people: people,
      walking: route.walking, progress: RouteProgress(doors: route.doors.count, visits: try tx.visits(on: route.id)))
  }
}
