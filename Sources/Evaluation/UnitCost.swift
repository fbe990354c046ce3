public import Domain

/// What one person cost, as far as it can be said.
public struct UnitCost: Sendable, Hashable {
  /// Spent divided by the people; nil when only the range is known.
  public var value: UnitPrice?
  public var low: UnitPrice
  /// Nil: there is no upper end, because it may have been almost nobody.
  public var high: UnitPrice?
  /// 10 to 29 people were asked: the page says so.
  public var fewAsked: Bool

  /// Why there is no figure; shown in words in its place.
  public enum Missing: String, Error, Sendable, Hashable, CaseIterable {
    case nothingSpent, nobodyReached, noSurvey, noBaseline, tooFewAsked, noClearChange, fewerAware
    case peopleConcernedUnknown, notSurveyedEverywhere
  }

  /// Spent ÷ people, for a number of people known within an interval: the fewer people, the dearer each. Interval
  /// arithmetic: spent ÷ high … spent ÷ low. Money counts as exact. Less than one person has no price.
  init?(_ spent: Money, per people: Estimate, fewAsked: Bool = false) {
    guard let low = Self.price(spent, people.high) else { return nil }
    value = Self.price(spent, people.value)
    self.low = low
    high = Self.price(spent, people.low)
    self.fewAsked = fewAsked
  }

  private static func price(_ spent: Money, _ people: Double) -> UnitPrice? {
    guard people >= 1 else { return nil }
    let micro = Double(spent.minor) * Double(1_000_000 / spent.currency.minorUnits) / people
    return UnitPrice(micro: Int64(micro.rounded()), spent.currency)
  }
}

/// A number of different people that is known only between two ends; equal ends are an exact number.
public struct PeopleRange: Sendable, Hashable {
  public var low: Int
  public var high: Int

  public init(_ low: Int, _ high: Int) {
    self.low = low
    self.high = high
  }

  public var isExact: Bool { low == high }

  /// For different people, such as those of two districts.
  public static func + (a: PeopleRange, b: PeopleRange) -> PeopleRange {
    PeopleRange(a.low + b.low, a.high + b.high)
  }
}
