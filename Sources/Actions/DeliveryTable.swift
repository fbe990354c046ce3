import Domain
import Storage

/// The two shapes of the report of deliveries.
enum DeliveryTable {
  /// The states of `status`, in its order.
  static let states: [Delivery.State] = [
    .planned, .sending, .sent, .delivered, .undelivered, .failed, .doubt, .skipped,
  ]

  /// One row for each message. `cost` is what was spent or may have been, `at` when the last attempt began (UTC).
  static let ofMessages = ReportTable(
    "deliveries",
    columns: [
      "campaign", "activity", "channel", "to", "status", "reason", "language", "parts", "cost", "currency", "attempts",
      "at",
    ])

  /// One row for each key and currency.
  static let ofCounts = ReportTable(
    "deliveries",
    columns: ["key", "recipients"] + states.map(\.rawValue) + ["parts", "cost", "currency"])

  static func cells(_ stored: StoredMessage, _ office: Currency) -> [ReportTable.Cell] {
    let message = stored.message
    let spent = stored.spent(office)
    return [
      .text(message.campaign.text), .text(message.activity.text), .text(message.channel.text),
      .text(message.address.value), .text(message.delivery.state.rawValue),
      .text(stored.reason?.rawValue ?? ""), .text(message.language.rawValue), .count(message.parts), .money(spent),
      .text(spent.currency.rawValue), .count(message.attempts), .text(stored.startedAt?.iso8601 ?? ""),
    ]
  }

  static func cells(_ key: DeliverySums.Key, _ sums: DeliverySums) -> [ReportTable.Cell] {
    [.text(key.key ?? "not recorded"), .count(sums.counts.values.reduce(0, +))]
      + states.map { .count(sums.counts[$0] ?? 0) }
      + [.count(sums.parts), .money(sums.cost), .text(key.currency.rawValue)]
  }
}

/// What the messages of one row came to.
struct DeliverySums: Sendable {
  /// Different currencies are never added.
  struct Key: Hashable, Comparable, Sendable {
    /// Nil: the message does not say.
    var key: String?
    var currency: Currency

    static func < (a: Key, b: Key) -> Bool {
      guard a.key != b.key else { return a.currency.rawValue < b.currency.rawValue }
      guard let first = a.key, let second = b.key else { return a.key != nil }
      return first < second
    }
  }

  private(set) var counts: [Delivery.State: Int] = [:]
  private(set) var parts = 0
  private(set) var cost: Money

  init(_ currency: Currency) { cost = .zero(currency) }

  mutating func add(_ message: Message, _ spent: Money) {
    counts[message.delivery.state, default: 0] += 1
    parts += message.parts
    cost += spent
  }

  static func + (a: DeliverySums, b: DeliverySums) -> DeliverySums {
    var sum = a
    sum.counts.merge(b.counts, uniquingKeysWith: +)
    sum.parts += b.parts
    sum.cost += b.cost
    return sum
  }
}
