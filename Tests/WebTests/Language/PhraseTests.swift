import Foundation
import Testing

@testable import Web

@Suite struct PhraseTests {
  /// The sources of the room, wherever a phrase may stand.
  private static let sources: [(file: String, text: String)] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Web").standardized
    let paths = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (paths?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }.map { file in
      (file.lastPathComponent, (try? String(contentsOf: file, encoding: .utf8)) ?? "")
    }
  }()

  /// Every string literal with Khmer in it.
  private static let khmerLiterals: [(file: String, text: String)] = sources.flatMap { file, source in
    let literal = /"((?:[^"\\\n]|\\[^(]|\\\((?:[^()]|\([^()]*\))*\))*)"/
    let blocks = source.split(separator: "\"\"\"", omittingEmptySubsequences: false).enumerated()
    return blocks.flatMap { index, block -> [String] in
      index % 2 == 1 ? [String(block)] : block.matches(of: literal).map { String($0.output.1) }
    }.filter { $0.unicodeScalars.contains(where: isKhmer) }.map { (file, $0) }
  }

  private static func isKhmer(_ scalar: Unicode.Scalar) -> Bool { (0x1780...0x17FF).contains(scalar.value) }

  @Test func `the catalogue is there`() {
    #expect(Self.khmerLiterals.count > 300)
  }

  @Test func `no run of Khmer is longer than a browser can break`() {
    for (file, text) in Self.khmerLiterals {
      var run = 0
      var longest = 0
      for scalar in text.unicodeScalars {
        run = Self.isKhmer(scalar) ? run + 1 : 0
        longest = max(longest, run)
      }
      #expect(longest <= 20, "\(file): \(text)")
    }
  }

  @Test func `Khmer sentences have Khmer punctuation`() {
    for (file, text) in Self.khmerLiterals {
      let pairs = zip(text.unicodeScalars, text.unicodeScalars.dropFirst())
      let latin = pairs.contains { $0.value < 0x17E0 && Self.isKhmer($0) && [".", ";", ":", "!"].contains($1) }
      #expect(!latin || text.contains("គ.ម."), "\(file): \(text)")
    }
  }

  @Test func `no phrase lacks a language`() {
    for (file, source) in Self.sources {
      for match in source.matches(of: /Phrase\(\s*(""(?!")|"[^"]*",\s*""(?!"))/) {
        Issue.record("\(file): \(match.output.0) is empty")
      }
    }
  }

  @Test func `word boundaries become invisible spaces`() {
    #expect(Phrase.today.km == "ថ្ងៃ\u{200B}នេះ")
    #expect(Phrase.today.en == "Today")
  }

  @Test func `English counts have one and other`() {
    #expect(Phrase.people(1).en == "1 person")
    #expect(Phrase.people(4870).en == "4,870 people")
    #expect(Phrase.people(0).en == "0 people")
    #expect(Phrase.people(4870).km == "៤,៨៧០ នាក់")
  }

  @Test func `a name inside a sentence stays as it was typed`() {
    #expect(Phrase.noRightAsk("A|B").km.contains("A|B"))
  }
}
