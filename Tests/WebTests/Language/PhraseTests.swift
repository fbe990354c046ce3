import Foundation
import Testing

@testable import Web

@Suite struct PhraseTests {
  /// Every string literal of the catalogue with Khmer in it, as its files hold them.
  private static let khmerLiterals: [(file: String, text: String)] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Web/Phrases").standardized
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.flatMap { file -> [(String, String)] in
      let source = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      let literal = /"((?:[^"\\\n]|\\[^(]|\\\((?:[^()]|\([^()]*\))*\))*)"/
      let blocks = source.split(separator: "\"\"\"", omittingEmptySubsequences: false).enumerated()
      return blocks.flatMap { index, block -> [(String, String)] in
        if index % 2 == 1 { return [(file.lastPathComponent, String(block))] }
        return block.matches(of: literal).map { (file.lastPathComponent, String($0.output.1)) }
      }.filter { $0.1.unicodeScalars.contains(where: isKhmer) }
    }
  }()

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
      let latin = pairs.contains { Self.isKhmer($0) && [".", ";", ":", "!"].contains($1) }
      #expect(!latin || text.contains("គ.ម."), "\(file): \(text)")
    }
  }

  @Test func `no phrase lacks a language`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Web/Phrases").standardized
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      let source = try String(contentsOf: file, encoding: .utf8)
      #expect(!source.contains(", \"\")"), "\(file.lastPathComponent) has an empty string")
      #expect(!source.contains("Phrase(\"\","), "\(file.lastPathComponent) has an empty string")
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
