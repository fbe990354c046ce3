public import Domain
import Storage

/// One answer as it comes from a door: on a phone, in a form, or typed from paper.
public struct DoorAnswer: Sendable {
  /// Random, made where the answer was given: the same id again is the same answer.
  public var id: String
  public var route: RouteID
  /// From 1, in walking order.
  public var door: Int
  public var disposition: Disposition
  /// By the clock of the phone; nil: now.
  public var at: Instant?
  public var leaflets = 0
  public var answers: [String: String] = [:]
  public var groups: Set<Group> = []
  /// Somebody there asked not to be visited again.
  public var doNotVisit = false

  public init(id: String, route: RouteID, door: Int, disposition: Disposition) {
    self.id = id
    self.route = route
    self.door = door
    self.disposition = disposition
  }
}

/// What the phone may forget, and what it has to show to the coordinator.
public struct VisitReceipt: Sendable, Equatable {
  /// Kept, now or before.
  public var received: [String] = []
  /// No door of this volunteer, or no such door.
  public var unknown: [String] = []
  /// The walk is too long ago, or has not begun.
  public var closed: [String] = []
}

/// Keeps answers from a volunteer's own doors, each once, whatever their order and however often they come.
public enum RecordVisits {
  public static let mostAtOnce = 50

  /// `clock` is what the phone's clock says now; what it is off by is taken from the times of the answers.
  public static func run(
    _ answers: [DoorAnswer], of volunteer: VolunteerID, clock: Instant? = nil, in context: ActionContext
  ) async throws(ActionError) -> VisitReceipt {
    guard answers.count <= mostAtOnce else {
      throw .field("events", "Send at most \(mostAtOnce) answers at once.")
    }
    for answer in answers { try check(answer) }
    let now = context.now
    return try await context.write { (tx) throws(StoreError) in
      let office = try tx.office()
      var keeper = VisitKeeper(tx: tx, volunteer: volunteer, now: now, office: office)
      keeper.correction = clock.map { now.milliseconds - $0.milliseconds } ?? 0
      var receipt = VisitReceipt()
      for answer in answers { try keeper.keep(answer, &receipt) }
      return receipt
    }
  }

  static func check(_ answer: DoorAnswer) throws(ActionError) {
    let isPlain = answer.id.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
    }
    guard isPlain, (8...64).contains(answer.id.utf8.count) else {
      throw .field("id", "An answer's id has 8 to 64 letters, digits and hyphens.")
    }
    guard (0...99).contains(answer.leaflets) else {
      throw .field("leaflets", "Enter a whole number of leaflets, 0 to 99.")
    }
  }
}

/// Keeps the answers of one batch within one transaction.
struct VisitKeeper {
  let tx: Transaction
  let volunteer: VolunteerID
  let now: Instant
  let office: Office
  /// Milliseconds to add to the phone's times.
  var correction: Int64 = 0
  private var walks: [RouteID: OwnWalk] = [:]

  init(tx: Transaction, volunteer: VolunteerID, now: Instant, office: Office) {
    self.tx = tx
    self.volunteer = volunteer
    self.now = now
    self.office = office
  }

  private struct OwnWalk {
    var occurrence: Occurrence
    var route: Route
    var survey: Survey?
  }

  mutating func keep(_ answer: DoorAnswer, _ receipt: inout VisitReceipt) throws(StoreError) {
    guard let walk = try walk(answer.route), (1...walk.route.doors.count).contains(answer.door) else {
      receipt.unknown.append(answer.id)
      return
    }
    let today = now.local(at: office.offset(at: now)).date
    let lastDay = walk.occurrence.date + ShowVolunteerDay.daysForAnswers
    guard (walk.occurrence.date...lastDay).contains(today) else {
      receipt.closed.append(answer.id)
      return
    }
    let visit = visit(answer, walk)
    if try tx.record(visit, receivedAt: now) { try follow(visit, answer, walk) }
    receipt.received.append(answer.id)
  }

  /// The volunteer's own walk; nil for everybody else's and for what does not exist.
  private mutating func walk(_ id: RouteID) throws(StoreError) -> OwnWalk? {
    if let known = walks[id] { return known }
    guard let route = try tx.route(id), let occurrence = try tx.occurrence(route.occurrence),
      occurrence.hasOnTeam(volunteer), occurrence.status != .cancelled, !route.doors.isEmpty
    else { return nil }
    let activity = try tx.document(Campaign.self, occurrence.campaign.text)?.activity(occurrence.activity)
    let survey = try activity?.survey.flatMap { (id) throws(StoreError) in try tx.document(Survey.self, id.text) }
    let own = OwnWalk(occurrence: occurrence, route: route, survey: survey)
    walks[id] = own
    return own
  }

  private func visit(_ answer: DoorAnswer, _ walk: OwnWalk) -> Visit {
    var visit = Visit(
      id: VisitID(answer.id), route: walk.route.id, household: walk.route.doors[answer.door - 1],
      disposition: answer.disposition, at: time(answer.at, walk.occurrence))
    visit.volunteer = volunteer
    visit.leaflets = answer.leaflets
    // Who was not talked to was asked nothing.
    guard answer.disposition == .talked else { return visit }
    visit.answers = walk.survey?.known(answer.answers) ?? [:]
    visit.groups = Dictionary(uniqueKeysWithValues: answer.groups.map { ($0, true) })
    return visit
  }

  /// The phone's time put right; never before the walk's day nor in the future, whatever the phone says.
  private func time(_ said: Instant?, _ occurrence: Occurrence) -> Instant {
    guard let said else { return now }
    let dayBegins = office.instant(of: LocalDateTime(date: occurrence.date, time: TimeOfDay(minutes: 0)))
    let (right, overflows) = said.milliseconds.addingReportingOverflow(correction)
    return overflows ? now : max(dayBegins, min(now, Instant(milliseconds: right)))
  }

  /// What else an answer means when it comes for the first time.
  private func follow(_ visit: Visit, _ answer: DoorAnswer, _ walk: OwnWalk) throws(StoreError) {
    let status = walk.occurrence.assignments.first { $0.volunteer == volunteer }?.status
    if status != .attended { try tx.assign(volunteer, to: walk.occurrence.id, status: .attended, at: now) }
    guard answer.doNotVisit else { return }
    try tx.markDoNotVisit(visit.household)
    for citizen in try tx.citizens(in: visit.household) {
      try tx.append(
        ConsentEntry(citizen: citizen, purpose: .visit, given: false, source: .door, at: visit.at), citizen: citizen)
    }
  }
}

extension Survey {
  /// The answers that this survey offers; a later version of it may have dropped some.
  func known(_ answers: [String: String]) -> [String: String] {
    answers.filter { answer in
      questions.first { $0.id == answer.key }?.answers.contains { $0.id == answer.value } ?? false
    }
  }
}
