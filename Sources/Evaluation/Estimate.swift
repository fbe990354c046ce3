/// A figure known only within a 95 % interval, and how such figures add and subtract. Intervals here are often
/// lopsided, so errors are joined by MOVER (Zou and Donner 2008): each side by the squares of its own distances.
/// For the difference of two Wilson intervals that is Newcombe's method 10 (1998).
public struct Estimate: Sendable, Hashable {
  public var value: Double
  public var low: Double
  public var high: Double

  public init(value: Double, low: Double, high: Double) {
    self.value = value
    self.low = low
    self.high = high
  }

  /// A figure taken as given, for example a share somebody reported without saying how many were asked.
  public init(exactly value: Double) { self.init(value: value, low: value, high: value) }

  public func contains(_ number: Double) -> Bool { low <= number && number <= high }

  public func overlaps(_ other: Estimate) -> Bool { low <= other.high && other.low <= high }

  public static func * (a: Estimate, factor: Double) -> Estimate {
    Estimate(value: a.value * factor, low: a.low * factor, high: a.high * factor)
  }

  public static func - (a: Estimate, b: Estimate) -> Estimate {
    let value = a.value - b.value
    return Estimate(
      value: value, low: value - root(a.value - a.low, b.high - b.value),
      high: value + root(a.high - a.value, b.value - b.low))
  }

  public static func + (a: Estimate, b: Estimate) -> Estimate {
    let value = a.value + b.value
    return Estimate(
      value: value, low: value - root(a.value - a.low, b.value - b.low),
      high: value + root(a.high - a.value, b.high - b.value))
  }

  private static func root(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
}
