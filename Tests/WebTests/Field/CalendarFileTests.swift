import Actions
import Domain
import HTTPServer
import SampleOffice
import Testing

@testable import Web

@Suite struct CalendarFileTests {
  @Test func `the feed has Phnom Penh's time, stable ids and what was answered`() async throws {
    let day = try await FieldDay(doors: 5)
    let client = FieldClient(day)
    let address = "/v/" + (try await day.codes(FieldPeople.ary)).link + "/shifts.ics"
    let response = await client.get(address)
    #expect(response.headers.contains { $0.name == "Content-Type" && $0.value == "text/calendar; charset=utf-8" })
    let file = Sample.text(response)
    #expect(file.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && file.hasSuffix("END:VCALENDAR\r\n"))
    #expect(file.contains("TZID:Asia/Phnom_Penh\r\nBEGIN:STANDARD\r\n"))
    #expect(file.contains("UID:shift-shift-one@outreach\r\n"))
    #expect(file.contains("DTSTART;TZID=Asia/Phnom_Penh:20261114T073000\r\nDTEND;TZID=Asia/Phnom_Penh:20261114T110000"))
    #expect(file.contains("STATUS:CONFIRMED") && file.contains("STATUS:TENTATIVE"))
    #expect(file.contains("SUMMARY:Shift\\, Svay Por"))
    #expect(!file.contains("One Window"))
    _ = await client.post(address.replacing(".ics", with: "/\(FieldPeople.forum)"), [("answer", "cannot")])
    let later = await client.text(address)
    #expect(later.contains("UID:shift-forum-one@outreach") && later.contains("STATUS:CANCELLED\r\nSEQUENCE:1"))
  }

  @Test func `long lines are folded between characters`() {
    let line = CalendarFile.folded("SUMMARY:" + String(repeating: "ស្វាយប៉ោ ", count: 12))
    let pieces = line.split(separator: "\r\n")
    #expect(pieces.count > 1)
    #expect(pieces.allSatisfy { $0.utf8.count <= 75 })
    #expect(pieces.dropFirst().allSatisfy { $0.unicodeScalars.first == " " })
  }

  @Test func `commas, semicolons and line breaks in a name stay in the name`() {
    #expect(CalendarFile.escaped("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne")
  }
}
