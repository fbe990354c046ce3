import Domain

/// Where an activity takes place, in the order of codes.
struct Scope {
  /// The codes of the activity or, when it names none, of its campaign.
  let codes: [Place.Code]
  let known: [Place.Code]

  init(_ activity: Activity, in problem: PlanningProblem) {
    codes = Array(Set(activity.places ?? problem.campaign.places)).sorted()
    known = Array(Set(problem.places.map(\.code))).sorted()
  }

  func contains(_ code: Place.Code) -> Bool { codes.contains { $0.contains(code) } }

  /// The places of that level: those inside a wider code, or the one around a narrower code.
  func places(at level: Place.Level) -> [Place.Code] {
    var found: Set<Place.Code> = []
    for code in codes {
      if let around = code.ancestor(level) {
        found.insert(around)
        continue
      }
      let inside = known.filter { $0.level == level && code.contains($0) }
      found.formUnion(inside.isEmpty ? [code] : inside)
    }
    return found.sorted()
  }

  /// Where an activity without `each` happens: the one place, or nil when there are several.
  var single: Place.Code? { codes.count == 1 ? codes[0] : nil }

  /// The place of each series of occurrences.
  func series(_ each: Place.Level?) -> [Place.Code?] {
    guard let each else { return [single] }
    return places(at: each)
  }
}
