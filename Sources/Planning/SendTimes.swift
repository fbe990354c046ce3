import Domain

/// Dates what needs no people: messages and posts whose moment is told by `at`.
struct SendTimes {
  private let problem: PlanningProblem
  /// Occurrences of the plan that others may be timed by, kept ones included.
  private let others: [Occurrence]
  private(set) var occurrences: [Occurrence] = []
  private(set) var unserved: [Unserved] = []

  init(_ problem: PlanningProblem, others: [Occurrence]) {
    self.problem = problem
    self.others = others.filter { $0.status != .cancelled }
    for activity in problem.campaign.activities where activity.isTimed { add(activity) }
  }

  private mutating func add(_ activity: Activity) {
    switch activity.at ?? .now {
    case .now: addEverywhere(activity, LocalDateTime(date: problem.today, time: firstTime(activity)))
    case .on(let moment): addEverywhere(activity, moment)
    case .before(let days, let other): addBefore(activity, days, other)
    }
  }

  private mutating func addEverywhere(_ activity: Activity, _ moment: LocalDateTime) {
    for place in Scope(activity, in: problem).series(activity.each) { add(activity, place, moment) }
  }

  /// Once for each place of the other activity, before its first occurrence there.
  private mutating func addBefore(_ activity: Activity, _ days: Int, _ other: ActivityID) {
    let scope = Scope(activity, in: problem)
    let all = others.filter { occurrence in
      occurrence.activity == other
        && occurrence.place.map { place in
          scope.codes.contains { $0.contains(place) || place.contains($0) }
        } ?? true
    }
    let byPlace = Dictionary(grouping: all, by: \.place)
    for place in byPlace.keys.sorted(by: Place.Code.inOrder) {
      let first = byPlace[place]!.min { ($0.date, $0.start) < ($1.date, $1.start) }!
      let time = activity.between?.from ?? first.start
      guard !keeps(activity, place) else { continue }
      if first.date < problem.today {
        unserved.append(Unserved(activity: activity.id, place: place, reason: .noDayInWindow, missing: other.text))
      } else {
        add(activity, place, LocalDateTime(date: first.date - days, time: time))
      }
    }
    let wanted = problem.campaign.activity(other).map { Scope($0, in: problem).series($0.each) } ?? [scope.single]
    let lacking = wanted.filter { place in !byPlace.keys.contains(place) && !keeps(activity, place) }
    let isOfDoors = problem.campaign.activity(other)?.kind == .doorToDoor
    for place in lacking where !isOfDoors || byPlace.isEmpty {
      unserved.append(Unserved(activity: activity.id, place: place, reason: .predecessorUnplaced, missing: other.text))
    }
  }

  private mutating func add(_ activity: Activity, _ place: Place.Code?, _ moment: LocalDateTime) {
    guard !keeps(activity, place) else { return }
    // What should have left already leaves as soon as it can.
    let due = max(moment, LocalDateTime(date: problem.today, time: TimeOfDay(minutes: 0)))
    let waking = activity.kind.isMessage ? problem.campaign.quietHours?.next(after: due) ?? due : due
    if let last = activity.notAfter, last < waking {
      unserved.append(Unserved(activity: activity.id, place: place, reason: .noDayInWindow, missing: "notAfter"))
      return
    }
    var occurrence = Occurrence(
      id: "", campaign: problem.campaign.id, activity: activity.id, date: waking.date, start: waking.time)
    occurrence.place = place
    occurrence.minutes = min(activity.plannedMinutes, 1440 - waking.time.minutes)
    occurrences.append(occurrence)
  }

  private func firstTime(_ activity: Activity) -> TimeOfDay {
    (activity.between ?? problem.officeHours)?.from ?? TimeOfDay(minutes: 7 * 60)
  }

  private func keeps(_ activity: Activity, _ place: Place.Code?) -> Bool {
    problem.kept.contains { $0.activity == activity.id && $0.place == place }
  }
}
