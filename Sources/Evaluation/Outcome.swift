public import Domain

/// What came of the money in one district, or in several together: the three costs that always stand side by side,
/// since their order can turn round from one to the next.
public struct Outcome: Sendable, Hashable {
  /// Cash, in the office's currency.
  public var spent: Money
  /// Counted people; estimates of audiences are not in it.
  public var reached: PeopleRange
  /// Everybody the campaign is about; nil when nobody said.
  public var concerned: Int?
  public var awareness: Awareness

  /// What surveys say about the people concerned.
  public enum Awareness: Sendable, Hashable {
    case surveyed(Surveyed)
    case unknown(UnitCost.Missing)
  }

  public struct Surveyed: Sendable, Hashable {
    /// Share of the people concerned who know the office, 0…1.
    public var share: Estimate
    /// The share before; nil when there is no baseline.
    public var before: Estimate?
    public var asked: Int
    public var fewAsked: Bool
  }

  public init(spent: Money, reached: PeopleRange, concerned: Int?, after: Share?, before: Baseline?) {
    self.spent = spent
    self.reached = reached
    self.concerned = concerned
    guard let after, let share = after.estimate else {
      awareness = .unknown(.noSurvey)
      return
    }
    let few = after.weight == .few || before?.isFew == true
    awareness =
      after.weight == .tooFew || before?.isTooFew == true
      ? .unknown(.tooFewAsked)
      : .surveyed(Surveyed(share: share, before: before?.estimate, asked: after.asked, fewAsked: few))
  }

  private init(_ spent: Money, _ reached: PeopleRange, _ concerned: Int?, _ awareness: Awareness) {
    self.spent = spent
    self.reached = reached
    self.concerned = concerned
    self.awareness = awareness
  }

  /// Share × people concerned.
  public var aware: Result<Estimate, UnitCost.Missing> { count { .success($0.share) } }

  /// (Share − share before) × people concerned; a change that is not clear is no number of people.
  public var newlyAware: Result<Estimate, UnitCost.Missing> {
    count { surveyed in
      guard let before = surveyed.before else { return .failure(.noBaseline) }
      let gained = surveyed.share - before
      if gained.contains(0) { return .failure(.noClearChange) }
      return gained.value > 0 ? .success(gained) : .failure(.fewerAware)
    }
  }

  private func count(
    _ share: (Surveyed) -> Result<Estimate, UnitCost.Missing>
  ) -> Result<Estimate, UnitCost.Missing> {
    switch awareness {
    case .unknown(let reason): return .failure(reason)
    case .surveyed(let surveyed):
      guard let concerned, concerned > 0 else { return .failure(.peopleConcernedUnknown) }
      return share(surveyed).map { $0 * Double(concerned) }
    }
  }

  /// Spent ÷ reached; over a range of people, a range without a middle.
  public var costPerReached: Result<UnitCost, UnitCost.Missing> {
    let people = Estimate(value: Double(reached.high), low: Double(reached.low), high: Double(reached.high))
    return cost(.success(people), few: false, none: .nobodyReached).map { cost in
      var cost = cost
      if !reached.isExact { cost.value = nil }
      return cost
    }
  }

  /// Spent ÷ (share × people concerned).
  public var costPerAware: Result<UnitCost, UnitCost.Missing> { cost(aware, few: fewAsked, none: .fewerAware) }

  /// Spent ÷ ((share − share before) × people concerned).
  public var costPerNewlyAware: Result<UnitCost, UnitCost.Missing> {
    cost(newlyAware, few: fewAsked, none: .noClearChange)
  }

  private var fewAsked: Bool {
    if case .surveyed(let surveyed) = awareness { return surveyed.fewAsked }
    return false
  }

  private func cost(
    _ people: Result<Estimate, UnitCost.Missing>, few: Bool, none: UnitCost.Missing
  ) -> Result<UnitCost, UnitCost.Missing> {
    people.flatMap { people in
      guard spent.minor > 0 else { return .failure(.nothingSpent) }
      return UnitCost(spent, per: people, fewAsked: few).map { .success($0) } ?? .failure(none)
    }
  }

  /// Several districts as one: money and people add up; shares are weighted by the people concerned, and their
  /// intervals joined by MOVER. If one district is not surveyed, nothing is said about awareness in all of them.
  /// - Precondition: at least one district, all in one currency.
  public static func combined(_ districts: [Outcome]) -> Outcome {
    let spent = districts.dropFirst().reduce(districts[0].spent) { $0 + $1.spent }
    let reached = districts.reduce(PeopleRange(0, 0)) { $0 + $1.reached }
    let known = districts.compactMap(\.concerned)
    let concerned = known.count == districts.count ? known.reduce(0, +) : nil
    return Outcome(spent, reached, concerned, awareness(districts, concerned))
  }

  private static func awareness(_ districts: [Outcome], _ concerned: Int?) -> Awareness {
    if districts.count == 1 { return districts[0].awareness }
    guard let concerned, concerned > 0 else { return .unknown(.peopleConcernedUnknown) }
    var surveyed: [(Surveyed, Double)] = []
    for district in districts {
      guard case .surveyed(let part) = district.awareness else { continue }
      surveyed.append((part, Double(district.concerned ?? 0) / Double(concerned)))
    }
    guard surveyed.count == districts.count else {
      if !surveyed.isEmpty { return .unknown(.notSurveyedEverywhere) }
      let tooFew = districts.contains { $0.awareness == .unknown(.tooFewAsked) }
      return .unknown(tooFew ? .tooFewAsked : .noSurvey)
    }
    let nothing = Estimate(exactly: 0)
    let before = surveyed.compactMap { part, weight in part.before.map { $0 * weight } }
    return .surveyed(
      Surveyed(
        share: surveyed.reduce(nothing) { $0 + $1.0.share * $1.1 },
        before: before.count == surveyed.count ? before.reduce(nothing, +) : nil,
        asked: surveyed.reduce(0) { $0 + $1.0.asked }, fewAsked: surveyed.contains { $0.0.fewAsked }))
  }
}
