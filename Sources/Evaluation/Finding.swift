public import Domain

/// What the comparison of NGO-led and government-led districts says, for the heading of the results; the words belong
/// to the page. A difference is told only when the intervals allow it, and never as a cause.
public enum Finding: Sendable, Hashable {
  /// No cost and no survey on record.
  case nothing
  /// Only one kind of facilitation has results.
  case oneSided(Facilitation)
  /// Fewer than 10 were asked on one side.
  case tooFew
  /// The intervals overlap, or one side saw no clear change.
  case noClearDifference(Measure)
  case clear(Difference)

  public enum Measure: String, Sendable, Hashable, CaseIterable {
    /// Preferred: spent per newly aware citizen.
    case costPerNewlyAware
    /// Where there is no baseline or no money to divide: the share that knows the office.
    case awareness
  }

  public struct Difference: Sendable, Hashable {
    public var measure: Measure
    /// Money in units of the currency per person, or a share 0…1.
    public var ngo: Double
    public var government: Double
    /// NGO-led spending ÷ government-led spending; nil when one of them spent nothing.
    public var spendingRatio: Double?

    public init(measure: Measure, ngo: Double, government: Double, spendingRatio: Double?) {
      self.measure = measure
      self.ngo = ngo
      self.government = government
      self.spendingRatio = spendingRatio
    }

    /// NGO-led against government-led, −0.55 for "55 % less".
    public var relative: Double { ngo / government - 1 }
  }

  /// - Parameters: all districts of one kind together (``Outcome/combined(_:)``); nil when there are none.
  public init(ngo: Outcome?, government: Outcome?) {
    switch (ngo.flatMap { $0.isEmpty ? nil : $0 }, government.flatMap { $0.isEmpty ? nil : $0 }) {
    case (nil, nil): self = .nothing
    case (_?, nil): self = .oneSided(.ngo)
    case (nil, _?): self = .oneSided(.government)
    case (let ngo?, let government?): self = Self.compare(ngo, government)
    }
  }

  private static func compare(_ ngo: Outcome, _ government: Outcome) -> Finding {
    if ngo.awareness == .unknown(.tooFewAsked) || government.awareness == .unknown(.tooFewAsked) { return .tooFew }
    let ratio =
      government.spent.minor > 0 && ngo.spent.minor > 0
      ? Double(ngo.spent.minor) / Double(government.spent.minor) : nil
    if let ours = ngo.costPerNewlyAware.range, let theirs = government.costPerNewlyAware.range {
      guard !ours.overlaps(theirs) else { return .noClearDifference(.costPerNewlyAware) }
      return .clear(
        Difference(measure: .costPerNewlyAware, ngo: ours.value, government: theirs.value, spendingRatio: ratio))
    }
    if ngo.newlyAware.isUnclear || government.newlyAware.isUnclear { return .noClearDifference(.costPerNewlyAware) }
    guard case .surveyed(let ours) = ngo.awareness, case .surveyed(let theirs) = government.awareness,
      !(ours.share - theirs.share).contains(0), theirs.share.value > 0
    else { return .noClearDifference(.awareness) }
    return .clear(
      Difference(
        measure: .awareness, ngo: ours.share.value, government: theirs.share.value, spendingRatio: ratio))
  }
}

extension Outcome {
  /// Neither money nor people nor a survey.
  var isEmpty: Bool {
    if case .surveyed = awareness { return false }
    return spent.minor == 0 && reached.high == 0 && awareness != .unknown(.tooFewAsked)
  }
}

extension Result<UnitCost, UnitCost.Missing> {
  /// In units of the currency; a cost without an upper end reaches to infinity.
  fileprivate var range: Estimate? {
    guard case .success(let cost) = self, let value = cost.value else { return nil }
    func units(_ price: UnitPrice) -> Double { Double(price.micro) / 1_000_000 }
    return Estimate(value: units(value), low: units(cost.low), high: cost.high.map(units) ?? .infinity)
  }
}

extension Result<Estimate, UnitCost.Missing> {
  fileprivate var isUnclear: Bool { self == .failure(.noClearChange) }
}
