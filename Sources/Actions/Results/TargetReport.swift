import Domain
import Evaluation

/// How far each campaign came with its targets.
struct TargetReport {
  let record: ResultsOnRecord
  /// Nil: each campaign as a whole.
  let dimension: Dimension?
  let hidesFew: Bool

  init(_ record: ResultsOnRecord, _ dimension: Dimension?, hidesFew: Bool) {
    self.record = record
    self.dimension = dimension
    self.hidesFew = hidesFew
  }

  func table() -> ReportTable {
    var table = ReportTable(
      "targets",
      columns: [
        "campaign", "group", "key", "name", "target", "people_low", "people_high", "share_low", "share_high",
        "not_recorded",
      ])
    for campaign in record.campaigns {
      let own = record.reach.filter { $0.belongs.campaign == campaign.id }
      let reach = ReachTable(own, by: dimension ?? .district)
      let rows = dimension == nil ? [reach.total] : reach.rows
      for target in campaign.targets {
        for row in rows { table.rows.append(cells(target, campaign, row)) }
      }
    }
    return table
  }

  private func cells(_ target: Target, _ campaign: Campaign, _ row: ReachTable.Row) -> [ReportTable.Cell] {
    let progress = TargetProgress(target, in: row)
    let heading = dimension.map { record.heading(row.key, $0) } ?? [.text(""), .text("")]
    let start: [ReportTable.Cell] = [.text(campaign.id.text), .text(target.group?.header ?? "everybody")] + heading
    let people = progress.reached
    if hidesFew, target.group != nil, people.high < Disclosure.smallest {
      let few = ReportTable.Cell.hidden("under \(Disclosure.smallest)")
      return start + [.count(target.people), few, few, .notRecorded, .notRecorded, .count(progress.notRecorded)]
    }
    return start + [
      .count(target.people), .count(people.low), .count(people.high), .init(progress.fraction?.lowerBound),
      .init(progress.fraction?.upperBound), .count(progress.notRecorded),
    ]
  }
}
