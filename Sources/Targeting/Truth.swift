/// Three answers, because a fact that nobody recorded is not a "no" (Kleene's strong logic of 1938).
public enum Truth: Int, Sendable, Hashable, CaseIterable {
  case no, unknown, yes

  public init(_ known: Bool?) {
    switch known {
    case true?: self = .yes
    case false?: self = .no
    case nil: self = .unknown
    }
  }

  public static prefix func ! (a: Truth) -> Truth { Truth(rawValue: 2 - a.rawValue)! }
  public static func && (a: Truth, b: Truth) -> Truth { a.rawValue < b.rawValue ? a : b }
  public static func || (a: Truth, b: Truth) -> Truth { a.rawValue > b.rawValue ? a : b }
}
