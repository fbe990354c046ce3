/// What people answered at the doors to the question that awareness is measured by, with the number asked beside it.
public struct DoorTally: Hashable, Sendable {
  public private(set) var asked = 0
  public private(set) var aware = 0

  public init() {}

  /// Counts the answer that holds at each door; a question that was skipped was not asked. `visits` oldest first.
  public init(_ visits: [Visit], survey: Survey) {
    guard let question = survey.awarenessQuestion else { return }
    let awareAnswers = Set(question.answers.filter(\.aware).map(\.id))
    for visit in RouteProgress.latest(visits).values {
      guard visit.disposition == .talked, let answer = visit.answers[question.id] else { continue }
      asked += 1
      if awareAnswers.contains(answer) { aware += 1 }
    }
  }

  public static func += (a: inout DoorTally, b: DoorTally) {
    a.asked += b.asked
    a.aware += b.aware
  }
}
