public import Domain
import Storage

/// A campaign with its plan, proposed and accepted.
public struct CampaignView: Sendable {
  public var campaign: Campaign
  public var state: Campaign.State
  /// For `If-Match`.
  public var revision: Int
  /// The accepted plan's occurrences, in order.
  public var occurrences: [Occurrence]
  /// When the plan was accepted; nil: there is none.
  public var acceptedAt: Instant?
  public var unserved: [Unserved]
  public var forecast: Forecast
  /// A plan that waits to be accepted.
  public var proposal: Plan?
  public var holidays: [HolidayCalendar.Holiday]
}

/// Shows one campaign whole.
public enum ShowCampaign {
  public static func run(_ id: CampaignID, in context: ActionContext) async throws(ActionError) -> CampaignView {
    try context.require(.seeCampaigns)
    let now = context.now
    let view = try await context.read { (tx) throws(StoreError) -> CampaignView? in
      guard let found = try tx.revised(Campaign.self, id.text) else { return nil }
      let accepted = try tx.acceptedPlan(id)
      let campaign = found.value
      let today = now.local(at: try tx.office().offset(at: now)).date
      return CampaignView(
        campaign: campaign, state: try tx.state(of: campaign, today: today), revision: found.revision,
        occurrences: try tx.occurrences(of: id),
        acceptedAt: accepted?.acceptedAt, unserved: accepted?.unserved ?? [],
        forecast: accepted?.forecast ?? Forecast(), proposal: try tx.proposal(id),
        holidays: try tx.documents(HolidayCalendar.self).flatMap(\.holidays)
          .filter { campaign.from <= $0.date && $0.date <= campaign.to }.sorted { $0.date < $1.date })
    }
    guard let view else { throw .notFound("campaign “\(id)”") }
    return view
  }

  /// The routes of the accepted plan, by day and time.
  public static func routes(_ id: CampaignID, in context: ActionContext) async throws(ActionError) -> [Route] {
    try context.require(.seeCampaigns)
    return try await context.read { (tx) throws(StoreError) in try tx.routes(of: id) }
  }

  /// Every campaign on record, by its first day.
  public static func list(in context: ActionContext) async throws(ActionError) -> [Campaign] {
    try context.require(.seeCampaigns)
    return try await context.read { (tx) throws(StoreError) in
      try tx.documents(Campaign.self).sorted { ($0.from, $0.id) < ($1.from, $1.id) }
    }
  }
}
