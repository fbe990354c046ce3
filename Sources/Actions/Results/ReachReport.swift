import Domain
import Evaluation

/// Who was reached: counted and estimated apart, people as a range, groups with what nobody noted.
struct ReachReport {
  let record: ResultsOnRecord
  let dimension: Dimension
  let hidesFew: Bool

  init(_ record: ResultsOnRecord, _ dimension: Dimension, hidesFew: Bool) {
    self.record = record
    self.dimension = dimension
    self.hidesFew = hidesFew
  }

  func table() -> ReportTable {
    var table = ReportTable("reach", columns: ["key", "name", "planned", "counted", "people_low", "people_high", "estimated"])
    table.columns += Group.allCases.flatMap { [$0.header, "\($0.header)_not_recorded"] }
    let reach = ReachTable(record.reach, by: dimension)
    let planned = Dictionary(grouping: record.plannedReach) { $0.belongs.key(dimension) }
      .mapValues { $0.reduce(0) { $0 + $1.people } }
    let keys = inOrder(Array(planned.keys) + reach.rows.map(\.key))
    let rows = keys.map { key in reach.rows.first { $0.key == key } }
    let groups = Group.allCases.map { cells($0, rows) }
    for (index, key) in keys.enumerated() {
      let row = rows[index]
      var cells = record.heading(key, dimension)
      cells += numbers(row, planned: planned[key])
      cells += groups.flatMap { $0[index] }
      table.rows.append(cells)
    }
    let all = numbers(reach.total, planned: planned.isEmpty ? nil : planned.values.reduce(0, +))
    let total = Group.allCases.flatMap { cells($0, [reach.total])[0] }
    table.rows.append([.text("total"), .text("")] + all + total)
    table.hasTotal = true
    table.notes = ["Somebody reached in two rows is one person of the total, so rows do not add up to it."]
    if hidesFew { table.notes.append("Groups of fewer than \(Disclosure.smallest) people are hidden.") }
    table.notes += record.figureNotes
    return table
  }

  private func numbers(_ row: ReachTable.Row?, planned: Int?) -> [ReportTable.Cell] {
    guard let row else { return [.init(planned), .count(0), .count(0), .count(0), .count(0)] }
    return [
      .init(planned), .count(row.counted), .count(row.people.low), .count(row.people.high), .count(row.estimated),
    ]
  }

  /// One group's two cells in each row; a row in which nobody noted the group stays empty.
  private func cells(_ group: Group, _ rows: [ReachTable.Row?]) -> [[ReportTable.Cell]] {
    let counts = rows.map { $0?.groups[group] }
    let noted = counts.compactMap { $0.flatMap { $0.recorded > 0 ? $0.attendances : nil } }
    var disclosed = Disclosure.disclosed(parts: noted, threshold: hidesFew ? Disclosure.smallest : 0)[...]
    return counts.map { count in
      guard let count, count.recorded > 0 else { return [.notRecorded, .init(count?.notRecorded)] }
      return [ReportTable.Cell(disclosed.removeFirst()), .count(count.notRecorded)]
    }
  }
}

extension ReportTable.Cell {
  init(_ count: DisclosedCount) {
    switch count {
    case .exact(let people): self = .count(people)
    case .fewer(let limit): self = .hidden("under \(limit)")
    case .withheld: self = .hidden("withheld")
    }
  }
}

extension Group {
  /// As the headers of spreadsheets write it.
  var header: String {
    switch self {
    case .female: "female"
    case .youth: "youth"
    case .idPoor: "id_poor"
    case .ethnicMinority: "ethnic_minority"
    case .disability: "disability"
    }
  }
}
