import Domain
import Testing

@Suite struct TimeOfDayTests {
  @Test func `times read and write with two digits`() {
    #expect(TimeOfDay("07:05")?.minutes == 425)
    #expect(TimeOfDay(minutes: 425).description == "07:05")
    #expect(TimeOfDay("24:00")?.minutes == 1440)
  }

  @Test(arguments: ["7:05", "07:60", "24:01", "25:00", "07-05", "0705", "", "-1:00", "aa:bb"])
  func `what is no time is refused`(text: String) {
    #expect(TimeOfDay(text) == nil)
  }

  @Test func `a window holds its beginning and not its end`() {
    let window = TimeWindow("07:00-10:00")!
    #expect(window.contains(TimeOfDay("07:00")!))
    #expect(!window.contains(TimeOfDay("10:00")!))
    #expect(window.minutes == 180)
  }

  @Test(arguments: ["10:00-07:00", "07:00-07:00", "07:00", "07:00-", "07:00-10:00-11:00"])
  func `a window that is empty or reversed is refused`(text: String) {
    #expect(TimeWindow(text) == nil)
  }

  @Test func `a moment is the same on both sides of the zone`() {
    let local = LocalDateTime("2026-11-21T06:30")!
    #expect(local.instant(at: .phnomPenh).iso8601 == "2026-11-20T23:30:00.000Z")
    #expect(local.instant(at: .phnomPenh).local(at: .phnomPenh) == local)
  }

  @Test func `moments before 1970 fall on the right day`() {
    let moment = Instant(milliseconds: -1)
    #expect(moment.local(at: ZoneOffset(seconds: 0)) == LocalDateTime("1969-12-31T23:59"))
  }
}

@Suite struct QuietHoursTests {
  @Test func `quiet hours may pass midnight`() {
    let quiet = QuietHours("20:00-07:00")!
    #expect(quiet.contains(TimeOfDay("20:00")!))
    #expect(quiet.contains(TimeOfDay("00:00")!))
    #expect(quiet.contains(TimeOfDay("06:59")!))
    #expect(!quiet.contains(TimeOfDay("07:00")!))
    #expect(!quiet.contains(TimeOfDay("19:59")!))
  }

  @Test(arguments: [
    ("2026-11-21T21:00", "2026-11-22T07:00"), ("2026-11-21T05:00", "2026-11-21T07:00"),
    ("2026-11-21T12:00", "2026-11-21T12:00"), ("2026-12-31T20:00", "2027-01-01T07:00"),
  ])
  func `a message waits for the end of the quiet hours`(from: String, to: String) {
    #expect(QuietHours("20:00-07:00")!.next(after: LocalDateTime(from)!) == LocalDateTime(to)!)
  }

  @Test func `quiet hours within one day end on that day`() {
    let noon = QuietHours("11:00-14:00")!
    #expect(noon.next(after: LocalDateTime("2026-11-21T12:30")!) == LocalDateTime("2026-11-21T14:00"))
    #expect(!noon.contains(TimeOfDay("20:00")!))
  }
}
