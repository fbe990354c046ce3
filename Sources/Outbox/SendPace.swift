import Domain

/// Spaces parts so that no window of one second holds more than the rate. Pure: times are seconds of the machine's
/// clock, passed in.
struct SendPace: Sendable {
  /// Departures are spaced 4 % wider than the rate asks, so that a departure that is a little late does not share its
  /// second with one too many.
  static let slack = 1.04
  /// A departure later than this shifts all that follow instead of letting them catch up in a burst.
  static let tolerance = 0.02
  /// How far ahead departures are given out, in seconds: a STOP or halt binds what is not given out yet.
  static let horizon = 0.1

  /// Seconds between parts; 0 without a rate.
  private(set) var spacing: Double
  /// The earliest moment of the next departure.
  private(set) var next: Double

  init(rate: SendRate?, next: Double = 0) {
    spacing = rate.map { Self.slack / $0.perSecond } ?? 0
    self.next = next
  }

  /// Gives out a departure for so many parts, or nil when it would be beyond the horizon.
  mutating func take(parts: Int, at now: Double) -> Double? {
    let departure = max(now, next)
    guard departure <= now + Self.horizon else { return nil }
    next = departure + spacing * Double(parts)
    return departure
  }

  /// How many parts could depart before the horizon.
  func room(at now: Double) -> Int {
    guard spacing > 0 else { return .max }
    return max(0, Int(((now + Self.horizon - max(now, next)) / spacing).rounded(.down)) + 1)
  }

  /// Never earlier than what another program or an earlier life of this one gave out.
  mutating func notBefore(_ time: Double) { next = max(next, time) }
}
