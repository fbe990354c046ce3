import Testing

@testable import Web

@Suite struct QRCodeTests {
  @Test func `a short address makes a small code with its three corners`() throws {
    let code = try #require(QRCode("http://owso.lan/v/K7QM4RTX"))
    #expect(code.version <= 5)
    let last = code.width - 1
    for (row, column) in [(0, 0), (0, last), (last, 0)] { #expect(code.isDark(row: row, column: column)) }
    for (row, column) in [(1, 1), (1, last - 1), (last - 1, 1)] { #expect(!code.isDark(row: row, column: column)) }
    // The timing line between the corners alternates.
    for column in 8..<code.width - 8 { #expect(code.isDark(row: 6, column: column) == (column % 2 == 0)) }
  }

  @Test func `the drawing has exactly the dark modules, inside a quiet zone of four`() throws {
    let code = try #require(QRCode("https://outreach.example.kh/v/K7QM-4RTX"))
    let svg = code.markup(label: "Link").string
    #expect(svg.contains("viewBox=\"0 0 \(code.width + 8) \(code.width + 8)\""))
    var drawn: Set<[Int]> = []
    for match in svg.matches(of: /M(\d+) (\d+)\.5h(\d+)/) {
      let (x, y, run) = (Int(match.output.1) ?? 0, Int(match.output.2) ?? 0, Int(match.output.3) ?? 0)
      for offset in 0..<run { drawn.insert([y - 4, x - 4 + offset]) }
    }
    for row in 0..<code.width {
      for column in 0..<code.width { #expect(drawn.contains([row, column]) == code.isDark(row: row, column: column)) }
    }
  }

  @Test func `what cannot be a code is none`() {
    #expect(QRCode("") == nil)
    #expect(QRCode(String(repeating: "x", count: 3000)) == nil)
  }
}
