import Domain

/// Writes the finished timetable down as a plan.
struct PlanWriter {
  private let timetable: Timetable
  private let routes: [CutRoute]
  private let problem: PlanningProblem

  init(_ timetable: Timetable, _ routes: [CutRoute]) {
    self.timetable = timetable
    self.routes = routes
    problem = timetable.frame.problem
  }

  func plan(unserved early: [Unserved]) -> Plan {
    var plan = Plan(campaign: problem.campaign.id, seed: problem.limits.seed)
    plan.routes = problem.keptRoutes
    var names = OccurrenceNames(problem)
    var new: [Occurrence] = []
    for index in inOrderOfTime() {
      let occurrence = occurrence(index, &names)
      new.append(occurrence)
      if let route = timetable.jobs[index].route { plan.routes.append(self.route(routes[route], occurrence.id)) }
    }
    let timed = SendTimes(problem, others: problem.kept + new)
    new += timed.occurrences.map { occurrence in
      var named = occurrence
      named.id = names.name(occurrence.activity, occurrence.place)
      return named
    }
    plan.occurrences = (problem.kept + new).sorted {
      $0.date != $1.date ? $0.date < $1.date : ($0.start, $0.id) < ($1.start, $1.id)
    }
    plan.unserved = merged(early + unplaced() + timed.unserved)
    plan.forecast = ForecastBuilder.forecast(problem, plan)
    return plan
  }

  private func inOrderOfTime() -> [Int] {
    timetable.jobs.indices.filter { timetable.placements[$0] != nil }.sorted { a, b in
      let (first, second) = (timetable.placements[a]!, timetable.placements[b]!)
      return (first.day, first.start, a) < (second.day, second.start, b)
    }
  }

  private func occurrence(_ index: Int, _ names: inout OccurrenceNames) -> Occurrence {
    let job = timetable.jobs[index]
    let placement = timetable.placements[index]!
    let activity = timetable.activity(job).id
    var occurrence = Occurrence(
      id: names.name(activity, job.place), campaign: problem.campaign.id, activity: activity,
      date: timetable.frame.date(placement.day), start: TimeOfDay(minutes: placement.start))
    occurrence.place = job.place
    occurrence.minutes = job.minutes
    occurrence.resources = placement.things.map { timetable.frame.resources[$0].id }
    occurrence.assignments = placement.team.map { Assignment(volunteer: timetable.frame.volunteers[$0].id) }
    return occurrence
  }

  private func route(_ cut: CutRoute, _ occurrence: OccurrenceID) -> Route {
    Route(
      id: OccurrenceNames.route(occurrence), occurrence: occurrence, meetingPoint: cut.meetingPoint,
      doors: cut.doors.map(\.id), walking: cut.walking)
  }

  /// Shifts of one place differ in nothing but their doors, so one of them is looked into for all.
  private func unplaced() -> [Unserved] {
    let left = timetable.jobs.indices.filter { timetable.placements[$0] == nil }
    let finder = DayFinder(timetable)
    var ofSeries: [Int: Unserved] = [:]
    return left.map { index in
      let job = timetable.jobs[index]
      guard let route = job.route else { return finder.explain(index) }
      var found = ofSeries[job.series] ?? finder.explain(index)
      ofSeries[job.series] = found
      found.count = routes[route].doors.count
      return found
    }
  }

  /// One line for each activity, place and reason, with the earliest of the nearest days.
  private func merged(_ all: [Unserved]) -> [Unserved] {
    var lines: [Unserved] = []
    for item in all {
      let same = lines.firstIndex {
        $0.activity == item.activity && $0.place == item.place && $0.reason == item.reason && $0.missing == item.missing
      }
      guard let same else {
        lines.append(item)
        continue
      }
      lines[same].count += item.count
      lines[same].nearest = [lines[same].nearest, item.nearest].compactMap { $0 }.min()
    }
    let order = Dictionary(problem.campaign.activities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: min)
    return lines.enumerated().sorted { a, b in
      let (first, second) = (order[a.element.activity] ?? 0, order[b.element.activity] ?? 0)
      if first != second { return first < second }
      if a.element.place != b.element.place { return Place.Code.inOrder(a.element.place, b.element.place) }
      return a.offset < b.offset
    }.map(\.element)
  }
}
