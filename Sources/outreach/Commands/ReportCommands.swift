import Actions
import Domain
import Foundation

extension Command {
  static let reports: [Command] = Report.allCases.map { report in
    Command(
      "report \(report.rawValue)", arguments: ("CAMPAIGN…", 1...100),
      help: (report.summary, report.details),
      options: [
        Option("--by", value: "WHAT", "divide by district, channel, activity, facilitation or month"),
        Option("--format", value: "F", "table, csv, json or xlsx (default table)"),
      ]
    ) { invocation in
      let format = try ReportFormat(of: invocation)
      let division = try invocation.value("--by").map { text throws(CommandFailure) -> ReportDivision in
        guard let division = ReportDivision(rawValue: text) else {
          throw .usage("--by takes district, channel, activity, facilitation or month, not “\(text)”.")
        }
        return division
      }
      let table = try await report.run(
        invocation.words.map { CampaignID($0) }, by: division, in: try await invocation.context())
      try format.write(table, invocation)
      return .done
    }
  }
}

extension Report {
  fileprivate var summary: String {
    switch self {
    case .cost: "Compares planned and spent, and what one citizen cost"
    case .reach: "Says who was reached, counted and estimated apart"
    case .awareness: "Says who knows the office, before and after"
    case .volunteers: "Says what volunteers were asked for and gave"
    case .targets: "Says how far campaigns came with their targets"
    }
  }

  fileprivate var details: String {
    switch self {
    case .cost:
      """
      Three costs stand side by side: per citizen reached, per citizen who knows the office, and per citizen who newly
      knows it, the last two with the 95 % interval of the surveys. In-kind gifts are apart from cash.
      """
    case .reach: "People are a range: at least so many different ones, at most so many. Groups say what nobody noted."
    case .awareness: "By district or facilitation. Shares come with the number asked and their 95 % interval."
    case .volunteers: "Asked, confirmed, attended and absent; hours of those who attended; doors visited and answered."
    case .targets: "By campaign, or with --by also by district, channel, activity or month."
    }
  }
}

/// How a report leaves.
private enum ReportFormat: String {
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
      table.lines.forEach(invocation.say)
      table.notes.forEach(invocation.note)
    case .csv: FileHandle.standardOutput.write(Data(ReportFile.csv(table)))
    case .json: invocation.say(ReportFile.json(table))
    case .xlsx: FileHandle.standardOutput.write(Data(try ReportFile.xlsx([table])))
    }
  }
}

extension ReportTable {
  /// Columns side by side, numbers to the right; what nobody recorded is a dash.
  fileprivate var lines: [String] {
    let cells = [columns] + rows.map { row in row.map { $0 == .notRecorded ? "–" : $0.plain } }
    let widths = columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    return cells.enumerated().map { line, texts in
      texts.indices.map { column in
        let blank = String(repeating: " ", count: widths[column] - texts[column].count)
        let isNumber = rows.contains { $0[column].number != nil }
        return isNumber ? blank + texts[column] : texts[column] + blank
      }.joined(separator: "  ").trimmingCharacters(in: .whitespaces)
    }
  }
}
