import Testing

@testable import Catalog

struct JSON5ReaderTests {
  private func read(_ text: String) throws -> JSON5Value { try JSON5Reader.read(Array(text.utf8)).root }

  private func number(_ text: String) throws -> JSON5Number? {
    if case .number(let number) = try read(text).content { number } else { nil }
  }

  private func string(_ text: String) throws -> String? {
    if case .string(let string) = try read(text).content { string } else { nil }
  }

  @Test func `everything that JSON5 adds is understood`() throws {
    let root = try read(
      """
      // a comment
      { unquoted: 'single "quotes"', /* between */ "quoted": [1, 2,], ឈ្មោះ: null,
        $a_1: true, }
      """)
    guard case .object(let members) = root.content else { return #expect(Bool(false), "no object") }
    #expect(members.map(\.key) == ["unquoted", "quoted", "ឈ្មោះ", "$a_1"])
    #expect(members[0].value.content == .string("single \"quotes\""))
    #expect(members[3].value.content == .bool(true))
    #expect(members[1].keyPosition == Position(line: 2, column: 46))
    #expect(members[3].value.position == Position(line: 3, column: 9))
  }

  @Test(arguments: [
    ("0x1F", 31.0, 31), ("+7", 7, 7), ("-7", -7, -7), ("0", 0, 0),
  ])
  func `whole numbers stay exact`(text: String, double: Double, integer: Int) throws {
    let number = try #require(try number(text))
    #expect(number.double == double)
    #expect(number.integer == integer)
    #expect(number.text == text)
  }

  @Test(arguments: [(".5", 0.5), ("5.", 5), ("-1.25e2", -125), ("1E+2", 100), ("1e-2", 0.01)])
  func `points may lead and trail`(text: String, double: Double) throws {
    let number = try #require(try number(text))
    #expect(number.double == double)
    #expect(number.integer == nil)
  }

  @Test(arguments: [
    (#""\u1780\x41\n\t\0\'\"\\\/""#, "\u{1780}A\n\t\0'\"\\/"),
    (#""\uD83D\uDE00""#, "😀"),
    ("'two \\\nlines'", "two lines"),
    ("'two \\\r\nlines'", "two lines"),
  ])
  func `escapes are understood`(text: String, meaning: String) throws {
    #expect(try string(text) == meaning)
  }

  @Test func `of two equal keys the second is handed back as a mistake`() throws {
    let (root, duplicates) = try JSON5Reader.read(Array("{ a: 1,\n  a: 2 }".utf8))
    #expect(duplicates.map(\.key) == ["a"])
    #expect(duplicates.map(\.keyPosition) == [Position(line: 2, column: 3)])
    guard case .object(let members) = root.content else { return #expect(Bool(false), "no object") }
    #expect(members.count == 1)
  }

  @Test(arguments: [
    ("", "1:1 the file is empty"),
    ("{ a: 1", "1:1 this object is never closed"),
    ("{\n  a: [1, 2\n}", "3:1 no \",\" between two values of a list"),
    ("[1, 2", "1:1 this list is never closed"),
    ("{ a 1 }", "1:5 no \":\" after the key \"a\""),
    ("{ a: 1 b: 2 }", "1:8 no \",\" after the value of \"a\""),
    ("{ a: hello }", "1:6 the text hello has no quotes"),
    ("{ a: 'x\n' }", "1:6 this text is not closed on its line"),
    ("{ a: 2026-11-02 }", "1:6 this is no number"),
    ("{ a: 07:00 }", "1:6 a number cannot begin with 0"),
    ("{ a: 012 }", "1:6 a number cannot begin with 0"),
    ("{ a: 12px }", "1:6 this is no number"),
    ("{ a: Infinity }", "1:6 Infinity and NaN mean nothing here"),
    ("{ a: -NaN }", "1:6 Infinity and NaN mean nothing here"),
    ("{ a: 1e999 }", "1:6 this number is too large"),
    ("{ a: 1 } { b: 2 }", "1:10 something follows the end of the document"),
    ("/* ", "1:1 this comment is never closed"),
    ("{ a: / }", "1:6 a single \"/\" means nothing here"),
    ("{ a: '\\uD83D' }", "1:13 half a character: a \\u escape of a pair stands alone"),
    ("{ a: '\\1' }", "1:8 \\1 is no escape"),
    ("{ a: #1 }", "1:6 a value cannot begin with \"#\""),
    ("{ ,a: 1 }", "1:3 a key cannot begin with \",\""),
    ("{ a: ", "1:6 the file ends where a value should stand"),
  ])
  func `a syntax error is pointed at`(text: String, told: String) {
    let error = #expect(throws: JSON5SyntaxError.self) { try read(text) }
    #expect(error.map { "\($0.position.line):\($0.position.column) \($0.message)" } == told)
  }

  @Test func `nesting ends before the stack does`() {
    let deep = String(repeating: "[", count: 100_000)
    let error = #expect(throws: JSON5SyntaxError.self) { try read(deep) }
    #expect(error?.message == "objects and lists stand deeper than 64 levels")
    #expect(throws: Never.self) {
      try read(String(repeating: "[", count: 64) + String(repeating: "]", count: 64))
    }
  }

  @Test func `a cut document is an error wherever it is cut, and never a crash`() throws {
    let whole = Array("{ a: [1, 'ក\\u1780', { b: 0x1F, /* c */ d: -.5e1 }], // e\n f: null }".utf8)
    _ = try JSON5Reader.read(whole)
    for length in 0..<whole.count {
      #expect(throws: JSON5SyntaxError.self) { try JSON5Reader.read(Array(whole[..<length])) }
    }
  }
}
