public import Domain
import Storage

/// What takes place from day to day, in all campaigns.
public struct Agenda: Sendable {
  public let cards: [OccurrenceCard]
  public let holidays: [LocalDate: LocalizedText]
  public let campaigns: [Campaign]
  /// Only those that fall on the days shown.
  public let conflicts: [OccurrenceID: [Conflict]]

  /// Both days included; occurrences that were called off are left out.
  public static func run(
    from: LocalDate, to: LocalDate, in context: ActionContext
  ) async throws(ActionError) -> Agenda {
    try context.require(.seeCampaigns)
    let now = context.now
    return try await context.read { (tx) throws(StoreError) in
      let office = try tx.office()
      let today = now.local(at: office.offset(at: now)).date
      let naming = try OccurrenceNaming(tx)
      let found = try tx.occurrences(from: from, to: to).filter { $0.status != .cancelled }
      var conflicts: [OccurrenceID: [Conflict]] = [:]
      for id in Set(found.map(\.campaign)) {
        guard let campaign = naming.campaigns[id] else { continue }
        let scene = try CampaignScene(campaign, today: today, in: tx)
        for conflict in ConflictFinder(scene: scene).conflicts() {
          guard let date = conflict.date, date >= from, date <= to, let id = conflict.occurrence else { continue }
          conflicts[id, default: []].append(conflict)
        }
      }
      return Agenda(
        cards: found.compactMap(naming.card), holidays: try tx.holidays().filter { $0.key >= from && $0.key <= to },
        campaigns: naming.campaigns.values.sorted { $0.id < $1.id }, conflicts: conflicts)
    }
  }
}
