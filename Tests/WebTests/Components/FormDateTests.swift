import Domain
import Testing

@testable import Web

@Suite struct FormDateTests {
  @Test(arguments: ["19/11/2026", "19/11/26", "2026-11-19", "១៩/១១/២០២៦", " 19/11/2026 "])
  func `a day is read as people type it`(typed: String) {
    #expect(FormDate.read(typed) == LocalDate("2026-11-19"))
  }

  @Test(arguments: ["", "19.11.2026", "31/2/2026", "19/11", "19/11/126", "+1/2/2026", "a/b/c", "1/1/1/1"])
  func `what is no day is none`(typed: String) {
    #expect(FormDate.read(typed) == nil)
  }
}
