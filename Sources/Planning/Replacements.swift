public import Domain

/// What a shift still needs from somebody who steps in.
public struct ReplacementNeed: Sendable {
  public var date: LocalDate
  public var start: TimeOfDay
  public var end: TimeOfDay
  public var place: Place.Code?
  /// Where the team meets.
  public var meetingPoint: Coordinate?
  public var skills: Set<String> = []
  public var languages: Set<String> = []
  /// Nobody experienced is on the team yet.
  public var needsExperienced = false

  public init(date: LocalDate, start: TimeOfDay, end: TimeOfDay) {
    self.date = date
    self.start = start
    self.end = end
  }
}

/// A volunteer who might step in, with what the calendar knows.
public struct ReplacementCandidate: Sendable {
  public var volunteer: Volunteer
  public var home: Coordinate?
  /// Minutes of shifts in the week of the date.
  public var minutesThatWeek = 0
  /// Has another shift at that time.
  public var isBusy = false
  public var isOnTeam = false
  public var hasDeclined = false
  /// Walks in that commune that are done.
  public var walksThere = 0

  public init(_ volunteer: Volunteer) { self.volunteer = volunteer }
}

/// Who could step in, best first, and how many are left out and why.
public struct Replacements: Sendable {
  public private(set) var ranked: [Replacement] = []
  public private(set) var leftOut: [Replacement.LeftOut: Int] = [:]

  /// Order: fit for the work, then distance, then fewest hours, then id.
  public init(for need: ReplacementNeed, among candidates: [ReplacementCandidate]) {
    for candidate in candidates where !candidate.isOnTeam {
      let distance = Self.distance(candidate, need)
      if let reason = Self.leftOut(candidate, need, distance) {
        leftOut[reason, default: 0] += 1
        continue
      }
      let (fit, reasons) = Self.fit(candidate, need)
      ranked.append(
        Replacement(
          volunteer: candidate.volunteer.id, fit: fit, reasons: reasons, distance: distance,
          minutesThatWeek: candidate.minutesThatWeek))
    }
    ranked.sort { a, b in
      let (left, right) = (a.distance?.value ?? .infinity, b.distance?.value ?? .infinity)
      return (b.fit, left, a.minutesThatWeek, a.volunteer) < (a.fit, right, b.minutesThatWeek, b.volunteer)
    }
  }

  private static func distance(_ candidate: ReplacementCandidate, _ need: ReplacementNeed) -> Metres? {
    guard let home = candidate.home, let meeting = need.meetingPoint else { return nil }
    return home.distance(to: meeting)
  }

  private static func leftOut(
    _ candidate: ReplacementCandidate, _ need: ReplacementNeed, _ distance: Metres?
  ) -> Replacement.LeftOut? {
    let volunteer = candidate.volunteer
    if candidate.hasDeclined { return .declined }
    if candidate.isBusy { return .onAnotherShift }
    guard volunteer.availability.isFree(on: need.date, from: need.start, to: need.end) else { return .notFree }
    let minutes = candidate.minutesThatWeek + need.end.minutes - need.start.minutes
    if Double(minutes) > volunteer.maxHoursPerWeek * 60 { return .tooManyHours }
    if let distance, distance.value > volunteer.maxKilometres * 1000 { return .tooFar }
    return nil
  }

  private static func fit(
    _ candidate: ReplacementCandidate, _ need: ReplacementNeed
  ) -> (Replacement.Fit, [Replacement.Reason]) {
    let volunteer = candidate.volunteer
    var missing: [Replacement.Reason] = need.skills.subtracting(volunteer.skills).sorted().map { .lacksSkill($0) }
    missing += need.languages.subtracting(volunteer.languages).sorted().map { .lacksLanguage($0) }
    if need.needsExperienced, !volunteer.experienced { missing.append(.needsExperiencedPartner) }
    var reasons: [Replacement.Reason] = need.languages.intersection(volunteer.languages).sorted().map { .speaks($0) }
    if candidate.walksThere > 0 { reasons.append(.walkedThere(candidate.walksThere)) }
    let livesThere = need.place.map { $0.contains(volunteer.home) } ?? false
    if livesThere { reasons.append(.livesThere) }
    if volunteer.experienced { reasons.append(.isExperienced) }
    let knowsPlace = candidate.walksThere > 0 || livesThere
    if !knowsPlace { reasons.append(.firstTimeThere) }
    if !missing.isEmpty { return (.possible, missing + reasons) }
    return (knowsPlace ? .veryGood : .good, reasons)
  }
}
