import Domain
import Evaluation
import Storage

extension ResultsOnRecord {
  /// Where and when messages of one activity arrived.
  private struct Batch: Hashable, Comparable {
    var activity: ActivityID
    var place: Place.Code?
    var month: LocalDate
    var grade: ReachGrade?

    /// Any order will do, as long as it is always the same.
    static func < (a: Batch, b: Batch) -> Bool {
      (a.activity.text, a.place?.text ?? "", a.month, a.grade?.rawValue ?? "")
        < (b.activity.text, b.place?.text ?? "", b.month, b.grade?.rawValue ?? "")
    }
  }

  /// Messages whose arrival a receipt confirms are counted; those only handed over are an estimate. What a message
  /// costs is spent once it has left, unless the provider refused it.
  mutating func addMessages(of campaign: Campaign, _ tx: Transaction) throws(StoreError) {
    var reached: [Batch: [CitizenID]] = [:]
    var spent: [Batch: [Money]] = [:]
    let zone = office.offset(at: Instant(milliseconds: 0))
    try tx.eachMessageResult(of: campaign.id) { message in
      let day = message.startedAt.local(at: zone).date
      let month = LocalDate(year: day.year, month: day.month, day: 1) ?? day
      var batch = Batch(activity: message.activity, place: message.village?.ancestor(.district), month: month)
      switch message.state {
      case .delivered: batch.grade = .receipt
      case .sent: batch.grade = .declared
      case .undelivered, .doubt: batch.grade = nil
      case .planned, .sending, .failed, .skipped: return
      }
      if batch.grade != nil { reached[batch, default: []].append(message.citizen) }
      if let price = message.price { spent[batch, default: []].append(price) }
    }
    for (batch, citizens) in reached.sorted(by: { $0.key < $1.key }) {
      let belongs = belonging(campaign, campaign.activity(batch.activity), place: batch.place, date: batch.month)
      reach.append(
        ReachEntry(
          batch.grade ?? .declared, attendances: citizens.count, contacts: citizens.map { .citizen($0) }, belongs: belongs))
    }
    for (batch, prices) in spent.sorted(by: { $0.key < $1.key }) {
      let belongs = belonging(campaign, campaign.activity(batch.activity), place: batch.place, date: batch.month)
      let byCurrency = Dictionary(grouping: prices, by: \.currency).sorted { $0.key.rawValue < $1.key.rawValue }
      for (currency, amounts) in byCurrency {
        let sum = amounts.reduce(.zero(currency), +)
        let line = campaign.activity(batch.activity)?.messageLine ?? batch.activity.text
        if sum.minor > 0 { costs.append(CostEntry(.spent, sum, line: line, belongs: belongs)) }
      }
    }
  }
}
