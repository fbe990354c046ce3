import Actions

/// How a report leaves.
enum ReportFormat: String {
  case table, csv, json, xlsx

  init(of invocation: Invocation) throws(CommandFailure) {
    let text = invocation.wantsJSON ? "json" : invocation.value("--format") ?? "table"
    guard let format = ReportFormat(rawValue: text) else {
      throw .usage("--format takes table, csv, json or xlsx, not “\(text)”.")
    }
    self = format
  }

  func write(_ table: ReportTable, _ invocation: Invocation) throws {
    switch self {
    case .table:
      try invocation.say(lines: table.text.lines(within: Terminal.columns))
      table.notes.forEach(invocation.note)
    case .csv: try invocation.send(ReportFile.csv(table))
    case .json: try invocation.say(ReportFile.json(table))
    case .xlsx: try invocation.send(try ReportFile.xlsx([table]))
    }
  }
}

extension ReportTable {
  /// As a terminal shows it; what nobody recorded is a dash.
  fileprivate var text: TextTable {
    let cells = rows.map { row in row.map { $0 == .notRecorded ? "–" : $0.plain } }
    let numeric = columns.indices.filter { column in rows.contains { $0[column].number != nil } }
    return TextTable([columns] + cells, numeric: Set(numeric))
  }
}

extension Command.Option {
  static let reportFormat = Command.Option("--format", value: "F", "table, csv, json or xlsx (default table)")

  static func by(_ divisions: [ReportDivision]) -> Command.Option {
    Command.Option("--by", value: "WHAT", "divide by \(divisions.list)")
  }
}

extension Invocation {
  /// What `--by` says, or nil when it is not given.
  func division(among known: [ReportDivision]) throws(CommandFailure) -> ReportDivision? {
    guard let text = value("--by") else { return nil }
    guard let division = ReportDivision(rawValue: text), known.contains(division) else {
      throw .usage("--by takes \(known.list) here, not “\(text)”.")
    }
    return division
  }
}

extension [ReportDivision] {
  fileprivate var list: String {
    let names = map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }
}
