import Domain

/// Finds for each job the series it waits for: in the same place, else around it, else inside it, else campaign-wide.
struct Precedence {
  private let frame: PlanningFrame
  private let activities: [Activity]

  init(_ frame: PlanningFrame) {
    self.frame = frame
    activities = frame.problem.campaign.activities
  }

  func link(_ jobs: inout [Job], _ series: inout [Series]) {
    addTimed(&series)
    let circles = ranks(afterOnly)
    let order = ranks(withTrainings)
    for index in jobs.indices {
      let activity = jobs[index].activity
      jobs[index].rank = min(order[activity], activities.count)
      guard let after = activities[activity].after else { continue }
      let found = predecessors(of: after.activity, at: jobs[index].place, series)
      jobs[index].after = found.map { ($0, after.days) }
      jobs[index].lacksPredecessor = found.isEmpty || circles[activity] == .max
      for predecessor in found { series[predecessor].dependents.append((index, after.days)) }
    }
  }

  /// Messages and posts whose day the file names can be waited for as well.
  private func addTimed(_ series: inout [Series]) {
    for (index, activity) in activities.enumerated() where activity.isTimed {
      let day: Int
      let end: Int
      switch activity.at ?? .now {
      case .now: (day, end) = (frame.problem.today - frame.firstDay, 0)
      case .on(let moment): (day, end) = (moment.date - frame.firstDay, moment.time.minutes)
      case .before: continue
      }
      var group = Series(activity: index, place: Scope(activity, in: frame.problem).single, waitsForAll: false)
      group.kept = [(day, end)]
      series.append(group)
    }
  }

  private func predecessors(of id: ActivityID, at place: Place.Code?, _ series: [Series]) -> [Int] {
    let all = series.indices.filter { activities[series[$0].activity].id == id }
    guard let place else { return all }
    if let same = all.first(where: { series[$0].place == place }) { return [same] }
    let around = all.filter { series[$0].place?.contains(place) ?? false }
    if let nearest = around.max(by: { series[$0].place! < series[$1].place! }) { return [nearest] }
    let inside = all.filter { series[$0].place.map(place.contains) ?? false }
    return inside.isEmpty ? all.filter { series[$0].place == nil } : inside
  }

  /// Steps from the start along the arrows; `.max` for what stands in a circle.
  private func ranks(_ waitsFor: [[Int]]) -> [Int] {
    var ranks = [Int](repeating: .max, count: activities.count)
    for step in 0...activities.count {
      for index in activities.indices where ranks[index] == .max {
        if waitsFor[index].allSatisfy({ ranks[$0] < step }) { ranks[index] = step }
      }
    }
    return ranks
  }

  private var afterOnly: [[Int]] {
    activities.map { activity in activities.indices.filter { activities[$0].id == activity.after?.activity } }
  }

  /// The same with doors behind the trainings that do not themselves wait for them.
  private var withTrainings: [[Int]] {
    zip(activities, afterOnly).map { activity, direct in
      guard activity.kind == .doorToDoor else { return direct }
      return direct
        + activities.indices.filter { other in
          activities[other].kind == .training && !waits(other, for: activity.id)
        }
    }
  }

  private func waits(_ index: Int, for id: ActivityID) -> Bool {
    var current: Activity? = activities[index]
    for _ in activities {
      guard let next = current?.after?.activity else { return false }
      if next == id { return true }
      current = activities.first { $0.id == next }
    }
    return true
  }
}
