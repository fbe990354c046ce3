import Channels

/// Notices that a channel does more harm than good: 20 errors of one kind in a row, or refusals of 10 % within five
/// minutes. Answers that only ask for patience do not count; the back-off heeds those.
struct ErrorWatch: Sendable {
  static let inARow = 20
  static let window = 300.0
  static let share = 0.1
  /// Below so many messages a share says nothing.
  static let fewest = 100

  private var kind: SendOutcome.Kind?
  private var count = 0
  private var seen: [(at: Double, refused: Bool)] = []
  private var start = 0
  private var refused = 0

  /// Takes note of an outcome; the reason to pause the channel, if there is one now.
  mutating func note(_ outcome: SendOutcome, keyed: Bool, at now: Double) -> String? {
    let isRefusal = outcome.kind == .rejectedAddress || outcome.kind == .rejectedMessage
    // On a keyed channel an unclear answer is asked again and harms nobody.
    let isError = isRefusal || (outcome.kind == .unknown && !keyed)
    if outcome.kind == .temporary || outcome.kind == .throttled || (outcome.kind == .unknown && keyed) { return nil }
    count = isError && kind == outcome.kind ? count + 1 : isError ? 1 : 0
    kind = isError ? outcome.kind : nil
    let tooMany = share(isRefusal, at: now)
    if count >= Self.inARow { return "repeatedErrors" }
    return tooMany ? "manyRefusals" : nil
  }

  private mutating func share(_ isRefusal: Bool, at now: Double) -> Bool {
    seen.append((now, isRefusal))
    if isRefusal { refused += 1 }
    while start < seen.count, seen[start].at < now - Self.window {
      if seen[start].refused { refused -= 1 }
      start += 1
    }
    if start > 4096 {
      seen.removeFirst(start)
      start = 0
    }
    let total = seen.count - start
    return isRefusal && total >= Self.fewest && Double(refused) >= Self.share * Double(total)
  }

  /// Forgets everything: somebody has mended the channel.
  mutating func reset() { self = ErrorWatch() }
}
