import Domain
import Planning

/// Looks for what is wrong in a plan, from the problem alone: it shares no code with the planner.
struct PlanChecker {
  let problem: PlanningProblem
  let plan: Plan
  private(set) var faults: [String] = []

  static func faults(_ problem: PlanningProblem, _ plan: Plan) -> [String] {
    var checker = PlanChecker(problem: problem, plan: plan)
    checker.keepsWhatWasKept()
    checker.names()
    for occurrence in checker.new { checker.check(occurrence) }
    checker.everythingIsPlacedOrTold()
    checker.nobodyTwice()
    checker.weeklyHours()
    checker.checkRoutes()
    checker.checkForecast()
    return checker.faults
  }

  mutating func fault(_ text: String) { faults.append(text) }

  var keptIDs: Set<OccurrenceID> { Set(problem.kept.map(\.id)) }
  var new: [Occurrence] { plan.occurrences.filter { !keptIDs.contains($0.id) } }
  var live: [Occurrence] { plan.occurrences.filter { $0.status != .cancelled } }

  func activity(_ occurrence: Occurrence) -> Activity? { problem.campaign.activity(occurrence.activity) }

  func isTimed(_ activity: Activity) -> Bool {
    activity.at != nil || ((activity.kind == .message || activity.kind == .call) && activity.repeats == nil)
  }

  func people(_ occurrence: Occurrence) -> [VolunteerID] {
    occurrence.assignments.filter { $0.status != .declined && $0.status != .absent }.map(\.volunteer)
  }

  // MARK: What stays

  private mutating func keepsWhatWasKept() {
    for kept in problem.kept where !plan.occurrences.contains(kept) { fault("\(kept.id) was kept and is changed") }
    for kept in problem.keptRoutes where !plan.routes.contains(kept) {
      fault("route \(kept.id) was kept and is changed")
    }
  }

  private mutating func names() {
    if Set(plan.occurrences.map(\.id)).count != plan.occurrences.count { fault("two occurrences have one name") }
    if Set(plan.routes.map(\.id)).count != plan.routes.count { fault("two routes have one name") }
    for occurrence in new {
      let place = occurrence.place?.text ?? "all"
      let stem = "\(problem.campaign.id)-\(occurrence.activity)-\(place)-"
      if !occurrence.id.text.hasPrefix(stem) || Int(occurrence.id.text.dropFirst(stem.utf8.count)) == nil {
        fault("\(occurrence.id) is a strange name")
      }
      if !occurrence.id.isDocumentID { fault("\(occurrence.id) is no document id") }
    }
  }

  // MARK: One occurrence

  mutating func check(_ occurrence: Occurrence) {
    guard let activity = activity(occurrence) else { return fault("\(occurrence.id) has no activity") }
    if occurrence.status != .planned { fault("\(occurrence.id) is not just planned") }
    if isTimed(activity) { return checkTimed(occurrence, activity) }
    checkTime(occurrence, activity)
    checkOrder(occurrence, activity)
    checkTeam(occurrence, activity)
    checkThings(occurrence, activity)
  }

  private mutating func checkTime(_ occurrence: Occurrence, _ activity: Activity) {
    let from = activity.from ?? problem.campaign.from
    let to = activity.to ?? problem.campaign.to
    if occurrence.date < from || occurrence.date > to { fault("\(occurrence.id) is outside its dates") }
    if occurrence.date <= problem.today { fault("\(occurrence.id) is too soon") }
    if problem.holidays.contains(occurrence.date) { fault("\(occurrence.id) is on a holiday") }
    if let days = activity.weekdays, !days.contains(occurrence.date.weekday) { fault("\(occurrence.id): weekday") }
    let window = activity.between ?? problem.officeHours ?? TimeWindow("07:00-17:00")!
    if occurrence.start < window.from || occurrence.end > window.to { fault("\(occurrence.id) is outside \(window)") }
    let minutes = activity.kind == .doorToDoor ? activity.doors?.shiftMinutes ?? 180 : activity.minutes ?? 60
    if occurrence.minutes != minutes { fault("\(occurrence.id) lasts \(occurrence.minutes)") }
  }

  private mutating func checkTimed(_ occurrence: Occurrence, _ activity: Activity) {
    if occurrence.date < problem.today { fault("\(occurrence.id) is in the past") }
    let moment = LocalDateTime(date: occurrence.date, time: occurrence.start)
    if let last = activity.notAfter, last < moment { fault("\(occurrence.id) is after notAfter") }
    if activity.kind == .message, problem.campaign.quietHours?.contains(occurrence.start) ?? false {
      fault("\(occurrence.id) is in the quiet hours")
    }
    guard case .before(let days, let other) = activity.at else { return }
    let dates = live.filter { $0.activity == other && $0.place == occurrence.place }.map(\.date)
    guard let first = dates.min() else { return fault("\(occurrence.id) is before nothing") }
    if occurrence.date != max(first - days, problem.today), problem.campaign.quietHours == nil {
      fault("\(occurrence.id) is not \(days) days before \(first)")
    }
  }

  // MARK: Order

