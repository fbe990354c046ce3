public import Domain
import Storage

/// A volunteer says “I can come” or “I cannot”.
public enum AnswerShift {
  public enum Answer: Sendable, Equatable {
    case come
    case cannot(Assignment.Reason?)

    func isAlready(_ status: Assignment.Status) -> Bool {
      switch self {
      case .come: status == .confirmed
      case .cannot: status == .declined
      }
    }
  }

  /// Noon on the day before: until then there is time to find somebody else.
  public static func changeableUntil(_ occurrence: Occurrence) -> LocalDateTime {
    LocalDateTime(date: occurrence.date - 1, time: TimeOfDay(minutes: 12 * 60))
  }

  /// A first answer is taken until the shift begins, a change of mind until noon the day before.
  static func isOpen(_ occurrence: Occurrence, status: Assignment.Status, now: LocalDateTime) -> Bool {
    guard occurrence.status != .cancelled else { return false }
    switch status {
    case .proposed, .asked: return now < LocalDateTime(date: occurrence.date, time: occurrence.start)
    case .confirmed, .declined: return now < changeableUntil(occurrence)
    case .attended, .absent: return false
    }
  }

  public static func run(
    _ answer: Answer, to id: OccurrenceID, by volunteer: VolunteerID, in context: ActionContext
  ) async throws(ActionError) {
    let now = context.now
    let isTaken = try await context.write { (tx) throws(StoreError) -> Bool? in
      guard let occurrence = try tx.occurrence(id),
        let assignment = occurrence.assignments.first(where: { $0.volunteer == volunteer })
      else { return nil }
      // The same answer again, by a second tap or a page loaded anew, has been taken already.
      if answer.isAlready(assignment.status) { return true }
      let office = try tx.office()
      guard isOpen(occurrence, status: assignment.status, now: now.local(at: office.offset(at: now))) else {
        return false
      }
      switch answer {
      case .come: try tx.assign(volunteer, to: id, status: .confirmed, at: now)
      case .cannot(let reason): try tx.decline(id, by: volunteer, reason: reason, at: now)
      }
      return true
    }
    guard let isTaken else { throw .notFound("shift “\(id)”") }
    guard isTaken else {
      throw .refused("The time to answer is over. Call your coordinator.")
    }
  }
}
