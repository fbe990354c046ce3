public import Domain
import Storage

/// One row for each message of a campaign.
public struct DeliveryRow: Sendable, Codable, Equatable {
  public var campaign: String
  public var activity: String
  public var channel: String
  public var to: String
  /// A state of `status`.
  public var status: String
  public var reason: String
  public var language: String
  public var parts: Int
  /// What was spent or may have been: nothing for what surely did not arrive.
  public var cost: String
  public var currency: String
  public var attempts: Int
  /// When the last attempt began, ISO 8601 UTC.
  public var at: String

  public static let headers = [
    "campaign", "activity", "channel", "to", "status", "reason", "language", "parts", "cost", "currency", "attempts",
    "at",
  ]

  public var cells: [String] {
    [
      campaign, activity, channel, to, status, reason, language, String(parts), cost, currency, String(attempts), at,
    ]
  }
}

/// Lists what became of every message; addresses included, so the reading itself is written down.
public enum ReportDeliveries {
  public static func run(_ ids: [CampaignID], in context: ActionContext) async throws(ActionError) -> [DeliveryRow] {
    try context.require(.exportPeople)
    let (who, now) = (context.principal.name, context.now)
    var rows: [DeliveryRow] = []
    for id in ids {
      rows += try await context.read { (tx) throws(StoreError) in
        guard try tx.document(Campaign.self, id.text) != nil else { throw .notFound("campaign “\(id)”") }
        let currency = try tx.office().currency
        var rows: [DeliveryRow] = []
        try tx.eachMessage(of: id) { rows.append(row($0, currency)) }
        return rows
      }
    }
    let (count, names) = (rows.count, ids.map(\.text).joined(separator: " "))
    try await context.write { (tx) throws(StoreError) in
      try tx.audit("export", "deliveries", by: who, at: now, detail: "\(names): \(count) rows")
    }
    return rows
  }

  private static func row(_ stored: StoredMessage, _ office: Currency) -> DeliveryRow {
    let message = stored.message
    let state = message.delivery.state
    let spent = [.sending, .sent, .delivered, .undelivered, .doubt].contains(state) || message.delivery.everInDoubt
    let price = message.price ?? .zero(office)
    return DeliveryRow(
      campaign: message.campaign.text, activity: message.activity.text, channel: message.channel.text,
      to: message.address.value, status: state.rawValue, reason: stored.reason?.rawValue ?? "",
      language: message.language.rawValue, parts: message.parts,
      cost: (spent ? price : .zero(price.currency)).decimal, currency: price.currency.rawValue,
      attempts: message.attempts, at: stored.startedAt?.iso8601 ?? "")
  }
}
