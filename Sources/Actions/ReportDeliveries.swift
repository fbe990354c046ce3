public import Domain
import Evaluation
import Storage

/// Lists what became of every message, or counts it; addresses included, so the reading itself is written down.
public enum ReportDeliveries {
  /// - Parameter division: nil: one row for each message; otherwise one for each key and currency, without addresses.
  public static func run(
    _ ids: [CampaignID], by division: ReportDivision? = nil, in context: ActionContext
  ) async throws(ActionError) -> ReportTable {
    try context.require(.exportPeople)
    var table = division == nil ? DeliveryTable.ofMessages : DeliveryTable.ofCounts
    var sums: [DeliverySums.Key: DeliverySums] = [:]
    for id in ids {
      let found = try await context.read { (tx) throws(StoreError) in try read(id, division, tx) }
      table.rows += found.rows
      sums.merge(found.sums) { $0 + $1 }
    }
    table.rows += sums.sorted { $0.key < $1.key }.map { DeliveryTable.cells($0.key, $0.value) }
    let (who, now, rows, names) = (context.principal.name, context.now, table.rows.count, ids.map(\.text))
    try await context.write { (tx) throws(StoreError) in
      try tx.audit(
        "export", "deliveries", by: who, at: now, detail: "\(names.joined(separator: " ")): \(rows) rows")
    }
    return table
  }

  private static func read(
    _ id: CampaignID, _ division: ReportDivision?, _ tx: Transaction
  ) throws(StoreError) -> (rows: [[ReportTable.Cell]], sums: [DeliverySums.Key: DeliverySums]) {
    guard let campaign = try tx.document(Campaign.self, id.text) else { throw .notFound("campaign “\(id)”") }
    let office = try tx.office()
    let villages = division == .district ? try homes(tx) : [:]
    var rows: [[ReportTable.Cell]] = []
    var sums: [DeliverySums.Key: DeliverySums] = [:]
    try tx.eachMessage(of: id) { stored in
      guard let division else { return rows.append(DeliveryTable.cells(stored, office.currency)) }
      let message = stored.message
      let at = stored.startedAt ?? message.notBefore
      let belongs = Attribution(
        campaign, campaign.activity(message.activity), place: villages[message.citizen],
        date: at.local(at: office.offset(at: at)).date)
      let spent = stored.spent(office.currency)
      let key = DeliverySums.Key(key: belongs.key(division.dimension), currency: spent.currency)
      sums[key, default: DeliverySums(spent.currency)].add(message, spent)
    }
    return (rows, sums)
  }

  private static func homes(_ tx: Transaction) throws(StoreError) -> [CitizenID: Place.Code] {
    var villages: [CitizenID: Place.Code] = [:]
    try tx.eachCitizen(openingAddresses: false) { villages[$0.citizen.id] = $0.citizen.village }
    return villages
  }
}

extension StoredMessage {
  /// What was spent or may have been: nothing for what surely did not arrive.
  func spent(_ office: Currency) -> Money {
    let state = message.delivery.state
    let isSpent = [.sending, .sent, .delivered, .undelivered, .doubt].contains(state) || message.delivery.everInDoubt
    let price = message.price ?? .zero(office)
    return isSpent ? price : .zero(price.currency)
  }
}
