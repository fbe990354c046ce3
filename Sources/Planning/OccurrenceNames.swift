import Domain

/// Names new occurrences by campaign, activity, place and number, and never takes the name of a kept one.
struct OccurrenceNames {
  private let campaign: CampaignID
  private var taken: Set<OccurrenceID>
  private var counts: [String: Int] = [:]

  init(_ problem: PlanningProblem) {
    campaign = problem.campaign.id
    taken = Set(problem.kept.map(\.id)).union(problem.keptRoutes.map(\.occurrence))
  }

  mutating func name(_ activity: ActivityID, _ place: Place.Code?) -> OccurrenceID {
    let stem = Self.stem("\(campaign)-\(activity)", "-\(place?.text ?? "all")")
    while true {
      counts[stem, default: 0] += 1
      let id = OccurrenceID("\(stem)-\(counts[stem]!)")
      if taken.insert(id).inserted { return id }
    }
  }

  static func route(_ occurrence: OccurrenceID) -> RouteID { RouteID("\(occurrence)-route") }

  /// Ids of documents have at most 64 characters, of which a number and "-route" need some. Longer ones are cut and
  /// marked by a checksum (FNV-1a), so that two long names stay two.
  private static func stem(_ front: String, _ back: String) -> String {
    let room = 64 - "-99999-route".utf8.count - back.utf8.count
    guard front.utf8.count > room else { return front + back }
    let sum = front.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    let mark = String(sum, radix: 36)
    return "\(front.prefix(room - mark.utf8.count - 1))-\(mark)\(back)"
  }
}
