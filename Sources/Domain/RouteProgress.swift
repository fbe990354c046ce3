/// How far a route has come, and whether its pace looks like real visits: what a coordinator follows from the office.
public struct RouteProgress: Hashable, Sendable {
  public let doors: Int
  /// Doors with at least one answer; the latest answer of each counts.
  public let done: Int
  public let results: [Disposition: Int]
  public let leaflets: Int
  public let lastAnswer: Instant?
  /// Median of the times between one person's answers at different doors; nil with fewer than five of them.
  public let secondsBetweenDoors: Int?

  /// `visits` are all events of the route, oldest first.
  public init(doors: Int, visits: [Visit]) {
    self.doors = doors
    let latest = Self.latest(visits)
    done = latest.count
    results = latest.values.reduce(into: [:]) { $0[$1.disposition, default: 0] += 1 }
    leaflets = latest.values.reduce(0) { $0 + $1.leaflets }
    lastAnswer = visits.map(\.at).max()
    secondsBetweenDoors = Self.pace(visits)
  }

  /// The answer that counts at each door.
  public static func latest(_ visits: [Visit]) -> [HouseholdID: Visit] {
    visits.reduce(into: [:]) { $0[$1.household] = $1 }
  }

  /// Doors where somebody was met, of those done; nil before the first.
  public var contactRate: Double? {
    guard done > 0 else { return nil }
    return Double(results.filter(\.key.isContact).values.reduce(0, +)) / Double(done)
  }

  /// Doors that need another visit.
  public var toVisitAgain: Int { results[.notHome, default: 0] + results[.comeBack, default: 0] }

  /// More than 90 % met (of ten doors or more), or less than 40 s between doors: worth a look, not a judgement.
  public var needsCheck: Bool {
    let tooGood = done >= 10 && (contactRate ?? 0) > 0.9
    let tooFast = secondsBetweenDoors.map { $0 < 40 } ?? false
    return tooGood || tooFast
  }

  /// Answers typed from paper name no volunteer and have no times of their own.
  private static func pace(_ visits: [Visit]) -> Int? {
    var gaps: [Double] = []
    var before: [VolunteerID: Visit] = [:]
    for visit in visits {
      guard let volunteer = visit.volunteer else { continue }
      if let last = before[volunteer], last.household != visit.household {
        gaps.append(visit.at.seconds(since: last.at))
      }
      before[volunteer] = visit
    }
    guard gaps.count >= 5 else { return nil }
    gaps.sort()
    let middle = gaps.count / 2
    return Int(gaps.count % 2 == 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2)
  }
}
