public import Domain

/// Makes a campaign's plan: timetable, roster, routes and forecast.
public enum Planner {
  /// Never throws: what cannot be placed stands in ``Plan/unserved`` with its reason. Kept occurrences and routes are
  /// in the plan exactly as they were given. With the same seed and rounds, and `shouldStop` never true, one problem
  /// gives the same plan, in whatever order its lists are.
  public static func plan(_ problem: PlanningProblem) -> Plan {
    let cutter = TurfCutter(problem)
    let shifts = ShiftCutter(problem, cutter.turfs)
    let sites = Set(
      problem.campaign.activities.flatMap { activity in
        Scope(activity, in: problem).series(activity.each).compactMap { $0 }
      } + cutter.turfs.compactMap(\.place))
    let frame = PlanningFrame(problem, sites: sites)
    let expander = JobExpander(frame, routes: shifts.routes)
    var timetable = TimetableBuilder.build(frame, expander.jobs, expander.series)
    let rounds = TimetableRuin.improve(&timetable, limits: problem.limits)
    timetable.placeRest()
    var plan = PlanWriter(timetable, shifts.routes).plan(unserved: cutter.empty + shifts.unserved)
    plan.rounds = rounds
    return plan
  }
}

extension Timetable {
  /// A last look over all days and hours for work that the search left out.
  mutating func placeRest() {
    let left = jobs.indices.filter { placements[$0] == nil }.sorted { (jobs[$0].rank, $0) < (jobs[$1].rank, $1) }
    for index in left {
      let job = jobs[index]
      if let best = bestPlacement(index, days: job.days, starts: job.starts, enough: 1) { place(index, best) }
    }
  }
}
