/// A distance; metres never meet minutes by accident.
public struct Metres: Hashable, Sendable, Comparable, Codable {
  public var value: Double

  public init(_ value: Double) { self.value = value }

  public static func < (a: Metres, b: Metres) -> Bool { a.value < b.value }
  public static func + (a: Metres, b: Metres) -> Metres { Metres(a.value + b.value) }
}

/// A duration in minutes.
public struct Minutes: Hashable, Sendable, Comparable, Codable {
  public var value: Double

  public init(_ value: Double) { self.value = value }

  public static func < (a: Minutes, b: Minutes) -> Bool { a.value < b.value }
  public static func + (a: Minutes, b: Minutes) -> Minutes { Minutes(a.value + b.value) }
}
