import Domain
import Planning

/// Doors, and the sums of the forecast.
extension PlanChecker {
  mutating func checkRoutes() {
    let doorActivities = problem.campaign.activities.filter { $0.kind == .doorToDoor }
    for route in plan.routes where !problem.keptRoutes.contains(route) {
      if route.id.text != "\(route.occurrence)-route" { fault("\(route.id) is a strange name") }
      if !new.contains(where: { $0.id == route.occurrence }) { fault("\(route.id) has no occurrence") }
    }
    for activity in doorActivities { check(doors: activity) }
  }

  private mutating func check(doors activity: Activity) {
    let work = activity.doors ?? DoorWork()
    let level = activity.each == .village ? Place.Level.village : .commune
    let codes = activity.places ?? problem.campaign.places
    let all = (problem.doorsOfActivity[activity.id] ?? problem.doors).filter { door in
      codes.contains { $0.contains(door.village) } && !door.doNotVisit
    }
    let known = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    var visits: [HouseholdID: Int] = [:]
    for occurrence in live where occurrence.activity == activity.id {
      let routes = plan.routes.filter { $0.occurrence == occurrence.id }
      for route in routes { route.doors.forEach { visits[$0, default: 0] += 1 } }
      guard !keptIDs.contains(occurrence.id) else { continue }
      if routes.count != 1 { fault("\(occurrence.id) has \(routes.count) routes") }
      for route in routes { check(route, of: occurrence, work, known) }
    }
    for (door, count) in visits where count > 1 { fault("\(door) is visited \(count) times by \(activity.id)") }
    for (place, doors) in Dictionary(grouping: all, by: { $0.village.ancestor(level)! }) {
      let wanted = Int(Double(doors.count) * work.share + 1e-9)
      let seen = doors.count { visits[$0.id] != nil }
      let told = plan.unserved.filter { $0.activity == activity.id && $0.place == place }.reduce(0) { $0 + $1.count }
      if seen + told < wanted { fault("\(activity.id) in \(place): \(seen) seen and \(told) told of \(wanted) doors") }
      if seen > wanted, problem.keptRoutes.isEmpty { fault("\(activity.id) in \(place): more doors than wanted") }
    }
  }

  private mutating func check(
    _ route: Route, of occurrence: Occurrence, _ work: DoorWork, _ known: [HouseholdID: Household]
  ) {
    let doors = route.doors.compactMap { known[$0] }
    if doors.isEmpty || doors.count != route.doors.count { fault("\(route.id) has no doors or strange ones") }
    if let place = occurrence.place, !doors.allSatisfy({ place.contains($0.village) }) { fault("\(route.id) strays") }
    let points = doors.compactMap(\.point)
    if points.count == doors.count {
      let stops = [route.meetingPoint] + points + [route.meetingPoint]
      let metres = zip(stops, stops.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1).value }
      if abs(metres - route.walking.value) > 0.01 { fault("\(route.id) is \(metres) m, not \(route.walking.value)") }
    }
    let minutes = route.walking.value / 75 + Double(doors.count * work.visitMinutes)
    if minutes > Double(work.shiftMinutes) + 1e-6 { fault("\(route.id) takes \(minutes) minutes") }
  }

  mutating func checkForecast() {
    for activity in problem.campaign.activities {
      let rows = plan.forecast.rows.filter { $0.activity == activity.id }
      let own = live.filter { $0.activity == activity.id }
      let isMessage = activity.kind == .message || activity.kind == .call
      if !isMessage, rows.reduce(0, { $0 + $1.occurrences }) != own.count { fault("forecast of \(activity.id): count") }
      if !isMessage, let people = activity.expects?.people,
        rows.reduce(0, { $0 + $1.people }) != people * own.count
      {
        fault("forecast of \(activity.id): people")
      }
      if Set(rows.map(\.district)).count != rows.count { fault("forecast of \(activity.id): a district twice") }
      for amount in rows.flatMap({ $0.cost + $0.inKind }) where amount.minor <= 0 {
        fault("forecast of \(activity.id): an amount of nothing")
      }
    }
  }
}
