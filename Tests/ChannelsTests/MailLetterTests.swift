import Foundation
import Testing

@testable import Channels

struct MailLetterTests {
  private func letter(_ subject: String, _ text: String = "x", stop: String? = nil) -> String {
    let letter = MailLetter(
      from: "office@example.org", fromName: "សាលា", to: "sokha@example.org", subject: subject, text: text,
      id: "m1@example.org", date: Date(timeIntervalSince1970: 1_795_284_851), stop: stop)
    return String(decoding: letter.bytes, as: UTF8.self)
  }

  @Test func `nothing in a subject or name begins a header of its own`() {
    let text = letter("Hello\r\nBcc: everybody@example.org\n\nbody\u{0}")
    let head = text.components(separatedBy: "\r\n\r\n")[0].components(separatedBy: "\r\n")
    #expect(!head.contains { $0.hasPrefix("Bcc") })
    #expect(text.components(separatedBy: "\r\n\r\n").count == 2)
  }

  @Test func `Khmer in the head is in encoded words, cut between letters`() throws {
    let subject = String(repeating: "ពិធីបើកការិយាល័យ ", count: 8)
    let lines = MailLetter.words(subject).components(separatedBy: "\r\n ")
    #expect(lines.count > 3)
    let pieces = try lines.map { line in
      #expect(line.utf8.count <= 75 && line.hasPrefix("=?UTF-8?B?") && line.hasSuffix("?="))
      let bytes = try #require(Data(base64Encoded: String(line.dropFirst(10).dropLast(2))))
      return try #require(String(data: bytes, encoding: .utf8))
    }
    #expect(pieces.joined() == subject)
    #expect(MailLetter.words("Office day") == "Office day")
    #expect(MailLetter.words("=?UTF-8?B?") != "=?UTF-8?B?")
  }

  @Test func `the text is whole behind short lines of base64`() throws {
    let text = String(repeating: "សួស្តី\n.\n", count: 60)
    let parts = letter("x", text).components(separatedBy: "\r\n\r\n")
    #expect(parts[1].components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    let decoded = try #require(Data(base64Encoded: parts[1], options: .ignoreUnknownCharacters))
    #expect(String(decoding: decoded, as: UTF8.self) == text.replacingOccurrences(of: "\n", with: "\r\n"))
  }

  @Test func `the date is the one mail servers write`() {
    #expect(letter("x").contains("Date: Sat, 21 Nov 2026 18:14:11 +0000\r\n"))
  }

  @Test func `the way to stop stands in the head, with one click only where it cannot be read on its way`() {
    let safe = letter("x", stop: "https://owso.example/stop/m1-0a")
    #expect(safe.contains("List-Unsubscribe: <https://owso.example/stop/m1-0a>\r\n"))
    #expect(safe.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"))
    #expect(!letter("x", stop: "http://owso.example/stop/m1-0a").contains("List-Unsubscribe-Post"))
    #expect(!letter("x").contains("List-Unsubscribe"))
  }

  @Test func `a short first line with an empty one behind it is the subject`() {
    #expect(SMTP.parted("Office day\n\nCome at eight.").subject == "Office day")
    #expect(SMTP.parted("Office day\r\n\r\nCome at eight.").text == "Come at eight.")
    #expect(SMTP.parted("Come at eight.\nBring your book.").subject == nil)
    #expect(SMTP.parted("Come\n\n").subject == nil)
    #expect(SMTP.parted(String(repeating: "x", count: 101) + "\n\ny").subject == nil)
  }
}
