public import Domain
import Storage

/// What people and the program did to a campaign, newest first.
public enum CampaignHistory {
  /// One line of the audit trail, as far as a campaign's page shows it.
  public struct Line: Sendable {
    public var at: LocalDateTime
    public var who: String
    public var action: String
    public var detail: String
  }

  public static func run(
    _ id: CampaignID, limit: Int = 200, in context: ActionContext
  ) async throws(ActionError) -> (campaign: Campaign, lines: [Line]) {
    let campaign = try await ShowCampaign.run(id, in: context).campaign
    let lines = try await context.read { (tx) throws(StoreError) in
      let office = try tx.office()
      return try tx.auditEntries(about: ["campaign \(id)", "campaign/\(id)"], limit: limit).map {
        Line(at: $0.at.local(at: office.offset(at: $0.at)), who: $0.who, action: $0.action, detail: $0.detail)
      }
    }
    return (campaign, lines)
  }
}
