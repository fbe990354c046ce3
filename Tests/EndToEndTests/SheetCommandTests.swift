import ChildProcesses
import Foundation
import Testing

/// Spreadsheets that leave and come back, and where the store and its key are looked for.
struct SheetCommandTests {
  @Test func `a cell that a spreadsheet would run is guarded, and comes back as it was`() throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    try program.write(
      "more.csv", SmallOffice.citizens(10..<11).replacingOccurrences(of: "Person 10", with: "=1+1"))
    #expect(try program.run(["import", "citizens", "more.csv"]).code == 0)
    let first = try program.run(["export", "citizens"]).output
    #expect(first.contains(",'=1+1,") && first.contains(",+855002000010,") && !first.contains("\r"))
    try program.write("back.csv", first)
    #expect(try program.run(["import", "citizens", "back.csv"]).output.hasPrefix("6 taken"))
    #expect(try program.run(["export", "citizens"]).output == first)
    let file = program.folder.appendingPathComponent("citizens.xlsx")
    #expect(try program.run(["export", "citizens", "--format", "xlsx"], output: file.path).code == 0)
    #expect(try Data(contentsOf: file).starts(with: [0x50, 0x4B, 0x03, 0x04]))
    #expect(try program.run(["export", "citizens", "--format", "pdf"]).code == 2)
  }

  @Test func `events leave, are filled in, and come back as attendance and costs, each once`() throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    #expect(try program.run(["plan", "fair", "--rounds", "10"]).code == 0)
    #expect(try program.run(["accept", "fair"]).code == 0)
    let events = try program.run(["export", "events"]).output.split(separator: "\n").map(String.init)
    var names = events[0].split(separator: ",").map(String.init)
    var cells = events[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    for (name, cell) in [("participants", "40"), ("female", "25"), ("line", "forum"), ("amount", "310 USD")] {
      cells[try #require(names.firstIndex(of: name))] = cell
    }
    try program.write("events.csv", "\(names.joined(separator: ","))\n\(cells.joined(separator: ","))\n")
    for sheet in ["attendance", "costs", "attendance", "costs"] {
      let result = try program.run(["import", sheet, "events.csv"])
      #expect(result.output == "1 taken, 0 of them repaired, 0 rejected.\n", "\(result.errors)")
    }
    let cost = try program.run(["report", "cost", "fair", "--format", "csv"]).output.split(separator: "\n")
    names = cost[0].split(separator: ",").map(String.init)
    cells = cost[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    #expect(cells[try #require(names.firstIndex(of: "spent"))] == "310.00")
    #expect(cells[try #require(names.firstIndex(of: "people_high"))] == "40")
    #expect(cells[try #require(names.firstIndex(of: "per_reached"))] == "7.75")
  }

  @Test func `interviews need their survey and wave, and the same interview counts once`() throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    try program.write("answers.csv", "id,date,place,heard\ni1,2026-10-01,0203,yes\ni2,2026-10-01,0203,perhaps\n")
    #expect(try program.run(["import", "survey", "answers.csv"]).code == 2)
    #expect(try program.run(["import", "survey", "answers.csv", "--survey", "knows", "--wave", "later"]).code == 2)
    for _ in 0..<2 {
      let result = try program.run(["import", "survey", "answers.csv", "--survey", "knows", "--wave", "baseline"])
      #expect(result.output == "1 taken, 0 of them repaired, 1 rejected.\n")
      #expect(result.errors.hasPrefix("answers.csv:3:20: error: \"perhaps\""), "\(result.errors)")
    }
    #expect(try Database(program).texts("SELECT id FROM survey_responses") == ["i1"])
  }

  @Test func `the store and its key are where options or the environment say`() throws {
    let program = try Program()
    defer { program.remove() }
    let folder = program.folder.path
    #expect(try program.run(["check", "--database", "sqlite:a/b.sqlite", "--key", "keys.key"]).code == 0)
    #expect(FileManager.default.fileExists(atPath: "\(folder)/a/b.sqlite"))
    #expect(FileManager.default.fileExists(atPath: "\(folder)/keys.key"))
    let surroundings = ["OUTREACH_DATABASE": "sqlite:a/b.sqlite", "OUTREACH_KEY": "keys.key"]
    #expect(try program.run(["check"], environment: surroundings).code == 0)
    #expect(try program.run(["check", "--database", "sqlite:a/b.sqlite"]).code == 4)
    #expect(try program.run(["check", "--database", "office.sqlite"]).code == 2)
    // An option wins over the environment.
    let other = try program.run(["check", "--database=sqlite:c.sqlite", "--key", "c.key"], environment: surroundings)
    #expect(other.code == 0 && FileManager.default.fileExists(atPath: "\(folder)/c.sqlite"))
  }

  @Test func `a table stands in columns in Khmer too`() throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    let fair = try #require(SmallOffice.documents["fair.json5"])
    try program.write(
      "content/fair.json5",
      fair.replacingOccurrences(of: "kind: \"forum\",", with: "kind: \"forum\", name: { km: \"វេទិកាសាធារណៈ\" },"))
    #expect(try program.run(["apply", "content/fair.json5"]).code == 0)
    #expect(try program.run(["plan", "fair", "--rounds", "10"]).code == 0)
    #expect(try program.run(["accept", "fair"]).code == 0)
    let lines = try program.run(["report", "volunteers", "fair", "--by", "activity"]).output.split(separator: "\n")
    try #require(lines.count == 3 && lines[1].contains("វេទិកាសាធារណៈ"))
    // Marks above and below a letter take no room of their own.
    let widths = lines.map { line in
      line.unicodeScalars.count { $0.properties.generalCategory != .nonspacingMark }
    }
    #expect(Set(widths).count == 1, "\(lines.joined(separator: "\n"))")
  }
}
