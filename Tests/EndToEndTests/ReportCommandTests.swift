import ChildProcesses
import Foundation
import Testing

/// Reports and tables in every form that the contract names.
struct ReportCommandTests {
  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private static let reports: [(String, [String])] = [
    ("cost", ["district", "channel", "activity", "facilitation", "month"]),
    ("reach", ["district", "channel", "activity", "facilitation", "month"]),
    ("awareness", ["district", "facilitation"]),
    ("volunteers", ["district", "channel", "activity", "facilitation", "month"]),
    ("targets", ["district", "channel", "activity", "facilitation", "month"]),
    ("deliveries", ["district", "channel", "activity", "facilitation", "month"]),
  ]

  @Test(arguments: reports)
  func `a report comes by every key and in every format`(report: String, keys: [String]) throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    #expect(try program.run(["launch", "spring", "--yes"]).code == 0)
    for key in keys { #expect(try program.run(["report", report, "spring", "fair", "--by", key]).code == 0, "\(key)") }
    let csv = try program.run(["report", report, "spring", "--format", "csv"]).output
    #expect(!csv.contains("\r") && !csv.hasPrefix("\u{FEFF}") && csv.hasSuffix("\n"))
    let answer = try json(try program.run(["--json", "report", report, "spring"]).output)
    #expect(answer["report"] as? String == report && answer["rows"] is [Any])
    let rows = answer["rows"] as? [[String: Any]] ?? []
    let header = csv.split(separator: "\n")[0].split(separator: ",").map(String.init)
    #expect(rows.count == csv.split(separator: "\n").count - 1)
    #expect(rows.allSatisfy { Set($0.keys) == Set(header) })
    let file = program.folder.appendingPathComponent("report.xlsx")
    #expect(try program.run(["report", report, "spring", "--format", "xlsx"], output: file.path).code == 0)
    #expect(try Data(contentsOf: file).starts(with: [0x50, 0x4B, 0x03, 0x04]))
    #expect(try program.run(["report", report, "spring", "--format", "pdf"]).code == 2)
  }

  @Test func `deliveries are counted without addresses, and the counts add up`() throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    #expect(try program.run(["launch", "spring", "--yes"]).code == 0)
    let result = try program.run(["report", "deliveries", "spring", "--by", "district", "--format", "csv"])
    #expect(
      result.output == """
        key,recipients,planned,sending,sent,delivered,undelivered,failed,doubt,skipped,parts,cost,currency
        0203,4,4,0,0,0,0,0,0,0,4,0.00,USD

        """)
  }

  @Test func `the status has the keys of the contract and its states add up`() throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    #expect(try program.run(["launch", "spring", "--yes"]).code == 0)
    let status = try json(try program.run(["status", "spring", "--json"]).output)
    let states = ["planned", "sending", "sent", "delivered", "undelivered", "failed", "doubt", "skipped"]
    #expect(Set(states + ["recipients", "skippedReasons", "leftOut", "left"]).isSubset(of: status.keys))
    let counts = states.compactMap { status[$0] as? Int }
    #expect(counts.count == 8 && counts.reduce(0, +) == status["recipients"] as? Int)
    #expect(status["left"] as? Int == 4 && status["leftOut"] as? [String: Int] == ["noConsent": 1])
  }

  @Test func `a plan has the keys of the contract, before and after it is accepted`() throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    let spoiled = try #require(SmallOffice.documents["fair.json5"])
      .replacingOccurrences(of: "volunteers: 1", with: "volunteers: 9")
    let keys: Set<String> = ["occurrences", "assignments", "routes", "unserved", "forecast", "rounds"]
    let plan = try json(try program.run(["plan", "fair", "--rounds", "10", "--json"]).output)
    #expect(keys.isSubset(of: plan.keys) && plan["state"] as? String == "proposed")
    #expect((plan["assignments"] as? [[String: Any]])?.first?["volunteer"] as? String == "v1")
    #expect(try program.run(["accept", "fair"]).code == 0)
    let accepted = try json(try program.run(["show", "fair", "--json"]).output)
    #expect(keys.isSubset(of: accepted.keys) && accepted["state"] as? String == "accepted")
    try program.write("content/fair.json5", spoiled.replacingOccurrences(of: "\"fair\"", with: "\"large-fair\""))
    #expect(try program.run(["apply", "content/fair.json5"]).code == 0)
    let large = try json(try program.run(["plan", "large-fair", "--rounds", "10", "--json"]).output)
    let left = try #require((large["unserved"] as? [[String: Any]])?.first)
    #expect(Set(["activity", "reason", "nearest"]).isSubset(of: left.keys))
    #expect(left["activity"] as? String == "forum" && left["reason"] as? String == "noVolunteers")
  }

  @Test func `a launch as JSON says nothing else on the side of results`() throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    let launched = try program.run(["launch", "spring", "--yes", "--json"])
    let answer = try json(launched.output)
    #expect(answer["recipients"] as? Int == 4 && answer["parts"] as? Int == 4)
    #expect(launched.errors.contains("4 messages, 4 parts"))
  }

  @Test func `a table of counts stands in columns, also in Khmer`() throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    let lines = try program.run(["report", "volunteers", "fair"]).output.split(separator: "\n")
    #expect(lines.count == 2 && lines[0].hasPrefix("key    name  occurrences") && lines[1].hasPrefix("total"))
    #expect(try program.run(["count", "all", "--by", "channel"]).output.contains("\n  phone     5\n"))
  }

  @Test func `a file of another tool's figures counts once, and stands beside our own counts`() throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    try program.write(
      "figures.csv",
      """
      source,date,place,metric,value,female,qualifier
      Pidor,2026-11-01,0203,users,2834,1200,over
      Facebook,2026-11-02,,reached,308674,112681,

      """)
    for _ in 0..<2 { #expect(try program.run(["import", "figures", "figures.csv"]).output.hasPrefix("2 taken")) }
    #expect(try Database(program).texts("SELECT count(*) FROM figures") == ["2"])
    let reach = try program.run(["report", "reach", "fair"])
    #expect(reach.errors.contains("Pidor, 2026-11-01 in Battambang, users: over 2834, 1200 female."), "\(reach.errors)")
    try program.write(
      "figures.csv",
      "source,date,metric,value,female,place\nPidor,2026-11-01,users,5,6,0203\nPidor,,users,1,,\n"
        + "Pidor,2026-11-01,users,7,,0203\nPidor,2026-11-01,users,8,,0203\n")
    let bad = try program.run(["import", "figures", "figures.csv"])
    #expect(bad.output == "0 taken, 0 of them repaired, 4 rejected.\n")
    #expect(bad.errors.contains("figures.csv:5:24: error: line 2 has a figure for the same already; keep one of them"))
    #expect(
      bad.errors.contains("figures.csv:2:26: error: 6 of 5; a part cannot be larger than the whole"), "\(bad.errors)")
    #expect(try program.run(["import", "figures", "figures.csv", "--strict"]).code == 3)
  }
}
