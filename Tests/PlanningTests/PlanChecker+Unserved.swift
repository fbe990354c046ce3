import Domain
import Planning

/// What was left out must really not fit, and the nearest day must really do: tried by hand, hour by hour.
extension PlanChecker {
  static func faultsOfUnserved(_ problem: PlanningProblem, _ plan: Plan) -> [String] {
    var checker = PlanChecker(problem: problem, plan: plan)
    checker.checkUnserved()
    return checker.faults
  }

  /// The same plan with one occurrence more, for work of at most one person and no things; nil for other work.
  private func alternatives(_ unserved: Unserved, on day: LocalDate) -> [Plan]? {
    guard let activity = problem.campaign.activity(unserved.activity), !isTimed(activity),
      activity.kind != .doorToDoor, activity.kind != .training, activity.needs.resources.isEmpty
    else { return nil }
    let needs = activity.needs
    guard ([needs.volunteers, needs.experienced] + needs.skills.values + needs.languages.values).max()! <= 1 else {
      return nil
    }
    let window = activity.between ?? problem.officeHours ?? TimeWindow("07:00-17:00")!
    let needsSomebody = needs != Needs()
    let teams: [[Assignment]] = needsSomebody ? problem.volunteers.map { [Assignment(volunteer: $0.id)] } : [[]]
    let starts = stride(from: window.from.minutes, through: window.to.minutes - (activity.minutes ?? 60), by: 30)
    return starts.flatMap { start in
      teams.map { team in
        var occurrence = Occurrence(
          id: "another", campaign: problem.campaign.id, activity: activity.id, date: day,
          start: TimeOfDay(minutes: start))
        (occurrence.place, occurrence.minutes, occurrence.assignments) = (unserved.place, activity.minutes ?? 60, team)
        var other = plan
        other.occurrences.append(occurrence)
        return other
      }
    }
  }

  /// Faults of the added occurrence alone.
  private func fits(_ other: Plan, ignoringDates: Bool) -> Bool {
    let isHarmless = { (fault: String) in ignoringDates && fault.contains("outside its dates") }
    var checker = PlanChecker(problem: problem, plan: other)
    checker.check(other.occurrences.last!)
    guard checker.faults.allSatisfy(isHarmless) else { return false }
    checker.nobodyTwice()
    checker.weeklyHours()
    return checker.faults.allSatisfy(isHarmless)
  }

  mutating func checkUnserved() {
    for unserved in plan.unserved where unserved.reason != .predecessorUnplaced {
      if let nearest = unserved.nearest, let tries = alternatives(unserved, on: nearest),
        !tries.contains(where: { fits($0, ignoringDates: true) })
      {
        fault("\(unserved.activity): the nearest day \(nearest) does not do either")
      }
      guard let activity = problem.campaign.activity(unserved.activity), activity.repeats == nil else { continue }
      let from = activity.from ?? problem.campaign.from
      let to = activity.to ?? problem.campaign.to
      for number in from.dayNumber...max(from.dayNumber, to.dayNumber) {
        let day = LocalDate(dayNumber: number)
        if let tries = alternatives(unserved, on: day), tries.contains(where: { fits($0, ignoringDates: false) }) {
          fault("\(unserved.activity) would have fitted on \(day)")
        }
      }
    }
  }
}
