public import Domain
import Planning
import Storage
import Synchronization

/// Makes a timetable, roster, routes and forecast for a campaign; a proposal that changes nothing until accepted.
public enum PlanCampaign {
  public struct Effort: Sendable {
    /// Wall time at most; nil: until the rounds are over.
    public var seconds: Double?
    public var rounds = 2_000
    public var seed: UInt64 = 1

    public init() {}
  }

  /// Throws ``ActionError/conflict(_:)`` when somebody changes the campaign meanwhile.
  public static func run(
    _ id: CampaignID, _ effort: Effort = Effort(), in context: ActionContext
  ) async throws(ActionError) -> Plan {
    try context.require(.planCampaigns)
    let revision = try await context.read { (tx) throws(StoreError) in try tx.revised(Campaign.self, id.text)?.revision }
    let problem = try await PlanningLoader(id, effort, context).load()
    let plan = await withCheckedContinuation { continuation in
      // Seconds of pure computing: on a thread of its own, so that pages and messages do not wait for it.
      Planner.detached(problem) { continuation.resume(returning: $0) }
    }
    let (now, by) = (context.now, context.principal.name)
    try await context.write { (tx) throws(StoreError) in
      // A plan for what the campaign no longer says would only mislead.
      guard try tx.revised(Campaign.self, id.text)?.revision == revision else {
        throw .conflict("The campaign “\(id)”")
      }
      try tx.propose(plan, at: now)
      try tx.audit("plan", "campaign \(id)", by: by, at: now, detail: "seed \(plan.seed), \(plan.rounds) rounds")
    }
    return plan
  }

  /// Makes the proposal hold. What people have confirmed stays as it is.
  public static func accept(_ id: CampaignID, in context: ActionContext) async throws(ActionError) {
    try context.require(.planCampaigns)
    let (now, by) = (context.now, context.principal.name)
    let accepted = try await context.write { (tx) throws(StoreError) -> Bool in
      guard try tx.document(Campaign.self, id.text) != nil else { throw .notFound("campaign “\(id)”") }
      guard try tx.accept(id, at: now) else { return false }
      try tx.audit("accept plan", "campaign \(id)", by: by, at: now)
      return true
    }
    guard accepted else {
      throw .refused("There is no new plan for the campaign “\(id)”. Make one first: outreach plan \(id)")
    }
  }
}
