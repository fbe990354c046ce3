public import Domain
import Storage

/// Says why a person did or did not get a campaign's messages.
public enum ExplainDelivery {
  /// One line for each of the campaign's message activities.
  public struct Line: Sendable, Codable, Equatable {
    public var activity: String
    /// A state of `status`, "leftOut", or "notSelected".
    public var outcome: String
    public var reason: String?
    public var attempts: [Attempt]
  }

  /// One time that the message was handed to a provider.
  public struct Attempt: Sendable, Codable, Equatable {
    public var at: String
    public var outcome: String
    public var words: String
  }

  public static func run(
    _ citizen: CitizenID, _ id: CampaignID, in context: ActionContext
  ) async throws(ActionError) -> [Line] {
    try context.require(.seePeople)
    let area = context.principal.area
    return try await context.read { (tx) throws(StoreError) in
      guard let campaign = try tx.document(Campaign.self, id.text) else { throw .notFound("campaign “\(id)”") }
      // Who may not see the person learns nothing but that.
      guard let record = try tx.citizen(citizen), Self.isInside(record.citizen, area) else {
        throw .notFound("citizen “\(citizen)”")
      }
      let found = try tx.messages(to: citizen, in: id)
      var lines: [Line] = []
      for activity in campaign.activities where activity.kind.isMessage {
        lines.append(try line(activity.id, found, tx))
      }
      return lines
    }
  }

  private static func isInside(_ citizen: Citizen, _ area: Place.Code?) -> Bool {
    guard let area else { return true }
    return citizen.village.map { area.contains($0) } ?? false
  }

  private static func line(
    _ activity: ActivityID, _ found: (messages: [StoredMessage], leftOut: [(ActivityID, String)]), _ tx: Transaction
  ) throws(StoreError) -> Line {
    if let stored = found.messages.first(where: { $0.message.activity == activity }) {
      let attempts = try tx.attempts(of: stored).map { attempt in
        Attempt(at: attempt.at.iso8601, outcome: attempt.outcome ?? "underWay", words: attempt.words)
      }
      return Line(
        activity: activity.text, outcome: stored.message.delivery.state.rawValue,
        reason: stored.reason?.rawValue, attempts: attempts)
    }
    if let reason = found.leftOut.first(where: { $0.0 == activity })?.1 {
      return Line(activity: activity.text, outcome: "leftOut", reason: reason, attempts: [])
    }
    return Line(activity: activity.text, outcome: "notSelected", reason: nil, attempts: [])
  }
}
