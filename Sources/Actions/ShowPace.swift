public import Domain
import Storage

/// How many messages were handed over in each of the last minutes, so that a sending that crawls or stands is seen.
public struct SendingPace: Sendable, Equatable {
  /// The oldest first.
  public var counts: [Int]
  /// The minute of the first count, on the office's clock.
  public var start: LocalDateTime
  /// The last minute in which something left, as a position in `counts`.
  public var lastActive: Int
}

public enum ShowPace {
  /// More would be too thin to read.
  public static let minutes = 80

  /// Nil before the first message left. While the last one is not long ago the minutes go on until now, so that
  /// silence is seen too.
  public static func run(
    _ activity: ActivityID, of campaign: CampaignID, in context: ActionContext
  ) async throws(ActionError) -> SendingPace? {
    try context.require(.seeCampaigns)
    let now = context.now.milliseconds / 60_000
    return try await context.read { (tx) throws(StoreError) in
      guard let span = try tx.sendingSpan(campaign, activity) else { return nil }
      let last = span.last.milliseconds / 60_000
      let end = now - last < minutes ? max(now, last) : last
      let start = max(span.first.milliseconds / 60_000, end - Int64(minutes) + 1)
      let from = Instant(milliseconds: start * 60_000)
      let found = try tx.handedOver(campaign, activity, from: from)
      return SendingPace(
        counts: (start...end).map { found[$0] ?? 0 }, start: from.local(at: try tx.office().offset(at: from)),
        lastActive: Int(last - start))
    }
  }
}
