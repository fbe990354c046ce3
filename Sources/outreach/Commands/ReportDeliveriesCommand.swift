import Actions
import Domain

extension Command {
  static let reportDeliveries = Command(
    "report deliveries", arguments: ("CAMPAIGN…", 1...100),
    help: (
      "Lists what became of every message",
      """
      One row for each message, with its address, state, parts and cost. The states are those of status. The reading is
      written into the audit trail, because addresses leave the store with it.
      """
    ),
    options: [Option("--format", value: "F", "table, csv or json (default table)")]
  ) { invocation in
    let format = invocation.wantsJSON ? "json" : invocation.value("--format") ?? "table"
    guard ["table", "csv", "json"].contains(format) else {
      throw CommandFailure.usage("--format takes table, csv or json, not “\(format)”.")
    }
    let rows = try await ReportDeliveries.run(
      invocation.words.map { CampaignID($0) }, in: try await invocation.context())
    switch format {
    case "json": try invocation.sayJSON(["deliveries": rows])
    case "csv": sayCSV(rows, invocation)
    default: sayTable(rows, invocation)
    }
    return .done
  }

  private static func sayCSV(_ rows: [DeliveryRow], _ invocation: Invocation) {
    invocation.say(DeliveryRow.headers.joined(separator: ","))
    // In pieces: a line at a time is slow, all at once is large.
    for start in stride(from: 0, to: rows.count, by: 1000) {
      let piece = rows[start..<min(start + 1000, rows.count)]
      invocation.say(piece.map { $0.cells.map(csv).joined(separator: ",") }.joined(separator: "\n"))
    }
  }

  /// A cell as the contract wants it: quoted where it must be, and never taken for a formula. Telephone numbers stay.
  private static func csv(_ cell: String) -> String {
    var cell = cell
    if let first = cell.unicodeScalars.first, "=+-@\t\r\n".unicodeScalars.contains(first), !isPlain(cell) {
      cell = "'" + cell
    }
    guard cell.contains(where: { ",\"\r\n".contains($0) }) else { return cell }
    return "\"\(cell.replacing("\"", with: "\"\""))\""
  }

  private static func isPlain(_ cell: String) -> Bool { PhoneNumber(e164: cell) != nil || Double(cell) != nil }

  private static func sayTable(_ rows: [DeliveryRow], _ invocation: Invocation) {
    for row in rows {
      let reason = row.reason.isEmpty ? "" : " (\(row.reason))"
      invocation.say("\(row.to)  \(row.activity)  \(row.status)\(reason)  \(row.parts)  \(row.cost) \(row.currency)")
    }
  }
}
