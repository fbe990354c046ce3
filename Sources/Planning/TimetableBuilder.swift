import Domain

/// Makes the first complete timetable: predecessors before what waits for them, and among equals the hardest first.
struct TimetableBuilder {
  /// Days that fit and are compared before the best of them is taken.
  private static let daysCompared = 8

  private var timetable: Timetable

  static func build(_ frame: PlanningFrame, _ jobs: [Job], _ series: [Series]) -> Timetable {
    var builder = TimetableBuilder(timetable: Timetable(frame, jobs, series))
    builder.placeAll()
    return builder.timetable
  }

  private mutating func placeAll() {
    for index in order() {
      let job = timetable.jobs[index]
      let best = timetable.bestPlacement(index, days: job.days, starts: job.starts, enough: Self.daysCompared)
      if let best { timetable.place(index, best) }
    }
  }

  private func order() -> [Int] {
    let keys = timetable.jobs.indices.map { key($0) }
    return timetable.jobs.indices.sorted { a, b in
      keys[a].lexicographicallyPrecedes(keys[b])
    }
  }

  /// Trainings early, because doors hang on them; then few possible days, many needs, many doors.
  private func key(_ index: Int) -> [Int] {
    let job = timetable.jobs[index]
    let doors = job.route.map { _ in job.languages.reduce(0) { $0 + $1.doors } } ?? 0
    let wants = job.team.size + job.team.requirements.reduce(0) { $0 + $1.count } + 2 * job.things.count
    return [job.rank, job.team.gathers ? 0 : 1, job.days.count, -wants, -doors, job.nominal ?? 0, index]
  }
}
