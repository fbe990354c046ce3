import Dispatch
import Domain
import Outbox
import Planning
import Storage
import Targeting

/// Gathers what the planner may know about a campaign.
struct PlanningLoader {
  private let id: CampaignID
  private let effort: PlanCampaign.Effort
  private let context: ActionContext

  init(_ id: CampaignID, _ effort: PlanCampaign.Effort, _ context: ActionContext) {
    self.id = id
    self.effort = effort
    self.context = context
  }

  func load() async throws(ActionError) -> PlanningProblem {
    let id = id
    let found = try await context.read { (tx) throws(StoreError) in try tx.document(Campaign.self, id.text) }
    guard let campaign = found else { throw .notFound("campaign “\(id)”") }
    let office = try await context.read { (tx) throws(StoreError) in try tx.office() }
    var problem = PlanningProblem(campaign: campaign, today: context.today(office), limits: limits)
    try await loadPeopleAndThings(&problem)
    try await loadPromises(&problem)
    try await loadAudience(&problem)
    return problem
  }

  private var limits: PlanningLimits {
    let start = DispatchTime.now().uptimeNanoseconds
    let nanoseconds = effort.seconds.map { UInt64($0 * 1e9) }
    return PlanningLimits(rounds: effort.rounds, seed: effort.seed) {
      nanoseconds.map { DispatchTime.now().uptimeNanoseconds - start > $0 } ?? false
    }
  }

  private func loadPeopleAndThings(_ problem: inout PlanningProblem) async throws(ActionError) {
    let campaign = problem.campaign
    let (volunteers, resources, calendars) = try await context.read { (tx) throws(StoreError) in
      (try tx.volunteers(), try tx.documents(Resource.self), try tx.documents(HolidayCalendar.self))
    }
    problem.volunteers = volunteers
    problem.resources = resources
    problem.holidays = Set(calendars.flatMap(\.holidays).map(\.date))
    let homes = volunteers.map(\.home) + resources.compactMap(\.place)
    problem.places = try await context.read { (tx) throws(StoreError) in
      try tx.places(under: campaign.places + campaign.activities.flatMap { $0.places ?? [] } + homes)
    }
  }

  /// What is past or confirmed here, and what people and things have promised to other campaigns.
  private func loadPromises(_ problem: inout PlanningProblem) async throws(ActionError) {
    let (campaign, today) = (problem.campaign, problem.today)
    let first = min(campaign.from, today)
    let (kept, others, routes) = try await context.read { (tx) throws(StoreError) in
      let kept = try tx.keptOccurrences(of: campaign.id)
      let past = try tx.occurrences(of: campaign.id).filter { one in
        one.date <= today && !kept.contains { $0.id == one.id }
      }
      let all = try tx.occurrences(from: first, to: campaign.to)
      return (kept + past, all.filter { $0.campaign != campaign.id }, try tx.routes(of: campaign.id))
    }
    problem.kept = kept
    let keptIDs = Set(kept.map(\.id))
    problem.keptRoutes = routes.filter { keptIDs.contains($0.occurrence) }
    problem.busy = others.filter { $0.status != .cancelled }.flatMap(Self.commitments)
  }

  private static func commitments(_ occurrence: Occurrence) -> [Commitment] {
    let window = TimeWindow(from: occurrence.start, to: occurrence.end)
    let people = occurrence.assignments.filter { $0.status != .declined && $0.status != .absent }
      .map { Commitment.Who.volunteer($0.volunteer) }
    return (people + occurrence.resources.map { .resource($0) }).map {
      Commitment(who: $0, date: occurrence.date, window: window, place: occurrence.place)
    }
  }

  /// Doors where the segment's people live, and addresses that its messages can reach.
  private func loadAudience(_ problem: inout PlanningProblem) async throws(ActionError) {
    let campaign = problem.campaign
    let households = try await context.read { (tx) throws(StoreError) in
      try tx.households(under: campaign.places).filter { !$0.doNotVisit }
    }
    problem.doors = try await doors(of: campaign.segment, among: households)
    for activity in campaign.activities {
      if activity.kind == .doorToDoor, let segment = activity.segment, segment != campaign.segment {
        problem.doorsOfActivity[activity.id] = try await doors(of: segment, among: households)
      }
      guard activity.kind.isMessage else { continue }
      problem.reachable[activity.id] = try await reachable(activity, of: campaign)
    }
  }

  private func doors(of segment: SegmentID, among households: [Household]) async throws(ActionError) -> [Household] {
    let selection = try await CountPeople.select(segment.text, in: context)
    let homes = selection.householdIDs
    return households.filter { homes.contains($0.id) }
  }

  private func reachable(_ activity: Activity, of campaign: Campaign) async throws(ActionError) -> [Place.Code: Int] {
    let selection = try await CountPeople.select((activity.segment ?? campaign.segment).text, in: context)
    let chosen = Set(selection.ids)
    let places = activity.places ?? campaign.places
    return try await context.read { (tx) throws(StoreError) in
      let channel: Channel? = try activity.channel.flatMap { (id) throws(StoreError) in try tx.document(Channel.self, id.text) }
      let (kind, purpose) = ChannelDesk.standard.needs(channel, calls: activity.kind == .call)
      let willing = try tx.citizens(consentingTo: purpose)
      let stopped = Set(try tx.citizensWhoOptedOut())
      var counts: [Place.Code: Int] = [:]
      try tx.eachCitizen(openingAddresses: false) { record in
        let id = record.citizen.id
        guard let village = record.citizen.village, places.contains(where: { $0.contains(village) }),
          record.addresses.contains(kind), chosen.contains(id), willing.contains(id), !stopped.contains(id)
        else { return }
        counts[village, default: 0] += 1
      }
      return counts
    }
  }
}

extension Planner {
  /// Plans on a thread of its own.
  static func detached(_ problem: PlanningProblem, _ done: @escaping @Sendable (Plan) -> Void) {
    DispatchQueue(label: "outreach.planner").async { done(plan(problem)) }
  }
}
