import Domain
import Testing

@testable import Channels

struct SMSTextTests {
  @Test(arguments: [
    (String(repeating: "a", count: 160), 1), (String(repeating: "a", count: 161), 2),
    (String(repeating: "a", count: 306), 2), (String(repeating: "a", count: 307), 3),
    // Letters behind the escape count twice, and are not cut from it.
    (String(repeating: "€", count: 80), 1), (String(repeating: "€", count: 81), 2),
    (String(repeating: "€", count: 152), 2), (String(repeating: "€", count: 153), 3),
  ])
  func `a text of the GSM alphabet fits 160, then 153 a part`(text: String, parts: Int) throws {
    let prepared = try SMSText.prepare(text)
    #expect(prepared.parts == parts)
    #expect(prepared.encoding == .gsm7)
  }

  @Test(arguments: [
    (String(repeating: "ក", count: 70), 1), (String(repeating: "ក", count: 71), 2),
    (String(repeating: "ក", count: 134), 2), (String(repeating: "ក", count: 135), 3),
    // Pairs of units stay together: 33 to a part of 67.
    (String(repeating: "😀", count: 35), 1), (String(repeating: "😀", count: 36), 2),
    (String(repeating: "😀", count: 66), 2), (String(repeating: "😀", count: 67), 3),
  ])
  func `any other letter makes it 70, then 67 units a part`(text: String, parts: Int) throws {
    let prepared = try SMSText.prepare(text)
    #expect(prepared.parts == parts)
    #expect(prepared.encoding == .ucs2)
  }

  @Test func `the zero-width space is neither sent nor counted, and accents are composed`() throws {
    let khmer = String(repeating: "ក\u{200B}", count: 70)
    #expect(try SMSText.prepare(khmer).parts == 1)
    #expect(try SMSText.prepare(khmer).text == String(repeating: "ក", count: 70))
    let accent = try SMSText.prepare("e\u{301}")
    #expect(accent.encoding == .gsm7)
    #expect(Array(accent.text.unicodeScalars) == ["é"])
  }

  @Test func `a text without a visible letter is refused`() {
    #expect(throws: PrepareFault.emptyText) { try SMSText.prepare(" \u{200B}\n") }
  }
}
