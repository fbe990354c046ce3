import Domain
import Evaluation
import Storage

/// The answers from the doors of one campaign, by occurrence; for each door of a route only the latest.
struct DoorAnswers: Sendable {
  private(set) var visits: [OccurrenceID: [Visit]] = [:]

  init(_ tx: Transaction, _ campaign: Campaign) throws(StoreError) {
    let routes = try tx.routes(of: campaign.id)
    let occurrence = Dictionary(uniqueKeysWithValues: routes.map { ($0.id, $0.occurrence) })
    struct Door: Hashable {
      var route: RouteID
      var household: HouseholdID
    }
    var latest: [Door: Visit] = [:]
    for visit in try tx.visits(of: campaign.id) {
      latest[Door(route: visit.route, household: visit.household)] = visit
    }
    for visit in latest.values.sorted(by: { ($0.at, $0.id) < ($1.at, $1.id) }) {
      if let id = occurrence[visit.route] { visits[id, default: []].append(visit) }
    }
  }
}

extension ResultsOnRecord {
  /// Doors where somebody talked, and heads that were counted. Where the doors answered one by one, a head count of
  /// the same round would be the same people again and is passed over.
  mutating func addReach(
    of campaign: Campaign, _ records: [OccurrenceRecord], _ occurrences: [Occurrence], _ doors: DoorAnswers
  ) {
    let recorded = Dictionary(uniqueKeysWithValues: records.map { ($0.occurrence, $0) })
    for occurrence in occurrences {
      let activity = campaign.activity(occurrence.activity)
      guard activity?.kind.reachesCitizens ?? true else { continue }
      let belongs = belonging(campaign, activity, place: occurrence.place, date: occurrence.date)
      if let visits = doors.visits[occurrence.id] {
        let talked = visits.filter { $0.disposition == .talked }
        if !talked.isEmpty { reach.append(Self.entry(of: talked, belongs)) }
      } else if let record = recorded[occurrence.id], let people = record.participants {
        reach.append(Self.entry(of: record, people, activity?.kind, belongs))
      }
    }
  }

  private static func entry(of talked: [Visit], _ belongs: Attribution) -> ReachEntry {
    var entry = ReachEntry(
      .doorVisit, attendances: talked.count, contacts: talked.map { .household($0.household) }, belongs: belongs)
    for group in Group.allCases {
      let said = talked.compactMap { $0.groups[group] }
      if !said.isEmpty { entry.groups[group] = GroupTally(people: said.count { $0 }, recorded: said.count) }
    }
    return entry
  }

  private static func entry(
    of record: OccurrenceRecord, _ people: Int, _ kind: ActivityKind?, _ belongs: Attribution
  ) -> ReachEntry {
    let grade: ReachGrade =
      switch kind {
      case .spot, .post: .estimatedAudience
      case .doorToDoor: .doorVisit
      default: .countedHeads
      }
    var entry = ReachEntry(grade, attendances: people, belongs: belongs)
    for (group, count) in record.groups { entry.groups[group] = GroupTally(people: count, recorded: people) }
    return entry
  }
}
