import Domain

/// Turns activities into the jobs that the plan owes: recurrences into days, levels into places, doors into shifts.
struct JobExpander {
  let frame: PlanningFrame
  private(set) var jobs: [Job] = []
  private(set) var series: [Series] = []
  private let needs: NeedCompiler

  init(_ frame: PlanningFrame, routes: [CutRoute]) {
    self.frame = frame
    needs = NeedCompiler(frame)
    for (index, activity) in frame.problem.campaign.activities.enumerated() where !activity.isTimed {
      if activity.kind == .doorToDoor {
        expandDoors(index, activity, routes)
      } else {
        expand(index, activity)
      }
    }
    addKeptOnlySeries()
    Precedence(frame).link(&jobs, &series)
  }

  private mutating func expand(_ index: Int, _ activity: Activity) {
    let calendar = CandidateDays(frame, activity)
    for place in Scope(activity, in: frame.problem).series(activity.each) {
      var wanted = calendar.wanted
      consume(&wanted, kept: keptDays(activity, place))
      add(wanted.map { job(index, activity, place, $0) }, index, place)
    }
  }

  private mutating func expandDoors(_ index: Int, _ activity: Activity, _ routes: [CutRoute]) {
    let calendar = CandidateDays(frame, activity)
    let own = routes.indices.filter { routes[$0].activity == index }
    for place in Set(own.map { routes[$0].place }).sorted(by: Place.Code.inOrder) {
      let shifts = own.filter { routes[$0].place == place }.map { route in
        var job = job(index, activity, place, CandidateDays.Wanted(nominal: nil, days: calendar.any))
        job.route = route
        job.languages = routes[route].languages
        return job
      }
      add(shifts, index, place)
    }
  }

  private func job(_ index: Int, _ activity: Activity, _ place: Place.Code?, _ wanted: CandidateDays.Wanted) -> Job {
    let minutes = activity.plannedMinutes
    return Job(
      activity: index, place: place, site: frame.travel.index(place), nominal: wanted.nominal, days: wanted.days,
      starts: needs.starts(activity, minutes: minutes), minutes: minutes, team: needs.team(activity, place),
      things: needs.things(activity, place))
  }

  private mutating func add(_ new: [Job], _ activity: Int, _ place: Place.Code?) {
    let isOfDoors = frame.problem.campaign.activities[activity].kind == .doorToDoor
    var group = Series(activity: activity, place: place, waitsForAll: isOfDoors)
    group.jobs = Array(jobs.count..<(jobs.count + new.count))
    group.kept = keptEnds(frame.problem.campaign.activities[activity], place)
    jobs += new.map { job in
      var job = job
      job.series = series.count
      return job
    }
    series.append(group)
  }

  /// Series of which everything is kept, so that what comes after them still finds them.
  private mutating func addKeptOnlySeries() {
    for (index, activity) in frame.problem.campaign.activities.enumerated() {
      let places = Set(frame.problem.kept.filter { $0.activity == activity.id }.map(\.place))
      for place in places.sorted(by: Place.Code.inOrder)
      where !series.contains(where: { $0.activity == index && $0.place == place }) {
        add([], index, place)
      }
    }
  }

  private func keptEnds(_ activity: Activity, _ place: Place.Code?) -> [(day: Int, end: Int)] {
    frame.problem.kept.filter { $0.activity == activity.id && $0.place == place && $0.status != .cancelled }
      .map { ($0.date - frame.firstDay, $0.start.minutes + $0.minutes) }.sorted { $0 < $1 }
  }

  /// A cancelled occurrence counts too: it was called off, and the plan does not put it back.
  private func keptDays(_ activity: Activity, _ place: Place.Code?) -> [Int] {
    frame.problem.kept.filter { $0.activity == activity.id && $0.place == place }
      .map { $0.date - frame.firstDay }.sorted()
  }

  /// Each kept occurrence stands for the wanted one nearest to it.
  private func consume(_ wanted: inout [CandidateDays.Wanted], kept: [Int]) {
    for day in kept {
      let nearest = wanted.indices.min { distance(wanted[$0], day) < distance(wanted[$1], day) }
      if let nearest { wanted.remove(at: nearest) }
    }
  }

  private func distance(_ wanted: CandidateDays.Wanted, _ day: Int) -> Int { wanted.nominal.map { abs($0 - day) } ?? 0 }
}

extension Activity {
  /// Its moment is told by `at`, so nothing has to be found for it.
  var isTimed: Bool { at != nil || (kind.isMessage && repeats == nil) }

  var plannedMinutes: Int {
    kind == .doorToDoor ? (doors ?? DoorWork()).shiftMinutes : minutes ?? 60
  }
}

extension Place.Code {
  /// Whole campaign first, then by code.
  static func inOrder(_ a: Place.Code?, _ b: Place.Code?) -> Bool { (a?.text ?? "") < (b?.text ?? "") }
}
