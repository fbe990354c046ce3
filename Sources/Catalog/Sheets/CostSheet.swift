import Domain

/// A table of what was spent, a cost a row, for an event or for a campaign as a whole. Rows without an amount are
/// passed over, so that a table of events may be filled in bit by bit.
struct CostSheet: SheetFormat {
  static let rules = SheetRules(
    what: "cost", required: ["line", "amount"],
    optional: ["district"] + EventColumns.all.filter { $0 != "line" && $0 != "amount" })

  private let id, event, campaign, activity, place, district: Int?
  private let date, line, amount, currency, inKind, receipt: Int?

  init(_ header: SheetHeader) {
    (id, event, campaign) = (header["cost_id"], header["event"], header["campaign"])
    (activity, place, district) = (header["activity"], header["place"], header["district"])
    (date, line, amount) = (header["date"], header["line"], header["amount"])
    (currency, inKind, receipt) = (header["currency"], header["in_kind"], header["receipt"])
  }

  func value(of row: inout SheetReader) -> Cost? {
    guard row.text(amount) != nil else { return nil }
    let money = money(&row)
    let line = row.required(line)
    let campaign = row.required(campaign)
    _ = row.required(date)
    let date = row.date(date)
    guard let money, let line, let campaign, let date else { return nil }
    row.refer(to: .campaign, campaign, at: self.campaign)
    var cost = Cost(id: "", campaign: CampaignID(campaign), line: line, amount: money, date: date)
    cost.activity = row.text(activity).map { ActivityID($0) }
    cost.occurrence = row.text(event).map { OccurrenceID($0) }
    if let event = cost.occurrence { row.refer(to: .event, event.text, at: self.event) }
    cost.district = (row.knownPlace(district) ?? row.knownPlace(place))?.ancestor(.district)
    cost.inKind = row.flag(inKind) ?? false
    cost.receipt = row.text(receipt)
    cost.id = row.text(id) == nil ? row.numbered(likeness(of: cost)) : row.key(id) ?? ""
    return cost
  }

  /// "300 USD" in one cell, or the amount and its currency in two.
  private func money(_ row: inout SheetReader) -> Money? {
    guard let text = row.text(amount) else { return nil }
    let whole = row.text(currency).map { "\(text) \($0)" } ?? text
    if let money = Money(whole) { return money }
    let isBare = row.text(currency) == nil && !text.contains(" ")
    row.error(
      isBare
        ? "\"\(shortened(text))\" is an amount without a currency" : "\"\(shortened(whole))\" is no amount of money",
      at: amount, advice: "write it like 300 USD, or fill the column currency")
    return nil
  }

  /// The same row imported twice is the same cost: without an id of its own it is known by what it says.
  private func likeness(of cost: Cost) -> String {
    let parts = [
      cost.campaign.text, cost.occurrence?.text ?? cost.activity?.text ?? "", cost.district?.text ?? "", cost.line,
      cost.date.description, cost.amount.text, cost.receipt ?? "",
    ]
    return parts.joined(separator: "/")
  }
}
