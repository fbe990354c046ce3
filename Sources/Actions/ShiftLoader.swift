import Domain
import Planning
import Storage

/// Gathers a shift within one view of the store.
struct ShiftLoader {
  let tx: Transaction
  let occurrence: Occurrence

  func load() throws(StoreError) -> ShiftView {
    let campaign = try tx.document(Campaign.self, occurrence.campaign.text)
    let activity = campaign?.activity(occurrence.activity)
    let volunteers = try tx.volunteers()
    let names = Dictionary(uniqueKeysWithValues: volunteers.map { ($0.id, $0.name) })
    var teams: [ShiftView.Team] = []
    for sibling in try siblings() { teams.append(try team(sibling, activity, names)) }
    let replacements = try replacements(activity, teams, volunteers)
    let byID = Dictionary(uniqueKeysWithValues: volunteers.map { ($0.id, $0) })
    return ShiftView(
      campaign: campaign?.name ?? LocalizedText(en: occurrence.campaign.text), campaignID: occurrence.campaign,
      kind: activity?.kind ?? .meeting, activity: activity?.name,
      place: try occurrence.place.flatMap { (code) throws(StoreError) in try tx.place(code)?.name }, teams: teams,
      offers: replacements.ranked.compactMap { one in byID[one.volunteer].map { .init(volunteer: $0, replacement: one) }
      },
      leftOut: replacements.leftOut)
  }

  /// The same activity in the same place on the same day: one shift of several teams.
  private func siblings() throws(StoreError) -> [Occurrence] {
    try tx.occurrences(from: occurrence.date, to: occurrence.date).filter {
      $0.campaign == occurrence.campaign && $0.activity == occurrence.activity && $0.place == occurrence.place
        && $0.status != .cancelled
    }.ifEmpty([occurrence])
  }

  private func team(
    _ occurrence: Occurrence, _ activity: Activity?, _ names: [VolunteerID: LocalizedText]
  ) throws(StoreError) -> ShiftView.Team {
    let times = try tx.answerTimes(of: occurrence.id)
    let people = occurrence.assignments.map { assignment in
      ShiftView.Person(
        id: assignment.volunteer, name: names[assignment.volunteer] ?? LocalizedText(en: assignment.volunteer.text),
        status: assignment.status, reason: assignment.reason,
        changedAt: times[assignment.volunteer] ?? Instant(milliseconds: 0))
    }
    let route = try tx.route(of: occurrence.id)
    return ShiftView.Team(
      occurrence: occurrence,
      route: try route.map { (route) throws(StoreError) in (route.id, try tx.number(of: route.id), route.doors.count) },
      needed: activity?.peopleNeeded ?? occurrence.assignments.count, people: people)
  }

  /// Everybody against the first team that has a place free, or the first of all.
  private func replacements(
    _ activity: Activity?, _ teams: [ShiftView.Team], _ volunteers: [Volunteer]
  ) throws(StoreError) -> Replacements {
    guard let team = teams.first(where: { $0.free > 0 }) ?? teams.first else {
      return Replacements(for: anybody, among: [])
    }
    var need = anybody
    need.start = team.occurrence.start
    need.end = team.occurrence.end
    let meeting = try tx.route(of: team.occurrence.id)?.meetingPoint
    let centre = try point(occurrence.place)
    need.meetingPoint = meeting ?? centre
    need.skills = Set(activity?.needs.skills.keys.map { $0 } ?? [])
    let present = volunteers.filter { one in team.coming.contains { $0.id == one.id } }
    // A language is needed of some of the team, not of everybody; so is experience.
    need.languages = Set(
      (activity?.needs.languages ?? [:]).filter { language in
        present.count { $0.languages.contains(language.key) } < language.value
      }.keys)
    need.needsExperienced = present.count(where: \.experienced) < (activity?.needs.experienced ?? 0)
    return Replacements(for: need, among: try candidates(volunteers, teams, need))
  }

  /// The shift as it is for anybody, whoever is missing.
  private var anybody: ReplacementNeed {
    var need = ReplacementNeed(date: occurrence.date, start: occurrence.start, end: occurrence.end)
    need.place = occurrence.place
    return need
  }

  private func point(_ code: Place.Code?) throws(StoreError) -> Coordinate? {
    guard let code else { return nil }
    return try tx.place(code)?.point
  }

  private func candidates(
    _ volunteers: [Volunteer], _ teams: [ShiftView.Team], _ need: ReplacementNeed
  ) throws(StoreError) -> [ReplacementCandidate] {
    let monday = occurrence.date.weekStart
    let week = try tx.occurrences(from: monday, to: monday + 6)
    let past = try tx.occurrences(from: occurrence.date - 730, to: occurrence.date - 1)
    var candidates: [ReplacementCandidate] = []
    for volunteer in volunteers {
      var candidate = ReplacementCandidate(volunteer)
      candidate.home = try point(volunteer.home)
      let mine = teams.flatMap(\.people).filter { $0.id == volunteer.id }
      candidate.isOnTeam = mine.contains { $0.status.isOnTeam }
      candidate.hasDeclined = mine.contains { !$0.status.isOnTeam }
      let shifts = week.filter { $0.hasOnTeam(volunteer.id) && $0.status != .cancelled }
      candidate.minutesThatWeek = shifts.reduce(0) { $0 + $1.minutes }
      candidate.isBusy = shifts.contains { $0.date == need.date && $0.start < need.end && need.start < $0.end }
      candidate.walksThere = past.count { $0.place == need.place && $0.hasAttended(volunteer.id) }
      candidates.append(candidate)
    }
    return candidates
  }
}

extension Activity {
  /// People for one occurrence.
  var peopleNeeded: Int { kind == .doorToDoor ? max(doors?.team ?? 2, needs.volunteers) : needs.volunteers }
}

extension Occurrence {
  func hasAttended(_ volunteer: VolunteerID) -> Bool {
    assignments.contains { $0.volunteer == volunteer && $0.status == .attended }
  }
}

extension Array {
  fileprivate func ifEmpty(_ other: [Element]) -> [Element] { isEmpty ? other : self }
}
