/// What was known before: a survey of our own, or a figure that somebody reported.
public enum Baseline: Sendable, Hashable {
  case survey(Share)
  /// A share 0…1 without the number asked.
  case reported(Double)

  /// Nil when nobody was asked.
  public var estimate: Estimate? {
    switch self {
    case .survey(let share): share.estimate
    case .reported(let share): Estimate(exactly: share)
    }
  }

  var isTooFew: Bool { weight == .tooFew }
  var isFew: Bool { weight == .few }

  /// A reported share carries as far as whoever reported it says.
  private var weight: Share.Weight {
    if case .survey(let share) = self { return share.weight }
    return .enough
  }
}

/// How much more (or less) is known than before, and whether the surveys are large enough to say so.
public struct AwarenessLift: Sendable, Hashable {
  public enum Verdict: Sendable, Hashable {
    case rise, fall
    /// The interval of the change contains nothing-has-changed.
    case noClearChange
    /// Fewer than 10 asked in one of the surveys.
    case tooFew
  }

  public let before: Baseline
  public let after: Share

  public init(before: Baseline, after: Share) {
    self.before = before
    self.after = after
  }

  /// Share after less share before, −1…1, with Newcombe's interval; where the earlier number asked is unknown, with
  /// the Wilson interval of the later share alone. Nil when a survey asked nobody.
  public var change: Estimate? {
    guard let before = before.estimate, let after = after.estimate else { return nil }
    return after - before
  }

  /// The clarity rule: a change counts only when its interval leaves zero out.
  public var verdict: Verdict {
    guard let change, after.weight != .tooFew, !before.isTooFew else { return .tooFew }
    if change.contains(0) { return .noClearChange }
    return change.value > 0 ? .rise : .fall
  }

  /// The change beyond the one that a comparison group saw in the same time (difference in differences).
  public func beyond(_ comparison: AwarenessLift) -> Estimate? {
    guard let change, let other = comparison.change else { return nil }
    return change - other
  }
}
