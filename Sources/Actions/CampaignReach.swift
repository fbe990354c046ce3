public import Domain
import Storage

/// How many people a campaign has met so far, as counted: heads at events and people at doors. A group is counted only
/// where somebody wrote it down. Whoever came twice counts twice here; the results page tells people apart.
public struct CampaignReach: Sendable {
  /// Participants of recorded events and doors at which somebody was met.
  public let people: Int
  /// By group, of those of whom it was recorded.
  public let groups: [Group: Int]
  public let events: Int
  public let questionsAsked: Int
  public let questionsAnswered: Int

  init(_ campaign: Campaign, _ tx: Transaction) throws(StoreError) {
    let records = try tx.records(of: campaign.id)
    // For a door the latest answer counts.
    var doors: [HouseholdID: Visit] = [:]
    for visit in try tx.visits(of: campaign.id) { doors[visit.household] = visit }
    let met = doors.values.filter { $0.disposition == .talked }
    people = records.reduce(0) { $0 + ($1.participants ?? 0) } + met.count
    var groups: [Group: Int] = [:]
    for record in records { groups.merge(record.groups) { $0 + $1 } }
    for visit in met {
      for (group, belongs) in visit.groups where belongs { groups[group, default: 0] += 1 }
    }
    self.groups = groups
    events = records.count
    questionsAsked = records.reduce(0) { $0 + ($1.questionsAsked ?? 0) }
    questionsAnswered = records.reduce(0) { $0 + ($1.questionsAnswered ?? 0) }
  }
}
