import Actions
import Domain
import Foundation

extension Command {
  static let importSheet = Command(
    "import", arguments: ("citizens|households|volunteers|attendance|costs|figures|survey FILE", 2...2),
    help: (
      "Takes a spreadsheet: good rows in, bad rows handed back",
      """
      Good rows are stored in one transaction and bad ones written to the file of --rejects, to be mended and imported
      again. Attendance and costs take the headers of “export events”; a survey takes --survey and --wave. Figures are
      numbers of other tools: source, date, metric and value, and where known place, female, campaign, unit and
      qualifier; the same figure again replaces the former.
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
    let files = [try OutputFile(invocation.value("--rejects")), try OutputFile(invocation.value("--report"))]
    defer { files.forEach { $0.leave() } }
    let (file, context, chosen) = (invocation.words[1], try await invocation.context(), options)
    let outcome = try await Progress.during("Importing") { try await sheet.run(file, chosen, in: context) }
    let report = ImportReport(
      taken: outcome.taken, repaired: outcome.repaired, rejected: outcome.rejected, review: outcome.review)
    if let rejects = outcome.rejects { try files[0].write(rejects) }
    try files[1].write(Array(try report.json))
    outcome.findings.prefix(mostFindings).forEach { invocation.note("\($0)") }
    if outcome.findings.count > mostFindings {
      invocation.note("… and \(outcome.findings.count - mostFindings) more; --rejects FILE keeps every refused row.")
    }
    return invocation.conclude(
      "\(report.taken) taken, \(report.repaired) of them repaired, \(report.rejected) rejected.", report)
  }.endingAlso(.couldNotBeDone, .inputHasErrors)

  /// More would only scroll by.
  private static let mostFindings = 100

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
    try invocation.send(bytes)
    return .done
  }.endingAlso(.couldNotBeDone)

  private static func sheet(of invocation: Invocation) throws(CommandFailure) -> ImportSheet {
    switch invocation.words[0] {
    case "citizens": return .citizens
    case "households": return .households
    case "volunteers": return .volunteers
    case "attendance": return .attendance
    case "costs": return .costs
    case "figures": return .figures
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
        """
        import takes citizens, households, volunteers, attendance, costs, figures or survey, not \
        “\(invocation.words[0])”.
        """)
    }
  }
}

/// The contract's JSON of an import.
private struct ImportReport: Encodable {
  let taken: Int
  let repaired: Int
  let rejected: Int
  let review: [ImportOutcome.Review]

  var json: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return try encoder.encode(self) + Data("\n".utf8)
    }
  }
}
