import Domain

/// Finding a day, an hour, people and things for one job.
extension Timetable {
  /// Why nothing can be done at one day and hour; ordered by how far it came.
  struct Shortage {
    var reason: Unserved.Reason
    var missing: String?
  }

  enum Attempt {
    case fits(Placement)
    case lacks(Shortage)
  }

  /// The best placement on that day at that hour with the people and things that are free then.
  func attempt(_ index: Int, day: Int, start: Int, penalty: Int) -> Attempt {
    let job = jobs[index]
    let things: [Int]
    switch thingsFor(job, day: day, start: start) {
    case .success(let found): things = found
    case .failure(let shortage): return .lacks(shortage.shortage)
    }
    guard job.team.most > 0 else { return .fits(finish(job, day, start, (team: [], cost: penalty), things)) }
    switch Roster(self, job, day: day, start: start).team() {
    case .success(let found):
      return .fits(finish(job, day, start, (found.members, found.cost + penalty), things))
    case .failure(let shortage): return .lacks(shortage.shortage)
    }
  }

  private func finish(
    _ job: Job, _ day: Int, _ start: Int, _ team: (team: [Int], cost: Int), _ things: [Int]
  ) -> Placement {
    Placement(day: day, start: start, team: team.team, things: things, cost: team.cost)
  }

  struct ShortageError: Error {
    var shortage: Shortage
  }

  private func thingsFor(_ job: Job, day: Int, start: Int) -> Result<[Int], ShortageError> {
    var chosen: [Int] = []
    for need in job.things {
      let free = need.candidates.filter { thing in
        let end = start + job.minutes
        return !chosen.contains(thing)
          && frame.resourceHours[thing].isFree(day: day, weekday: frame.weekdays[day], from: start, to: end)
          && things[thing].isClear(day: day, from: start, to: end, site: job.site, travel: frame.travel)
      }
      guard free.count >= need.count else {
        let reason: Unserved.Reason = need.tooSmall ? .venueTooSmall : .noResource
        return .failure(ShortageError(shortage: Shortage(reason: reason, missing: need.kind)))
      }
      chosen += free.prefix(need.count)
    }
    return .success(chosen)
  }

  /// The best of some days, looked at in order; stops when later days cannot be better, or after `enough` that fit.
  func bestPlacement(_ index: Int, days: [Job.Day], starts: [Int], enough: Int) -> Placement? {
    let job = jobs[index]
    var best: (total: Int, placement: Placement)?
    var fitting = 0
    for candidate in days {
      if !job.team.gathers, let best, candidate.penalty >= best.total { break }
      var fits = false
      for start in starts where isReady(job, day: candidate.day, start: start) {
        guard leavesDependents(index, day: candidate.day, start: start),
          case .fits(let placement) = attempt(index, day: candidate.day, start: start, penalty: candidate.penalty)
        else { continue }
        fits = true
        let neighbours = publicNeighbours(job, day: candidate.day)
        let total = placement.cost + extraWorkload(placement, job.minutes) + (neighbours > 0 ? Weights.sameWeek : 0)
        if best.map({ total < $0.total }) ?? true { best = (total, placement) }
      }
      if fits { fitting += 1 }
      if fitting >= enough { break }
    }
    return best?.placement
  }

  private func extraWorkload(_ placement: Placement, _ minutes: Int) -> Int {
    placement.team.reduce(0) { sum, volunteer in
      let given = people[volunteer].minutes
      return sum + workload(given + minutes) - workload(given)
    }
  }
}
