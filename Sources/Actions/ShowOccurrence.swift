public import Domain
import Storage

/// One occurrence with its team, its things, its record and its costs.
public struct OccurrenceView: Sendable {
  public struct Member: Sendable {
    public var volunteer: VolunteerID
    public var name: LocalizedText
    public var status: Assignment.Status
  }

  public var card: OccurrenceCard
  public var campaign: Campaign
  public var activity: Activity
  public var team: [Member]
  public var resources: [Resource]
  public var route: RouteID?
  public var doors: Int
  /// What volunteers have recorded at the doors of its route so far.
  public var progress: RouteProgress?
  public var record: OccurrenceRecord?
  public var costs: [Cost]
  public var conflicts: [Conflict]
  public var today: LocalDate
  public var currency: Currency
}

/// Shows one occurrence of a campaign.
public enum ShowOccurrence {
  public static func run(
    _ id: OccurrenceID, of campaign: CampaignID, in context: ActionContext
  ) async throws(ActionError) -> OccurrenceView {
    try context.require(.seeCampaigns)
    let now = context.now
    let view = try await context.read { (tx) throws(StoreError) in
      try tx.occurrenceView(id, of: campaign, at: now)
    }
    guard let view else { throw .notFound("activity “\(id)” in the campaign “\(campaign)”") }
    return view
  }
}

extension Transaction {
  func occurrenceView(
    _ id: OccurrenceID, of campaignID: CampaignID, at now: Instant
  ) throws(StoreError) -> OccurrenceView? {
    guard let campaign = try document(Campaign.self, campaignID.text), let occurrence = try occurrence(id),
      occurrence.campaign == campaignID, let activity = campaign.activity(occurrence.activity),
      let card = try OccurrenceNaming(self).card(occurrence)
    else { return nil }
    let office = try office()
    let today = now.local(at: office.offset(at: now)).date
    let scene = try CampaignScene(campaign, today: today, in: self)
    let route = try route(of: id)
    let progress = try route.map { (route) throws(StoreError) in
      RouteProgress(doors: route.doors.count, visits: try visits(on: route.id))
    }
    return OccurrenceView(
      card: card, campaign: campaign, activity: activity,
      team: occurrence.assignments.map { .init(volunteer: $0.volunteer, name: scene.name($0.volunteer), status: $0.status) },
      resources: occurrence.resources.compactMap { scene.resources[$0] }, route: route?.id,
      doors: scene.doors[id] ?? 0, progress: progress, record: try record(of: id), costs: scene.costs.filter { $0.occurrence == id },
      conflicts: ConflictFinder(scene: scene).conflicts().filter { $0.concerns(id) }, today: today,
      currency: campaign.budget?.total.currency ?? office.currency)
  }
}

extension Conflict {
  /// About that occurrence, as the first or the second of two.
  func concerns(_ id: OccurrenceID) -> Bool {
    if occurrence == id { return true }
    switch cause {
    case .placeTwice(let other), .volunteerTwice(_, let other), .resourceTwice(_, let other): return other == id
    default: return false
    }
  }
}
