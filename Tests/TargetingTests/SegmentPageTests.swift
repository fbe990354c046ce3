import FoundationEssentials
import Targeting
import Testing

/// Holds docs/segments.md against the parser.
struct SegmentPageTests {
  private let page: String

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    page = try String(contentsOf: root.appending(path: "docs/segments.md"), encoding: .utf8)
  }

  private func blocks(_ kind: String) -> [Substring] {
    page.split(separator: "```").filter { $0.hasPrefix("\(kind)\n") }.map { $0.dropFirst(kind.count + 1) }
  }

  @Test func `every example of the page parses`() throws {
    let examples = blocks("segment").flatMap { $0.split(separator: "\n") }
    #expect(examples.count >= 9)
    for example in examples {
      #expect(throws: Never.self, "\(example)") { try World.parse(String(example)) }
    }
  }

  @Test func `every column, way and sign of the language stands on the page`() throws {
    let grammar = try #require(blocks("ebnf").first)
    for way in ContactWay.allCases { #expect(grammar.contains("\"\(way.rawValue)\"")) }
    for order in NumberTest.Order.allCases { #expect(grammar.contains("\"\(order.rawValue)\"")) }
    for fact in Fact.allCases { #expect(page.contains("`\(fact.rawValue)`")) }
    #expect(page.contains("\(SegmentParser.deepest) brackets deep"))
    #expect(page.contains("20,000 characters") && SegmentParser.longest == 20_000)
  }

  @Test func `every keyword of the grammar is one that the parser knows`() throws {
    let grammar = try #require(blocks("ebnf").first)
    let quoted = grammar.split(separator: "\"").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    let words = Set(quoted.filter { $0.allSatisfy(\.isLetter) })
    #expect(words.isSuperset(of: ["and", "or", "not", "in", "has", "unknown", "reached", "since", "everyone"]))
    for word in words.subtracting(ContactWay.allCases.map(\.rawValue)) {
      // A keyword is never taken for a column, so standing alone after "unknown" it cannot be right.
      #expect(throws: SegmentSyntaxError.self, "\(word)") { try World.parse("unknown \(word)") }
    }
  }
}
