import Testing

@testable import Catalog

struct FindingTests {
  @Test func `a finding reads like a compiler's`() {
    let finding = Finding(
      file: "Campaigns/a.json5", position: Position(line: 3, column: 7), message: "unknown key \"nmae\"",
      advice: "did you mean \"name\"?")
    #expect(finding.description == "Campaigns/a.json5:3:7: error: unknown key \"nmae\"; did you mean \"name\"?")
  }

  @Test func `a warning without advice ends after what is wrong`() {
    let finding = Finding(file: "a", position: .start, severity: .warning, message: "odd")
    #expect(finding.description == "a:1:1: warning: odd")
    #expect(![finding].hasErrors)
  }

  @Test func `findings sort by file, line, column`() {
    let places = [("b", 1, 1), ("a", 2, 1), ("a", 1, 9), ("a", 1, 10)]
    let findings = places.map { Finding(file: $0.0, position: Position(line: $0.1, column: $0.2), message: "x") }
    #expect(
      findings.sorted().map(\.description) == [
        "a:1:9: error: x", "a:1:10: error: x", "a:2:1: error: x", "b:1:1: error: x",
      ])
  }

  @Test(arguments: [
    ("nmae", "name"), ("village-code", "village_code"), ("Chanel", "channel"), ("quiethours", "quietHours"),
  ])
  func `a misspelt word finds the one that was meant`(typed: String, meant: String) {
    #expect(nearest(to: typed, among: ["name", "village_code", "channel", "quietHours"]) == meant)
  }

  @Test func `a word that is like none gets no suggestion`() {
    #expect(nearest(to: "elephant", among: ["name", "id"]) == nil)
  }
}

struct TextFileTests {
  @Test func `a byte order mark is no part of the text`() throws {
    #expect(try TextFile(name: "a", bytes: [0xEF, 0xBB, 0xBF, 0x61]).bytes == [0x61])
  }

  @Test func `UTF-16 is read by its byte order mark`() throws {
    let little: [UInt8] = [0xFF, 0xFE, 0x80, 0x17, 0x0A, 0x00]
    let big: [UInt8] = [0xFE, 0xFF, 0x17, 0x80, 0x00, 0x0A]
    #expect(try TextFile(name: "a", bytes: little).bytes == Array("ក\n".utf8))
    #expect(try TextFile(name: "a", bytes: big).bytes == Array("ក\n".utf8))
  }

  @Test func `a byte that is no UTF-8 is pointed at`() {
    let finding = #expect(throws: Finding.self) {
      try TextFile(name: "a.csv", bytes: Array("id\nក".utf8) + [0xE9, 0x20])
    }
    #expect(finding?.description == "a.csv:2:2: error: this byte is not UTF-8 text; save the file as UTF-8")
  }

  @Test func `a workbook under the name of a table is told as that`() {
    let finding = #expect(throws: Finding.self) { try TextFile(name: "a.csv", bytes: [0x50, 0x4B, 3, 4, 0, 0]) }
    #expect(finding?.message == "this is a workbook or archive, not a text file")
  }
}
