import Domain
import Storage

/// Gathers a volunteer's day within one view of the store.
struct VolunteerDayLoader {
  let tx: Transaction
  let volunteer: VolunteerID
  let name: LocalizedText
  let now: LocalDateTime

  /// Shifts further away are shown when their time comes.
  private static let mostShifts = 5

  func load() throws(StoreError) -> VolunteerDay {
    let known = try tx.occurrences(of: volunteer, from: now.date - ShowVolunteerDay.daysForAnswers)
    let mine = known.filter { $0.status != .cancelled && $0.hasOnTeam(volunteer) }
    var day = VolunteerDay(volunteer: name, walk: nil, ended: nil, shifts: [])
    day.officePhone = try tx.office().phone
    let coming = known.filter { $0.date >= now.date }
    for occurrence in coming.prefix(Self.mostShifts) { day.shifts.append(try shift(occurrence)) }
    day.walk = try todaysWalk(mine.filter { $0.date == now.date })
    if day.walk == nil { day.ended = try lastWalk(mine.filter { $0.date < now.date }) }
    return day
  }

  func shift(_ occurrence: Occurrence) throws(StoreError) -> VolunteerShift {
    let activity = try tx.document(Campaign.self, occurrence.campaign.text)?.activity(occurrence.activity)
    var partners: [LocalizedText] = []
    for other in occurrence.assignments where other.volunteer != volunteer && other.status.isOnTeam {
      if let partner = try tx.name(of: other.volunteer) { partners.append(partner) }
    }
    let route = try tx.routeOutline(of: occurrence.id)
    let status = occurrence.assignments.first { $0.volunteer == volunteer }?.status ?? .proposed
    let answerBy = AnswerShift.changeableUntil(occurrence)
    return VolunteerShift(
      occurrence: occurrence, kind: activity?.kind ?? .meeting, activity: activity?.name, place: try place(occurrence),
      partners: partners, status: status, meetingPoint: route?.meetingPoint,
      route: try route.map { (route) throws(StoreError) in (try tx.number(of: route.id), route.doors) },
      answerBy: answerBy, mayAnswer: AnswerShift.isOpen(occurrence, status: status, now: now))
  }

  private func place(_ occurrence: Occurrence) throws(StoreError) -> LocalizedText? {
    guard let code = occurrence.place else { return nil }
    return try tx.place(code)?.name
  }

  /// The walk under way, or the next of the day, or the day's last.
  private func todaysWalk(_ today: [Occurrence]) throws(StoreError) -> Walk? {
    var routes: [(Occurrence, Route)] = []
    for occurrence in today {
      if let route = try tx.route(of: occurrence.id) { routes.append((occurrence, route)) }
    }
    guard let (occurrence, route) = routes.first(where: { now.time < $0.0.end }) ?? routes.last else { return nil }
    return try walk(occurrence, route)
  }

  func walk(_ occurrence: Occurrence, _ route: Route) throws(StoreError) -> Walk {
    let visits = try tx.visits(on: route.id)
    let survey = try tx.document(Campaign.self, occurrence.campaign.text)?.activity(occurrence.activity)?.survey
    return Walk(
      route: route.id, shift: try shift(occurrence), doors: try tx.doors(of: route, visits: visits),
      survey: try survey.flatMap { (id) throws(StoreError) in try tx.document(Survey.self, id.text) },
      lastReceived: visits.map(\.at).max())
  }

  private func lastWalk(_ past: [Occurrence]) throws(StoreError) -> EndedWalk? {
    for occurrence in past.reversed() {
      guard let route = try tx.route(of: occurrence.id) else { continue }
      let houses = RouteProgress.latest(try tx.visits(on: route.id)).count
      return EndedWalk(number: try tx.number(of: route.id), place: try place(occurrence), houses: houses)
    }
    return nil
  }
}

extension Assignment.Status {
  /// Still one of the people who come.
  var isOnTeam: Bool { self != .declined && self != .absent }
}

extension Occurrence {
  func hasOnTeam(_ volunteer: VolunteerID) -> Bool {
    assignments.contains { $0.volunteer == volunteer && $0.status.isOnTeam }
  }
}

extension Transaction {
  /// A route's doors in walking order, each with the answer that counts. `visits` are all events, oldest first.
  func doors(of route: Route, visits: [Visit]) throws(StoreError) -> [Walk.Door] {
    let latest = RouteProgress.latest(visits)
    let households = try households(on: route.id)
    return route.doors.enumerated().map { position, id in
      Walk.Door(number: position + 1, id: id, household: households[id], visit: latest[id])
    }
  }
}

extension Walk.Door {
  fileprivate init(number: Int, id: HouseholdID, household: Household?, visit: Visit?) {
    self.number = number
    self.household = id
    group = household?.group
    painted = household?.door
    point = household?.point
    note = ["note", "landmark"].compactMap { household?.attributes[$0] }.compactMap(\.text).first
    bestTime = household?.bestTime
    doNotVisit = household?.doNotVisit ?? false
    self.visit = visit
  }
}

extension AttributeValue {
  fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }
}
