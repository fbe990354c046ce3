import Domain

/// What must come before what.
extension Timetable {
  /// The end of the work that a series' dependents wait for; nil while nothing of it is placed.
  func end(of index: Int, trying job: Int? = nil, at slot: (day: Int, start: Int)? = nil) -> (day: Int, end: Int)? {
    let group = series[index]
    var ends = group.kept
    for member in group.jobs {
      if member == job, let slot {
        ends.append((slot.day, slot.start + jobs[member].minutes))
      } else if let placement = placements[member] {
        ends.append((placement.day, placement.start + jobs[member].minutes))
      }
    }
    return group.waitsForAll ? ends.max { $0 < $1 } : ends.min { $0 < $1 }
  }

  /// True when everything this job waits for is far enough past.
  func isReady(_ job: Job, day: Int, start: Int) -> Bool {
    !job.lacksPredecessor
      && job.after.allSatisfy { link in
        guard let end = end(of: link.series) else { return false }
        return isPast(end, gap: link.days, day: day, start: start)
      }
  }

  func isPast(_ end: (day: Int, end: Int), gap: Int, day: Int, start: Int) -> Bool {
    day >= end.day + gap && (day != end.day || start >= end.end)
  }

  /// True when what waits for this job's series could still be where it is.
  func leavesDependents(_ index: Int, day: Int, start: Int) -> Bool {
    let dependents = series[jobs[index].series].dependents
    guard dependents.contains(where: { placements[$0.job] != nil }) else { return true }
    return holds(dependents, end(of: jobs[index].series, trying: index, at: (day, start)))
  }

  /// True when everything that waits for the series of these jobs still stands late enough.
  func dependentsHold(of removed: [Int]) -> Bool {
    Set(removed.map { jobs[$0].series }).allSatisfy { holds(series[$0].dependents, end(of: $0)) }
  }

  private func holds(_ dependents: [(job: Int, days: Int)], _ end: (day: Int, end: Int)?) -> Bool {
    dependents.allSatisfy { dependent in
      guard let placement = placements[dependent.job] else { return true }
      guard let end else { return false }
      return isPast(end, gap: dependent.days, day: placement.day, start: placement.start)
    }
  }
}
