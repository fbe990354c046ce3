import Domain
import Evaluation

/// What volunteers were asked for and gave.
struct VolunteerReport {
  let record: ResultsOnRecord
  let dimension: Dimension

  init(_ record: ResultsOnRecord, _ dimension: Dimension) {
    self.record = record
    self.dimension = dimension
  }

  func table() -> ReportTable {
    var table = ReportTable(
      "volunteers",
      columns: [
        "key", "name", "occurrences", "asked", "confirmed", "attended", "absent", "hours", "doors", "talked",
      ])
    let groups = Dictionary(grouping: record.work) { $0.belongs.key(dimension) }
    for key in inOrder(groups.keys) { table.rows.append(record.heading(key, dimension) + cells(groups[key] ?? [])) }
    table.rows.append([.text("total"), .text("")] + cells(record.work))
    table.hasTotal = true
    return table
  }

  private func cells(_ work: [VolunteerWork]) -> [ReportTable.Cell] {
    guard let first = work.first else { return Array(repeating: .count(0), count: 8) }
    let sum = work.dropFirst().reduce(first, +)
    return [
      work.count, sum.asked, sum.confirmed, sum.attended, sum.absent, sum.minutes / 60, sum.doors, sum.talked,
    ].map { .count($0) }
  }
}
