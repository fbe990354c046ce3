import ChildProcesses
import Foundation
import Testing

/// What bad input gets: the place, what is wrong, what would be right; code 3 and a store that is as it was.
struct BadInputTests {
  struct BadFile: Sendable, CustomTestStringConvertible {
    let what: String
    /// The file of the small office that is spoiled, what stands there, and what takes its place.
    let file: String
    let from: String
    let to: String
    /// Behind the file's name.
    let says: String

    var testDescription: String { what }
  }

  static let files = [
    BadFile(
      what: "an unknown key", file: "fair.json5", from: "places:", to: "place:",
      says: ":1:64: error: unknown key \"place\" in this campaign; did you mean \"places\"?"),
    BadFile(
      what: "a wrong type", file: "fair.json5", from: "hours: 2", to: "hours: \"two\"",
      says: ":3:57: error: expected a number, found a text; write a number from 0.25 to 24"),
    BadFile(
      what: "an unknown place", file: "fair.json5", from: "\"0203\"", to: "\"0204\"", says: "unknown place \"0204\";"),
    BadFile(
      what: "an unknown segment", file: "spring.json5", from: "segment: \"all\"", to: "segment: \"al\"",
      says: "unknown segment \"al\"; known here: all"),
    BadFile(what: "dates reversed", file: "fair.json5", from: "2035-12-31", to: "2025-12-31", says: "2025-12-31"),
    BadFile(
      what: "an activity outside its campaign", file: "fair.json5", from: "hours: 2,",
      to: "hours: 2, to: \"2036-02-01\",",
      says: "2036-02-01"),
    BadFile(what: "an amount without currency", file: "fair.json5", from: "300 USD", to: "300", says: "USD"),
    BadFile(
      what: "a circular after", file: "fair.json5", from: "hours: 2,",
      to: "hours: 2, after: { activity: \"forum\", days: 1 },",
      says: "forum"),
    BadFile(what: "a text with an unknown field", file: "spring.json5", from: "{name}", to: "{nam}", says: "{nam}"),
    BadFile(
      what: "a channel that does not exist", file: "spring.json5", from: "channel: \"spool\"", to: "channel: \"spol\"",
      says: "unknown channel \"spol\"; did you mean \"spool\"?"),
    BadFile(
      what: "a rule with an unknown word", file: "segment.json5", from: "has phone", to: "has phne", says: "phne"),
    BadFile(
      what: "a table with wrong columns", file: "volunteers.csv", from: ",home,", to: ",hme,",
      says: ":1:20: error: unknown column \"hme\" in a table of volunteers; did you mean \"home\"?"),
    BadFile(
      what: "a telephone number that is none", file: "citizens.csv", from: "+855002000003", to: "+85512", says: ":5:"),
  ]

  @Test(arguments: files)
  func `apply tells the place and the remedy, and changes nothing`(bad: BadFile) throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    let text = try #require(SmallOffice.documents[bad.file] ?? SmallOffice.sheets[bad.file])
    try #require(text.contains(bad.from))
    try program.write("content/\(bad.file)", text.replacingOccurrences(of: bad.from, with: bad.to))
    let before = try Database(program).everything()
    let result = try program.run(["apply", "content"])
    #expect(result.code == 3 && result.output.isEmpty)
    let findings = result.errors.split(separator: "\n").filter { !$0.hasPrefix("outreach: ") }
    #expect(!findings.isEmpty)
    for line in findings {
      #expect(line.wholeMatch(of: /content\/[a-z]+\.(json5|csv):\d+:\d+: (error|warning): [^;]+; .+/) != nil, "\(line)")
    }
    #expect(findings.contains { $0.hasPrefix("content/\(bad.file):") && $0.contains(bad.says) }, "\(result.errors)")
    #expect(result.errors.hasSuffix("nothing was changed.\n"))
    #expect(try Database(program).everything() == before)
  }

  @Test func `every mistake of all files is told at once`() throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    for bad in Self.files.prefix(4) where bad.file != "spring.json5" {
      let text = try program.read("content/\(bad.file)")
      try program.write("content/\(bad.file)", text.replacingOccurrences(of: bad.from, with: bad.to))
    }
    try program.write("content/notes.json5", "{ segment: ")
    let errors = try program.run(["apply", "content"]).errors
    #expect(errors.contains("content/notes.json5:1:12:") && errors.contains("content/fair.json5:3:57:"), "\(errors)")
  }

  @Test func `a bad row is handed back, a good one taken, and a strict import takes none`() throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    let rows = SmallOffice.citizens(10..<13).replacingOccurrences(of: "+855002000011", with: "12")
    try program.write("more.csv", rows)
    let before = try Database(program).everything()
    let strict = try program.run(["import", "citizens", "more.csv", "--strict", "--rejects", "bad.csv"])
    #expect(strict.code == 3 && strict.errors.contains("more.csv:3:"), "\(strict.errors)")
    let dry = try program.run(["import", "citizens", "more.csv", "--dry-run", "--json"])
    #expect(dry.output == "{\"rejected\":1,\"repaired\":0,\"review\":[],\"taken\":2}\n")
    #expect(try Database(program).everything() == before)
    #expect(!FileManager.default.fileExists(atPath: program.folder.appendingPathComponent("bad.csv.part").path))
    let lost = try program.run(["import", "citizens", "more.csv", "--rejects", "nowhere/bad.csv"])
    #expect(lost.code == 1 && lost.errors.contains("nowhere/bad.csv cannot be written"))
    #expect(try Database(program).everything() == before)
    let taken = try program.run(["import", "citizens", "more.csv", "--rejects", "bad.csv", "--report", "report.json"])
    #expect(taken.code == 0 && taken.output == "2 taken, 0 of them repaired, 1 rejected.\n")
    #expect(taken.errors.hasPrefix("more.csv:3:") && taken.errors.contains(": error: "), "\(taken.errors)")
    let rejects = try program.read("bad.csv").split(separator: "\n")
    #expect(rejects.count == 2 && rejects[0].hasSuffix(",consent_sms,reason") && rejects[1].hasPrefix("c11,"))
    #expect(try program.read("report.json") == "{\"rejected\":1,\"repaired\":0,\"review\":[],\"taken\":2}\n")
  }
}