  private mutating func checkOrder(_ occurrence: Occurrence, _ activity: Activity) {
    guard let after = activity.after else { return }
    let all = live.filter { $0.activity == after.activity }
    var groups = Dictionary(grouping: all, by: \.place)
    if let place = occurrence.place {
      let same = groups.filter { $0.key == place }
      let around = groups.filter { $0.key.map { $0 != place && $0.contains(place) } ?? false }
      let inside = groups.filter { $0.key.map { $0 != place && place.contains($0) } ?? false }
      let longest = around.max { $0.key! < $1.key! }
      let elsewhere = inside.isEmpty ? groups.filter { $0.key == nil } : inside
      groups = !same.isEmpty ? same : longest.map { [$0.key: $0.value] } ?? elsewhere
    }
    if groups.isEmpty { fault("\(occurrence.id) comes after nothing") }
    for (place, group) in groups {
      let ends = group.map { LocalDateTime(date: $0.date, time: $0.end) }
      let isOfDoors = problem.campaign.activity(after.activity)?.kind == .doorToDoor
      guard let end = isOfDoors ? ends.max() : ends.min() else { continue }
      let start = LocalDateTime(date: occurrence.date, time: occurrence.start)
      if start.date < end.date + after.days || start < end {
        fault("\(occurrence.id) is too early after \(after.activity) in \(place?.text ?? "all")")
      }
    }
  }

  // MARK: People

  private mutating func checkTeam(_ occurrence: Occurrence, _ activity: Activity) {
    let ids = people(occurrence)
    if Set(ids).count != ids.count { fault("\(occurrence.id) names somebody twice") }
    let team = ids.compactMap { id in problem.volunteers.first { $0.id == id } }
    if team.count != ids.count { fault("\(occurrence.id) names somebody unknown") }
    checkSize(occurrence, activity, team)
    let isOfDoors = activity.kind == .doorToDoor
    if team.count(where: \.experienced) < max(activity.needs.experienced, isOfDoors ? 1 : 0) {
      fault("\(occurrence.id) lacks experience")
    }
    for (skill, count) in activity.needs.skills where team.count(where: { $0.skills.contains(skill) }) < count {
      fault("\(occurrence.id) lacks \(skill)")
    }
    for (language, count) in activity.needs.languages
    where team.count(where: { $0.languages.contains(language) }) < count {
      fault("\(occurrence.id) lacks speakers of \(language)")
    }
    for person in team {
      if !person.availability.isFree(on: occurrence.date, from: occurrence.start, to: occurrence.end) {
        fault("\(occurrence.id): \(person.id) is not free")
      }
      if let kilometres = kilometres(person.home, occurrence.place), kilometres > person.maxKilometres {
        fault("\(occurrence.id): \(person.id) lives too far away")
      }
      if isOfDoors, !isTrained(person.id, before: occurrence.date) {
        fault("\(occurrence.id): \(person.id) has no training")
      }
    }
  }

  private mutating func checkSize(_ occurrence: Occurrence, _ activity: Activity, _ team: [Volunteer]) {
    let hasDoors = problem.campaign.activities.contains { $0.kind == .doorToDoor }
    let named = [activity.needs.experienced] + activity.needs.skills.values + activity.needs.languages.values
    let isOfDoors = activity.kind == .doorToDoor
    let size = max(isOfDoors ? activity.doors?.team ?? 2 : activity.needs.volunteers, named.max() ?? 0)
    if activity.kind == .training, hasDoors {
      let most = max(size, activity.expects?.people ?? problem.volunteers.count)
      if team.count < size || team.count > most { fault("\(occurrence.id) has \(team.count) people") }
    } else if team.count != max(size, isOfDoors ? 1 : 0) {
      fault("\(occurrence.id) has \(team.count) people instead of \(size)")
    }
  }

  private func isTrained(_ id: VolunteerID, before date: LocalDate) -> Bool {
    let trainings = problem.campaign.activities.filter { $0.kind == .training }.map(\.id)
    return trainings.isEmpty
      || live.contains { trainings.contains($0.activity) && $0.date < date && people($0).contains(id) }
  }

  // MARK: Things

  private mutating func checkThings(_ occurrence: Occurrence, _ activity: Activity) {
    let things = occurrence.resources.compactMap { id in problem.resources.first { $0.id == id } }
    if things.count != occurrence.resources.count || Set(occurrence.resources).count != things.count {
      fault("\(occurrence.id) names things that are not there or twice")
    }
    let counts = Dictionary(grouping: things, by: \.kind).mapValues(\.count)
    if counts != activity.needs.resources.filter({ $0.value > 0 }) {
      fault("\(occurrence.id) has other things: \(counts)")
    }
    for thing in things {
      if !thing.availability.isFree(on: occurrence.date, from: occurrence.start, to: occurrence.end) {
        fault("\(occurrence.id): \(thing.id) is not free")
      }
      if let capacity = thing.capacity, capacity < activity.expects?.people ?? 0 {
        fault("\(occurrence.id): \(thing.id) is too small")
      }
      guard let own = thing.place, let place = occurrence.place else { continue }
      let isVenue = thing.capacity != nil || thing.kind == "venue"
      if !own.contains(place), !(isVenue && place.contains(own)) { fault("\(occurrence.id): \(thing.id) is elsewhere") }
    }
  }
}
