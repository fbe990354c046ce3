public import Domain

/// Looks for what cannot be in a plan as it stands now: moved by hand, overtaken by another campaign, or by a holiday
/// that was announced later. Past occurrences and those called off or held are nobody's conflict any more.
struct ConflictFinder {
  let scene: CampaignScene

  /// What blocks a launch first, then by day.
  func conflicts() -> [Conflict] {
    let open = scene.occurrences.filter { $0.isOpen && $0.date >= scene.today }
    var found = open.flatMap(ofDay) + open.flatMap(ofTeam) + doubles(open) + overHours(open)
    found += budget() + rain(open) + disturbed(open) + tooOften(open)
    return found.sorted { a, b in
      if a.severity != b.severity { return a.severity == .blocksLaunch }
      return (a.date?.dayNumber ?? .max, a.occurrence?.text ?? "") < (b.date?.dayNumber ?? .max, b.occurrence?.text ?? "")
    }
  }

  private func kind(_ occurrence: Occurrence) -> ActivityKind? {
    scene.activity(of: occurrence)?.kind
  }

  private func ofDay(_ occurrence: Occurrence) -> [Conflict] {
    guard let activity = scene.campaign.activity(occurrence.activity) else { return [] }
    var found: [Conflict] = []
    let takesPeople = !activity.kind.isMessage && !activity.kind.isBroadcast
    if takesPeople, let holiday = scene.holidays[occurrence.date] { found.append(Conflict(.holiday(holiday), occurrence)) }
    let (from, to) = (activity.from ?? scene.campaign.from, activity.to ?? scene.campaign.to)
    // A message before the first event may leave before the campaign's first day.
    if takesPeople, occurrence.date < from || occurrence.date > to { found.append(Conflict(.outsideCampaign, occurrence)) }
    return found
  }

  private func ofTeam(_ occurrence: Occurrence) -> [Conflict] {
    guard let activity = scene.campaign.activity(occurrence.activity) else { return [] }
    let team = activity.kind == .doorToDoor ? (activity.doors ?? DoorWork()).team : 0
    let need = max(activity.needs.volunteers, team)
    let have = occurrence.assignments.count { $0.status.counts }
    return have < need ? [Conflict(.tooFewVolunteers(have: have, need: need), occurrence)] : []
  }

  /// The same place, person or thing at the same time, here or in another campaign.
  private func doubles(_ open: [Occurrence]) -> [Conflict] {
    let own = Set(open.map(\.id))
    let byDay = Dictionary(grouping: open + scene.others.filter(\.isOpen), by: \.date)
    return open.flatMap { one in
      (byDay[one.date] ?? []).flatMap { other -> [Conflict] in
        // Of two of the same campaign the pair is told once.
        guard other.id != one.id, other.overlaps(one), !own.contains(other.id) || one.id < other.id else { return [] }
        return shared(one, other)
      }
    }
  }

  private func shared(_ one: Occurrence, _ other: Occurrence) -> [Conflict] {
    var found: [Conflict] = []
    if let place = one.place, place == other.place, kind(one)?.isPublic == true, kind(other)?.isPublic == true {
      found.append(Conflict(.placeTwice(with: other.id), one))
    }
    let busy = Set(other.assignments.filter(\.status.counts).map(\.volunteer))
    for assignment in one.assignments where assignment.status.counts && busy.contains(assignment.volunteer) {
      found.append(Conflict(.volunteerTwice(scene.name(assignment.volunteer), with: other.id), one))
    }
    for resource in one.resources where other.resources.contains(resource) {
      found.append(Conflict(.resourceTwice(scene.name(resource), with: other.id), one))
    }
    return found
  }

  private struct Week: Hashable {
    var volunteer: VolunteerID
    var monday: LocalDate
  }

  private func overHours(_ open: [Occurrence]) -> [Conflict] {
    var minutes: [Week: Int] = [:]
    var last: [Week: Occurrence] = [:]
    let own = Set(open.map(\.id))
    for one in open + scene.others.filter(\.isOpen) {
      for assignment in one.assignments where assignment.status.counts {
        let week = Week(volunteer: assignment.volunteer, monday: one.date.weekStart)
        minutes[week, default: 0] += one.minutes
        if own.contains(one.id) { last[week] = one }
      }
    }
    return last.compactMap { week, occurrence in
      guard let volunteer = scene.volunteers[week.volunteer], let worked = minutes[week] else { return nil }
      let limit = Int(volunteer.maxHoursPerWeek * 60)
      guard limit > 0, worked > limit else { return nil }
      return Conflict(.volunteerOverHours(volunteer.name, minutes: worked, limit: limit), occurrence)
    }
  }

  private func budget() -> [Conflict] {
    guard let budget = scene.campaign.budget else { return [] }
    let lines = BudgetLines(scene)
    var found = lines.lines.compactMap { line -> Conflict? in
      guard let limit = line.limit, line.committed.minor > limit.minor else { return nil }
      return Conflict(.lineOverBudget(line.name ?? LocalizedText(en: line.id), by: line.committed - limit))
    }
    let over = lines.committed.minor - lines.limit.minor
    if over > 0 { found.append(Conflict(.totalOverBudget(by: Money(minor: over, budget.total.currency)))) }
    return found
  }

  /// Once for each activity: every single day of it would only be noise.
  private func rain(_ open: [Occurrence]) -> [Conflict] {
    let wet = open.filter { kind($0)?.isOutdoor == true && Self.heavyRain.contains($0.date.month) }
    return Dictionary(grouping: wet, by: \.activity).values.compactMap { group in
      group.min { $0.date < $1.date }.map { Conflict(.heavyRain(occurrences: group.count), $0) }
    }
  }

  /// The months in which most of the year's rain falls on the Tonle Sap plain.
  static let heavyRain: Set<Int> = [8, 9, 10]
}

extension Occurrence {
  /// Still to come about: neither held nor called off.
  public var isOpen: Bool { status == .planned || status == .confirmed }

  func overlaps(_ other: Occurrence) -> Bool {
    date == other.date && start < other.end && other.start < end
  }
}

extension Assignment.Status {
  /// Somebody who is expected to come.
  var counts: Bool { self != .declined && self != .absent }
}
