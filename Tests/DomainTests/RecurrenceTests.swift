import Domain
import Testing

@Suite struct RecurrenceTests {
  private func days(_ rule: String, _ from: String, _ to: String) -> [String] {
    Recurrence(rule)!.days(from: LocalDate(from)!, to: LocalDate(to)!).map(\.description)
  }

  @Test func `the first Thursday of each month`() {
    #expect(
      days("monthly on the first thursday", "2026-11-02", "2027-02-28")
        == ["2026-11-05", "2026-12-03", "2027-01-07", "2027-02-04"])
  }

  @Test func `the last Friday is the fourth or the fifth`() {
    #expect(
      days("monthly on the last friday", "2027-01-01", "2027-03-31") == ["2027-01-29", "2027-02-26", "2027-03-26"])
  }

  @Test func `a month without the day has no occurrence`() {
    #expect(days("monthly on day 31", "2027-01-01", "2027-04-30") == ["2027-01-31", "2027-03-31"])
  }

  @Test func `two weekdays a week, in order`() {
    #expect(
      days("weekly on monday, thursday", "2026-12-14", "2026-12-24")
        == ["2026-12-14", "2026-12-17", "2026-12-21", "2026-12-24"])
  }

  @Test func `every second week counts from the week of the beginning`() {
    // 2026-12-02 is a Wednesday: the Friday of that week is the first.
    #expect(days("every 2 weeks on friday", "2026-12-02", "2027-01-01") == ["2026-12-04", "2026-12-18", "2027-01-01"])
  }

  @Test func `days outside the dates are left out and reversed dates have none`() {
    #expect(days("monthly on day 5", "2026-11-06", "2026-12-04") == [])
    #expect(days("weekly on monday", "2026-12-10", "2026-12-01") == [])
    let dates = Recurrence.dates(["2026-12-24", "2026-12-01"].map { LocalDate($0)! })
    #expect(dates.days(from: LocalDate("2026-12-01")!, to: LocalDate("2026-12-23")!) == [LocalDate("2026-12-01")!])
  }

  @Test(arguments: [
    "monthly on the sixth monday", "monthly on day 32", "weekly on", "every 0 weeks on friday", "daily", "",
    "monthly on the first", "every 2 weeks",
  ])
  func `what is no rule is refused`(text: String) {
    #expect(Recurrence(text) == nil)
  }

  @Test(arguments: [
    "monthly on the first thursday", "monthly on the last friday", "monthly on day 5", "weekly on monday, friday",
    "every 3 weeks on sunday",
  ])
  func `a rule reads back from its text`(text: String) {
    #expect(Recurrence(text)?.text == text)
  }
}
