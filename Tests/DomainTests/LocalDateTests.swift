import Domain
import Testing

@Suite struct LocalDateTests {
  @Test func `day numbers count from the first of January 1970`() {
    #expect(LocalDate("1970-01-01")?.dayNumber == 0)
    #expect(LocalDate("2026-11-21")?.dayNumber == 20778)
    #expect(LocalDate("1969-12-31")?.dayNumber == -1)
  }

  @Test func `every day of forty years reads back from its text`() {
    let first = LocalDate("1999-01-01")!.dayNumber
    for number in first..<(first + 14_610) {
      let date = LocalDate(dayNumber: number)
      #expect(LocalDate(date.description) == date)
    }
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-04-01", "2026-4-1", "2026-04-01T00:00", "", "a-b-c",
  ])
  func `what is no day is refused`(text: String) {
    #expect(LocalDate(text) == nil)
  }

  @Test func `leap years follow the Gregorian rule`() {
    #expect(LocalDate("2024-02-29") != nil)
    #expect(LocalDate("2000-02-29") != nil)
    #expect(LocalDate("1900-02-29") == nil)
  }

  @Test func `weekdays are right before and after 1970`() {
    #expect(LocalDate("2026-11-21")?.weekday == .saturday)
    #expect(LocalDate("1970-01-01")?.weekday == .thursday)
    #expect(LocalDate("1969-12-28")?.weekday == .sunday)
  }

  @Test func `the week begins on Monday and the month on its first`() {
    #expect(LocalDate("2026-11-22")?.weekStart == LocalDate("2026-11-16"))
    #expect(LocalDate("2026-11-16")?.weekStart == LocalDate("2026-11-16"))
    #expect(LocalDate("2026-11-22")?.monthStart == LocalDate("2026-11-01"))
  }

  @Test func `days add across months and years`() {
    #expect(LocalDate("2026-12-31")! + 1 == LocalDate("2027-01-01"))
    #expect(LocalDate("2027-03-01")! - LocalDate("2027-02-01")! == 28)
  }
}
