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
    /// The occurrence that the detail begins with, when it does.
    public var card: OccurrenceCard?

    /// The detail without the id of its occurrence.
    public var rest: String {
      card == nil ? detail : String(detail.dropFirst(card?.id.text.count ?? 0))
    }
  }

  /// What people do to a sending, and what the program does to it by itself.
  public static let sendingActions: Set<String> = ["launch", "approve", "pause", "resume", "cancel", "resend"]

  public static func run(
    _ id: CampaignID, limit: Int = 200, in context: ActionContext
  ) async throws(ActionError) -> (view: CampaignView, lines: [Line]) {
    let view = try await ShowCampaign.run(id, in: context)
    let lines = try await context.read { (tx) throws(StoreError) in
      let office = try tx.office()
      let naming = try OccurrenceNaming(tx)
      var lines: [Line] = []
      for entry in try tx.auditEntries(about: ["campaign \(id)", "campaign/\(id)"], limit: limit) {
        let word = entry.detail.prefix { $0 != "," && $0 != " " }
        let about = word.isEmpty ? nil : try tx.occurrence(OccurrenceID(String(word)))
        lines.append(
          Line(
            at: entry.at.local(at: office.offset(at: entry.at)), who: entry.who, action: entry.action,
            detail: entry.detail, card: about.flatMap(naming.card)))
      }
      return lines
    }
    return (view, lines)
  }
}
