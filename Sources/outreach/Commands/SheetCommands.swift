import Actions
import Domain
import Foundation

extension Command {
  static let importSheet = Command(
    "import", arguments: ("citizens|households|volunteers|attendance|costs|survey FILE", 2...2),
    help: (
      "Takes a spreadsheet: good rows in, bad rows handed back",
      """
      Good rows are stored in one transaction and bad ones written to the file of --rejects, to be mended and imported
      again. Attendance and costs take the headers of “export events”; a survey takes --survey and --wave.
      """
    ),
    options: [
      Option("--strict", "refuse the whole file if one row is bad"),
      Option("--dry-run", "check and compare, but store nothing"),
      Option("--rejects", value: "FILE", "where the bad rows go, with their reasons"),
      Option("--report", value: "FILE", "where the counts and the rows to review go, as JSON"),
      Option("--survey", value: "ID", "the survey that the answers belong to"),
      Option("--wave", value: "W", "baseline, midline or endline"),
    ]
  ) { invocation in
    let sheet = try sheet(of: invocation)
    var options = ImportSheet.Options()
    options.strict = invocation.has("--strict")
    options.dryRun = invocation.has("--dry-run")
    let outcome = try await sheet.run(invocation.words[1], options, in: try await invocation.context())
    let report = ImportReport(
      taken: outcome.taken, repaired: outcome.repaired, rejected: outcome.rejected, review: outcome.review)
    if let path = invocation.value("--rejects"), let rejects = outcome.rejects { try write(Data(rejects), to: path) }
    if let path = invocation.value("--report") { try write(try JSONEncoder().encode(report), to: path) }
    if invocation.wantsJSON {
      try invocation.sayJSON(report)
    } else {
      invocation.say("\(report.taken) taken, \(report.repaired) of them repaired, \(report.rejected) rejected.")
      for row in report.review { invocation.note("line \(row.line): \(row.column): \(row.reason)") }
    }
    return .done
  }

  static let export = Command(
    "export", arguments: ("citizens|households|volunteers|events", 1...1),
    help: (
      "Writes what the store holds, under the headers that import takes",
      "The file goes to standard output. Every export is written into the audit trail."
    ),
    options: [Option("--format", value: "F", "csv or xlsx (default csv)")]
  ) { invocation in
    let known = ExportSheet.allCases.map(\.rawValue).joined(separator: ", ")
    guard let sheet = ExportSheet(rawValue: invocation.words[0]) else {
      throw CommandFailure.usage("export takes one of \(known), not “\(invocation.words[0])”.")
    }
    let format = invocation.value("--format") ?? "csv"
    guard ["csv", "xlsx"].contains(format) else {
      throw CommandFailure.usage("--format takes csv or xlsx, not “\(format)”.")
    }
    let context = try await invocation.context()
    let bytes = format == "xlsx" ? try await sheet.workbook(in: context) : try await sheet.run(in: context)
    FileHandle.standardOutput.write(Data(bytes))
    return .done
  }

  private static func sheet(of invocation: Invocation) throws(CommandFailure) -> ImportSheet {
    switch invocation.words[0] {
    case "citizens": return .citizens
    case "households": return .households
    case "volunteers": return .volunteers
    case "attendance": return .attendance
    case "costs": return .costs
    case "survey":
      guard let id = invocation.value("--survey"), let wave = invocation.value("--wave") else {
        throw .usage("import survey needs --survey ID and --wave baseline, midline or endline.")
      }
      guard let known = Survey.Wave(rawValue: wave) else {
        throw .usage("--wave takes baseline, midline or endline, not “\(wave)”.")
      }
      return .survey(SurveyID(id), known)
    default:
      throw .usage(
        "import takes citizens, households, volunteers, attendance, costs or survey, not “\(invocation.words[0])”.")
    }
  }

  private static func write(_ data: Data, to path: String) throws(CommandFailure) {
    do {
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure(.couldNotBeDone, "\(path) cannot be written: \(error.localizedDescription)")
    }
  }
}

/// The contract's JSON of an import.
private struct ImportReport: Encodable {
  let taken: Int
  let repaired: Int
  let rejected: Int
  let review: [ImportOutcome.Review]
}
