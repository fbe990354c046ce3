import Domain
import Planning

/// Everything promised is done or told, and nobody and nothing is promised twice.
extension PlanChecker {
  private struct Promise {
    var from: Int
    var to: Int
    var place: Place.Code?
    var isNew: Bool
    var name: String
  }

  /// The places in which an activity owes occurrences.
  func places(_ activity: Activity) -> [Place.Code?] {
    let codes = activity.places ?? problem.campaign.places
    guard let each = activity.each else { return [Set(codes).count == 1 ? codes[0] : nil] }
    var found: Set<Place.Code> = []
    for code in codes {
      if code.level >= each {
        found.insert(code.ancestor(each)!)
      } else {
        let inside = problem.places.map(\.code).filter { $0.level == each && code.contains($0) }
        found.formUnion(inside.isEmpty ? [code] : inside)
      }
    }
    return Array(found)
  }

  mutating func everythingIsPlacedOrTold() {
    for activity in problem.campaign.activities where activity.kind != .doorToDoor && !isTimed(activity) {
      let to = activity.to ?? problem.campaign.to
      let nominal = activity.repeats.map { rule in
        rule.days(from: problem.campaign.from, to: to).filter { $0 >= activity.from ?? problem.campaign.from }
      }
      for place in places(activity) {
        let here = plan.occurrences.filter { $0.activity == activity.id && $0.place == place }
        let kept = here.filter { keptIDs.contains($0.id) }.count
        let told = plan.unserved.filter { $0.activity == activity.id && $0.place == place }.reduce(0) { $0 + $1.count }
        let owed = max(0, (nominal?.count ?? 1) - kept)
        if here.count - kept + told != owed {
          fault("\(activity.id) in \(place?.text ?? "all"): \(here.count) placed and \(told) told of \(owed) owed")
        }
        for occurrence in here where !keptIDs.contains(occurrence.id) {
          if let nominal, !nominal.contains(where: { abs($0 - occurrence.date) <= 7 }) {
            fault("\(occurrence.id) is more than a week from its day")
          }
        }
      }
      for occurrence in new where occurrence.activity == activity.id && !places(activity).contains(occurrence.place) {
        fault("\(occurrence.id) is in a place of no series")
      }
    }
  }

  mutating func nobodyTwice() {
    for person in problem.volunteers {
      let own = live.filter { people($0).contains(person.id) }
      noOverlap("\(person.id)", own, problem.busy.filter { $0.who == .volunteer(person.id) })
    }
    for thing in problem.resources {
      let own = live.filter { $0.resources.contains(thing.id) }
      noOverlap("\(thing.id)", own, problem.busy.filter { $0.who == .resource(thing.id) })
    }
  }

  private mutating func noOverlap(_ who: String, _ own: [Occurrence], _ busy: [Commitment]) {
    var days: [LocalDate: [Promise]] = [:]
    for item in own {
      days[item.date, default: []].append(
        Promise(
          from: item.start.minutes, to: item.start.minutes + item.minutes, place: item.place,
          isNew: !keptIDs.contains(item.id), name: item.id.text))
    }
    for item in busy {
      days[item.date, default: []].append(
        Promise(
          from: item.window.from.minutes, to: item.window.to.minutes, place: item.place, isNew: false, name: "busy"))
    }
    for (date, promises) in days {
      for (index, a) in promises.enumerated() {
        for b in promises[(index + 1)...] where a.isNew || b.isNew {
          let (first, second) = a.from <= b.from ? (a, b) : (b, a)
          if first.to + way(first.place, second.place) > second.from {
            fault("\(who) cannot be at \(first.name) and \(second.name) on \(date)")
          }
        }
      }
    }
  }

  mutating func weeklyHours() {
    for person in problem.volunteers {
      var weeks: [LocalDate: Int] = [:]
      for item in live where people(item).contains(person.id) { weeks[item.date.weekStart, default: 0] += item.minutes }
      for item in problem.busy where item.who == .volunteer(person.id) {
        weeks[item.date.weekStart, default: 0] += item.window.minutes
      }
      for item in new where people(item).contains(person.id) {
        if Double(weeks[item.date.weekStart]!) > person.maxHoursPerWeek * 60 {
          fault("\(person.id) gives too many hours in the week of \(item.id)")
        }
      }
    }
  }

  // MARK: Ways

  func kilometres(_ a: Place.Code, _ b: Place.Code?) -> Double? {
    guard let b, a != b else { return nil }
    guard let from = problem.places.first(where: { $0.code == a })?.point,
      let to = problem.places.first(where: { $0.code == b })?.point
    else { return nil }
    return 1.3 * from.distance(to: to).value / 1000
  }

  private func way(_ a: Place.Code?, _ b: Place.Code?) -> Int {
    guard let a, let b else { return a == nil && b == nil ? 0 : 90 }
    if a == b { return 0 }
    if let kilometres = kilometres(a, b) { return max(30, Int((kilometres * 4).rounded(.up))) }
    return a.text.count > 2 && a.text.prefix(4) == b.text.prefix(4) && b.text.count > 2 ? 30 : 90
  }
}
