import Domain

/// Compiles an activity's needs into lists of who and what would do, so that the search only compares numbers.
struct NeedCompiler {
  private let frame: PlanningFrame
  /// Moments at which somebody or something becomes free: worth trying beside the half hours.
  private let edges: Set<Int>

  init(_ frame: PlanningFrame) {
    self.frame = frame
    edges = Set((frame.volunteerHours + frame.resourceHours).flatMap { $0.weekly.flatMap { $0.map(\.from) } })
  }

  func starts(_ activity: Activity, minutes: Int) -> [Int] {
    let window = frame.window(of: activity)
    let last = window.to.minutes - minutes
    guard minutes > 0, window.from.minutes <= last else { return [] }
    let steps = Set(stride(from: window.from.minutes, through: last, by: 30))
    return steps.union(edges.filter { window.from.minutes <= $0 && $0 <= last }).union([last]).sorted()
  }

  func team(_ activity: Activity, _ place: Place.Code?) -> TeamNeed {
    let needs = activity.needs
    let isOfDoors = activity.kind == .doorToDoor
    let experienced = isOfDoors ? max(1, needs.experienced) : needs.experienced
    let named = [experienced] + needs.skills.values + needs.languages.values
    let size = max(isOfDoors ? (activity.doors ?? DoorWork()).team : needs.volunteers, named.max() ?? 0)
    let gathers = activity.kind == .training && hasDoors
    let most = gathers ? max(size, activity.expects?.people ?? frame.volunteers.count) : size
    return TeamNeed(
      size: size, most: most, requirements: requirements(activity, experienced: experienced),
      withinReach: frame.volunteers.map { isNear($0, place) }, trained: isOfDoors && frame.trainsWalkers,
      gathers: gathers)
  }

  private var hasDoors: Bool { frame.problem.campaign.activities.contains { $0.kind == .doorToDoor } }

  private func requirements(_ activity: Activity, experienced: Int) -> [TeamNeed.Requirement] {
    var list = [
      TeamNeed.Requirement(
        count: experienced, qualified: frame.volunteers.map(\.experienced), reason: .noExperiencedVolunteer,
        missing: nil)
    ]
    for (skill, count) in activity.needs.skills.sorted(by: { $0.key < $1.key }) {
      let qualified = frame.volunteers.map { $0.skills.contains(skill) }
      list.append(.init(count: count, qualified: qualified, reason: .noSkill, missing: skill))
    }
    for (language, count) in activity.needs.languages.sorted(by: { $0.key < $1.key }) {
      let qualified = frame.volunteers.map { $0.languages.contains(language) }
      list.append(.init(count: count, qualified: qualified, reason: .noLanguage, missing: language))
    }
    return list.filter { $0.count > 0 }
  }

  /// Without coordinates nobody can say how far it is, so nobody is left out.
  private func isNear(_ volunteer: Volunteer, _ place: Place.Code?) -> Bool {
    guard let place, let kilometres = frame.travel.kilometres(volunteer.home, place) else { return true }
    return kilometres <= volunteer.maxKilometres
  }

  func things(_ activity: Activity, _ place: Place.Code?) -> [ThingNeed] {
    activity.needs.resources.sorted { $0.key < $1.key }.filter { $0.value > 0 }.map { kind, count in
      let here = frame.resources.indices.filter { index in
        frame.resources[index].kind == kind && serves(frame.resources[index], activity, place)
      }
      let people = activity.expects?.people ?? 0
      let large = here.filter { (frame.resources[$0].capacity ?? .max) >= people }
      let ordered = large.sorted { a, b in
        let (a, b) = (frame.resources[a], frame.resources[b])
        return (a.place == place ? 0 : 1, a.capacity ?? .max, a.id) < (
          b.place == place ? 0 : 1, b.capacity ?? .max, b.id
        )
      }
      return ThingNeed(
        kind: kind, count: count, candidates: ordered, tooSmall: here.count >= count && large.count < count)
    }
  }

  /// A thing with a place serves inside it. A venue (what has a capacity) also serves an occurrence of the wider place
  /// around it, because that takes place in the venue.
  private func serves(_ resource: Resource, _ activity: Activity, _ place: Place.Code?) -> Bool {
    guard let own = resource.place else { return true }
    let isVenue = resource.capacity != nil || resource.kind == "venue"
    guard let place else {
      let scope = Scope(activity, in: frame.problem)
      return scope.codes.allSatisfy(own.contains) || (isVenue && scope.contains(own))
    }
    return own.contains(place) || (isVenue && place.contains(own))
  }
}
