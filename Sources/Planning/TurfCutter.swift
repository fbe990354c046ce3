import Domain

/// The doors of one activity in one place, before they are cut into shifts.
struct Turf {
  let activity: Int
  let place: Place.Code?
  let doors: [Household]
}

/// Says which doors are to be visited and divides them by place.
struct TurfCutter {
  private(set) var turfs: [Turf] = []
  /// Places in which an activity finds no door at all.
  private(set) var empty: [Unserved] = []

  init(_ problem: PlanningProblem) {
    for (index, activity) in problem.campaign.activities.enumerated()
    where activity.kind == .doorToDoor && !activity.isTimed {
      cut(index, activity, problem)
    }
  }

  private mutating func cut(_ index: Int, _ activity: Activity, _ problem: PlanningProblem) {
    let scope = Scope(activity, in: problem)
    // Nobody walks a whole district in one shift: teams belong to a commune, or to a village if the file says so.
    let level = activity.each.map { max($0, .commune) } ?? .commune
    let doors = (problem.doorsOfActivity[activity.id] ?? problem.doors)
      .filter { scope.contains($0.village) && !$0.doNotVisit }
    let byPlace = Dictionary(grouping: doors) { $0.village.ancestor(level) ?? $0.village }
    let done = Self.visited(activity, problem)
    for place in byPlace.keys.sorted() {
      let chosen = Self.share(byPlace[place]!, (activity.doors ?? DoorWork()).share).filter { !done.contains($0.id) }
      if !chosen.isEmpty { turfs.append(Turf(activity: index, place: place, doors: chosen)) }
    }
    let expected: [Place.Code?] = activity.each == nil ? (doors.isEmpty ? [scope.single] : []) : scope.places(at: level)
    for place in expected where !byPlace.keys.contains(where: { place?.contains($0) ?? true }) {
      empty.append(Unserved(activity: activity.id, place: place, reason: .noDoors, count: 0))
    }
  }

  /// Doors of kept routes are visited already, or will be.
  private static func visited(_ activity: Activity, _ problem: PlanningProblem) -> Set<HouseholdID> {
    let standing = Set(problem.kept.filter { $0.activity == activity.id && $0.status != .cancelled }.map(\.id))
    return Set(problem.keptRoutes.filter { standing.contains($0.occurrence) }.flatMap(\.doors))
  }

  /// Evenly spread over the order in which the doors are numbered: fair to every street, and the same each time.
  private static func share(_ doors: [Household], _ share: Double) -> [Household] {
    let ordered = doors.sorted(by: Household.asNumbered)
    let wanted = { (count: Int) in Int(Double(count) * min(max(share, 0), 1) + 1e-9) }
    return ordered.indices.filter { wanted($0 + 1) > wanted($0) }.map { ordered[$0] }
  }
}

extension Household {
  /// Village, group of houses, number on the door: the order in which one would walk without a map.
  static func asNumbered(_ a: Household, _ b: Household) -> Bool {
    if a.village != b.village { return a.village < b.village }
    let (first, second) = ((a.group ?? .max, a.door ?? .max), (b.group ?? .max, b.door ?? .max))
    return first != second ? first < second : a.id < b.id
  }
}
