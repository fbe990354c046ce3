/// How many of those asked knew it, and what that says about everybody.
public struct Share: Sendable, Hashable {
  /// How far a share carries.
  public enum Weight: Sendable, Hashable {
    /// Fewer than 10 asked: no figure is shown.
    case tooFew
    /// 10 to 29 asked: the figure is shown with "few asked".
    case few
    case enough
  }

  public private(set) var asked: Int
  public private(set) var aware: Int

  /// - Precondition: 0 ≤ aware ≤ asked.
  public init(aware: Int, asked: Int) {
    precondition(aware >= 0 && aware <= asked, "nobody can know it who was not asked")
    self.asked = asked
    self.aware = aware
  }

  public var weight: Weight { asked < 10 ? .tooFew : asked < 30 ? .few : .enough }

  /// The share and its 95 % score interval (E. B. Wilson 1927), 0…1; nil when nobody was asked.
  ///
  /// (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n), z = 1.96
  public var estimate: Estimate? {
    guard asked > 0 else { return nil }
    let n = Double(asked)
    let p = Double(aware) / n
    let z = 1.959963984540054
    let middle = p + z * z / (2 * n)
    let spread = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    // Rounding must not push the ends past what a share can be, nor off the share itself at 0 and 1.
    return Estimate(
      value: p, low: max(0, min(p, (middle - spread) / scale)), high: min(1, max(p, (middle + spread) / scale)))
  }

  public static func + (a: Share, b: Share) -> Share { Share(aware: a.aware + b.aware, asked: a.asked + b.asked) }
}
