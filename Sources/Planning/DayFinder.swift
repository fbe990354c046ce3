import Domain

/// Says why a job has no place in the plan, and which day would have done, so that a coordinator can decide.
struct DayFinder {
  private let timetable: Timetable

  init(_ timetable: Timetable) { self.timetable = timetable }

  func explain(_ index: Int) -> Unserved {
    let job = timetable.jobs[index]
    let activity = timetable.activity(job)
    if let predecessor = missingPredecessor(job) {
      return Unserved(
        activity: activity.id, place: job.place, reason: .predecessorUnplaced, missing: predecessor.text)
    }
    let shortage = shortage(index)
    var found = Unserved(
      activity: activity.id, place: job.place, reason: shortage.reason, missing: shortage.missing)
    found.nearest = nearest(index)
    return found
  }

  private func missingPredecessor(_ job: Job) -> ActivityID? {
    guard let id = timetable.activity(job).after?.activity else { return nil }
    let isMissing = job.lacksPredecessor || job.after.contains { timetable.end(of: $0.series) == nil }
    return isMissing ? id : nil
  }

  /// What stood in the way where most else was in order.
  private func shortage(_ index: Int) -> Timetable.Shortage {
    let job = timetable.jobs[index]
    if job.starts.isEmpty { return .init(reason: .noDayInWindow, missing: "between") }
    if let never = neverPossible(job), job.days.isEmpty == false { return never }
    var worst = Timetable.Shortage(reason: .noDayInWindow)
    for day in job.days {
      for start in job.starts where timetable.isReady(job, day: day.day, start: start) {
        guard case .lacks(let shortage) = timetable.attempt(index, day: day.day, start: start, penalty: 0) else {
          continue
        }
        if rank(shortage.reason) > rank(worst.reason) { worst = shortage }
      }
    }
    return worst
  }

  /// Requirements that nobody at all could meet on any day.
  private func neverPossible(_ job: Job) -> Timetable.Shortage? {
    for need in job.things where need.candidates.count < need.count {
      return .init(reason: need.tooSmall ? .venueTooSmall : .noResource, missing: need.kind)
    }
    for need in job.team.requirements where need.qualified.count(where: { $0 }) < need.count {
      return .init(reason: need.reason, missing: need.missing)
    }
    return nil
  }

  private func rank(_ reason: Unserved.Reason) -> Int {
    let steps: [Unserved.Reason] = [
      .noDayInWindow, .venueTooSmall, .noResource, .noVolunteers, .noExperiencedVolunteer, .noSkill, .noLanguage,
    ]
    return steps.firstIndex(of: reason) ?? 0
  }

  /// The nearest day, inside or outside the window, on which everything would be there.
  private func nearest(_ index: Int) -> LocalDate? {
    let job = timetable.jobs[index]
    let frame = timetable.frame
    guard !job.starts.isEmpty, neverPossible(job) == nil else { return nil }
    let activity = timetable.activity(job)
    let first = max(0, frame.earliest - frame.firstDay)
    guard first < frame.dayCount else { return nil }
    let (from, to) = (frame.dates(of: activity).from - frame.firstDay, frame.dates(of: activity).to - frame.firstDay)
    let distance = { (day: Int) in job.nominal.map { abs(day - $0) } ?? max(0, max(from - day, day - to)) }
    let days = (first..<frame.dayCount).sorted { (distance($0), $0) < (distance($1), $1) }
    let free = days.first { day in
      frame.allows(frame.date(day), activity)
        && job.starts.contains { start in
          guard timetable.isReady(job, day: day, start: start),
            case .fits = timetable.attempt(index, day: day, start: start, penalty: 0)
          else { return false }
          return true
        }
    }
    return free.map(frame.date)
  }
}
