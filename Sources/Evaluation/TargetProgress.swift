public import Domain

/// How far a campaign came with one of its targets.
public struct TargetProgress: Sendable, Hashable {
  public var target: Target
  public var reached: PeopleRange
  /// Counted attendances of which nobody noted whether they belong to the group: the figure could be higher.
  public var notRecorded: Int

  public init(_ target: Target, in reach: ReachTable.Row) {
    self.target = target
    guard let group = target.group, let counted = reach.groups[group] else {
      reached = reach.people
      notRecorded = 0
      return
    }
    reached = counted.people
    notRecorded = counted.notRecorded
  }

  /// Reached ÷ wanted at both ends, 1 for all of them; nil for a target of nobody.
  public var fraction: ClosedRange<Double>? {
    guard target.people > 0 else { return nil }
    return Double(reached.low) / Double(target.people)...Double(reached.high) / Double(target.people)
  }
}
