import Domain
import Evaluation

/// Who knows the office, before and after, with the number asked and the 95 % interval.
struct AwarenessReport {
  private let record: ResultsOnRecord
  private let cut: AwarenessTable.Cut

  /// A survey does not say through which channel somebody learned of the office, so only place and leadership divide it.
  init(_ record: ResultsOnRecord, _ division: ReportDivision) throws(ActionError) {
    guard let cut = AwarenessTable.Cut(rawValue: division.rawValue) else {
      throw .field("by", "Who knows the office is asked by district or facilitation, not by \(division.rawValue).")
    }
    self.record = record
    self.cut = cut
  }

  private static let columns =
    ["key", "name"] + ["before", "after"].flatMap { ["\($0)_asked", "\($0)_share", "\($0)_low", "\($0)_high"] }
    + ["change", "change_low", "change_high", "verdict"]

  func table() -> ReportTable {
    var table = ReportTable("awareness", columns: Self.columns)
    let known = AwarenessTable(record.answers, by: cut)
    let dimension: Dimension = cut == .district ? .district : .facilitation
    for row in known.rows { table.rows.append(record.heading(row.key, dimension) + cells(row)) }
    table.rows.append([.text("total"), .text("")] + cells(known.total))
    table.hasTotal = true
    table.notes = ["After is the endline, or what was asked in between while there is none. Intervals are 95 % (Wilson)."]
    return table
  }

  private func cells(_ row: AwarenessTable.Row) -> [ReportTable.Cell] {
    let (before, after) = (row.waves[.baseline], row.after)
    let cells = self.cells(before) + self.cells(after)
    guard let before, let after else { return cells + [.notRecorded, .notRecorded, .notRecorded, .text("no comparison")] }
    let lift = AwarenessLift(before: .survey(before), after: after)
    return cells + [
      .init(lift.change?.value), .init(lift.change?.low), .init(lift.change?.high), .text(lift.verdict.words),
    ]
  }

  /// Of fewer than 10 only the number asked is shown.
  private func cells(_ share: Share?) -> [ReportTable.Cell] {
    guard let share, share.weight != .tooFew, let estimate = share.estimate else {
      return [.init(share?.asked), .notRecorded, .notRecorded, .notRecorded]
    }
    return [.count(share.asked), .share(estimate.value), .share(estimate.low), .share(estimate.high)]
  }
}

extension AwarenessTable.Row {
  /// The latest wave after the campaign began.
  var after: Share? { waves[.endline] ?? waves[.midline] }
}

extension AwarenessLift.Verdict {
  var words: String {
    switch self {
    case .rise: "rise"
    case .fall: "fall"
    case .noClearChange: "no clear change"
    case .tooFew: "too few asked"
    }
  }
}
