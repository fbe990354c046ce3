import Domain

/// The doors of one shift, before there is a day or a team for it.
struct CutRoute {
  let activity: Int
  let place: Place.Code?
  let doors: [Household]
  let meetingPoint: Coordinate
  let walking: Metres

  /// Language → doors where it is spoken, in the order of names.
  var languages: [(name: String, doors: Int)] {
    Dictionary(grouping: doors.compactMap(\.language)) { $0 }.map { ($0.key, $0.value.count) }.sorted { $0.0 < $1.0 }
  }
}

/// Cuts turfs into shifts: by the walking solver where doors have points, by their numbers where they have none.
struct ShiftCutter {
  /// Metres between two numbered doors of which no point is known.
  private static let metresBetweenDoors = 75.0

  private let problem: PlanningProblem
  private(set) var routes: [CutRoute] = []
  private(set) var unserved: [Unserved] = []

  init(_ problem: PlanningProblem, _ turfs: [Turf]) {
    self.problem = problem
    for turf in turfs {
      let work = problem.campaign.activities[turf.activity].doors ?? DoorWork()
      cutByPoints(turf, work)
      cutByNumbers(turf, work)
    }
  }

  private mutating func cutByPoints(_ turf: Turf, _ work: DoorWork) {
    let doors = turf.doors.filter { $0.point != nil }
    guard !doors.isEmpty else { return }
    let walk = RouteProblem(
      doors: doors.map { .init(point: $0.point!, visitMinutes: Double(work.visitMinutes), brochures: work.leaflets) },
      meetingPoint: nil, shiftMinutes: Double(work.shiftMinutes))
    var limits = problem.limits
    limits.rounds = min(limits.rounds, 200 + 8 * doors.count)
    let solution = RouteSolver.solve(walk, limits: limits)
    routes += solution.routes.map { route in cutRoute(turf, route.map { doors[$0] }) }
    tooLong(turf, solution.unreached.count)
  }

  /// Turns the round so that it begins at the door nearest to its middle, where the team meets.
  private func cutRoute(_ turf: Turf, _ doors: [Household]) -> CutRoute {
    let points = doors.compactMap(\.point)
    let center = Self.center(points)
    let start = points.indices.min { points[$0].distance(to: center) < points[$1].distance(to: center) }!
    let round = Array(doors[start...] + doors[..<start])
    let ends = round.compactMap(\.point)
    let metres = zip(ends, ends.dropFirst() + [ends[0]]).reduce(0) { $0 + $1.0.distance(to: $1.1).value }
    return CutRoute(
      activity: turf.activity, place: turf.place, doors: round, meetingPoint: ends[0], walking: Metres(metres))
  }

  private mutating func cutByNumbers(_ turf: Turf, _ work: DoorWork) {
    let doors = turf.doors.filter { $0.point == nil }
    let walkMinutes = Self.metresBetweenDoors / RouteProblem.walkingSpeed
    let perShift = Int(Double(work.shiftMinutes) / (Double(work.visitMinutes) + walkMinutes))
    guard perShift > 0 else { return tooLong(turf, doors.count) }
    let byVillage = Dictionary(grouping: doors, by: \.village)
    for village in byVillage.keys.sorted() {
      let numbered = byVillage[village]!.sorted(by: Household.asNumbered)
      guard let point = meetingPoint(village) else {
        unserved.append(missingPoint(turf, numbered.count))
        continue
      }
      for first in stride(from: 0, to: numbered.count, by: perShift) {
        let shift = Array(numbered[first..<min(first + perShift, numbered.count)])
        routes.append(
          CutRoute(
            activity: turf.activity, place: turf.place, doors: shift, meetingPoint: point,
            walking: Metres(Self.metresBetweenDoors * Double(shift.count))))
      }
    }
  }

  /// The middle of the village's known doors, else the point of the village or of what is around it.
  private func meetingPoint(_ village: Place.Code) -> Coordinate? {
    let known = problem.doors.filter { $0.village == village }.sorted(by: Household.asNumbered).compactMap(\.point)
    if !known.isEmpty { return Self.center(known) }
    let levels: [Place.Level] = [.village, .commune, .district]
    return levels.lazy.compactMap { village.ancestor($0) }
      .compactMap { code in problem.places.first { $0.code == code }?.point }.first
  }

  private func missingPoint(_ turf: Turf, _ count: Int) -> Unserved {
    let id = problem.campaign.activities[turf.activity].id
    return Unserved(activity: id, place: turf.place, reason: .noCoordinates, count: count)
  }

  /// A visit longer than a shift fits into no day.
  private mutating func tooLong(_ turf: Turf, _ count: Int) {
    guard count > 0 else { return }
    let id = problem.campaign.activities[turf.activity].id
    unserved.append(
      Unserved(activity: id, place: turf.place, reason: .noDayInWindow, missing: "shift", count: count))
  }

  private static func center(_ points: [Coordinate]) -> Coordinate {
    let count = Double(points.count)
    return Coordinate(
      latitude: points.reduce(0) { $0 + $1.latitude } / count,
      longitude: points.reduce(0) { $0 + $1.longitude } / count)
  }
}
