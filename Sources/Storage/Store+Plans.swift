public import Domain

/// An accepted plan, without its occurrences, which live on by themselves.
public struct AcceptedPlan: Sendable {
  public var campaign: CampaignID
  public var seed: UInt64
  public var rounds: Int
  public var unserved: [Unserved]
  public var forecast: Forecast
  public var acceptedAt: Instant
}

extension Transaction {
  /// Keeps the planner's proposal beside whatever was accepted before; it changes nothing else.
  public func propose(_ plan: Plan, at now: Instant) throws(StoreError) {
    try run(
      "INSERT OR REPLACE INTO proposals(campaign, body, created_at) VALUES(?, ?, ?)",
      [.text(plan.campaign.text), .text(try Self.encode(plan)), .integer(now.milliseconds)])
  }

  public func proposal(_ campaign: CampaignID) throws(StoreError) -> Plan? {
    try first("SELECT body FROM proposals WHERE campaign = ?", [.text(campaign.text)]) {
      (row) throws(StoreError) in try Self.decode(Plan.self, row.text(0))
    }
  }

  /// Makes the proposal hold: occurrences that people confirmed, held or called off stay as they are, the planned ones
  /// are replaced by the proposal's, and the proposal is gone. False when there is none.
  public func accept(_ campaign: CampaignID, at now: Instant) throws(StoreError) -> Bool {
    guard let plan = try proposal(campaign) else { return false }
    try run(
      "DELETE FROM occurrences WHERE campaign = ? AND status = 'planned' AND \(Self.untouched)", [.text(campaign.text)])
    let kept = Set(try occurrences(of: campaign).map(\.id))
    for occurrence in plan.occurrences where !kept.contains(occurrence.id) { try insert(occurrence, at: now) }
    for route in plan.routes where !kept.contains(route.occurrence) { try insert(route) }
    try run(
      """
      INSERT OR REPLACE INTO accepted_plans(campaign, seed, rounds, unserved, forecast, accepted_at)
      VALUES(?, ?, ?, ?, ?, ?)
      """,
      [
        .text(campaign.text), .integer(Int64(bitPattern: plan.seed)), Value(plan.rounds),
        .text(try Self.encode(plan.unserved)), .text(try Self.encode(plan.forecast)), .integer(now.milliseconds),
      ])
    try run("DELETE FROM proposals WHERE campaign = ?", [.text(campaign.text)])
    return true
  }

  /// Nobody has answered for it and nothing came of it yet.
  private static let untouched = """
    NOT EXISTS (SELECT 1 FROM assignments a WHERE a.occurrence = occurrences.id
      AND a.status IN ('confirmed', 'attended', 'absent'))
    AND NOT EXISTS (SELECT 1 FROM records r WHERE r.occurrence = occurrences.id)
    AND NOT EXISTS (SELECT 1 FROM routes t JOIN visits v ON v.route = t.id WHERE t.occurrence = occurrences.id)
    """

  /// Occurrences that a new plan must leave alone: confirmed, held, cancelled, or already touched by people.
  public func keptOccurrences(of campaign: CampaignID) throws(StoreError) -> [Occurrence] {
    try occurrences(
      where: "campaign = ? AND NOT (status = 'planned' AND \(Self.untouched))", [.text(campaign.text)])
  }

  public func acceptedPlan(_ campaign: CampaignID) throws(StoreError) -> AcceptedPlan? {
    try first(
      "SELECT seed, rounds, unserved, forecast, accepted_at FROM accepted_plans WHERE campaign = ?",
      [.text(campaign.text)]
    ) { (row) throws(StoreError) in
      AcceptedPlan(
        campaign: campaign, seed: UInt64(bitPattern: row.integer(0)), rounds: row.int(1),
        unserved: try Self.decode([Unserved].self, row.text(2)), forecast: try Self.decode(Forecast.self, row.text(3)),
        acceptedAt: Instant(milliseconds: row.integer(4)))
    }
  }
}
