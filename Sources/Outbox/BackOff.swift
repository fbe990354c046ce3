import Domain

/// How long a message waits before it is tried again: doubling, with jitter so that a provider that comes back is not
/// met by everybody at once.
enum BackOff {
  /// Tries of a message before its provider's refusals are believed.
  static let mostAttempts = 12

  /// Seconds before the next try after `attempts` of them, between half and the whole of 0.5 s · 2ⁿ, at most 10 minutes.
  static func seconds(after attempts: Int, jitter: Double) -> Double {
    let whole = min(0.5 * Double(1 << min(max(attempts, 1), 12)), 600)
    return whole * (0.5 + jitter / 2)
  }
}
