import Domain
import Testing

@Suite struct AvailabilityTests {
  // A Saturday.
  private let saturday = LocalDate("2026-11-21")!

  private func isFree(_ availability: Availability, _ from: String, _ to: String) -> Bool {
    availability.isFree(on: saturday, from: TimeOfDay(from)!, to: TimeOfDay(to)!)
  }

  @Test func `somebody is free when the whole stretch lies in one window`() {
    let some = Availability(weekly: "sat 07:00-11:00|sat 13:00-17:00")!
    #expect(isFree(some, "07:00", "11:00"))
    #expect(isFree(some, "13:30", "16:30"))
    #expect(!isFree(some, "10:00", "14:00"))
    #expect(!isFree(some, "06:59", "08:00"))
  }

  @Test func `a weekday that is not named and a day away are not free`() {
    #expect(!isFree(Availability(weekly: "sun 07:00-11:00")!, "07:00", "08:00"))
    #expect(!isFree(Availability(weekly: "sat 07:00-11:00", away: [saturday])!, "07:00", "08:00"))
    #expect(!isFree(Availability(), "07:00", "08:00"))
    #expect(isFree(.always, "00:00", "24:00"))
  }

  @Test(arguments: ["sat", "sat 11:00-07:00", "caturday 07:00-11:00", "sat 07:00-11:00 x"])
  func `what is no availability is refused`(text: String) {
    #expect(Availability(weekly: text) == nil)
  }

  @Test func `availability reads back from its text`() {
    let text = "mon 07:00-11:00|sat 07:00-11:00|sat 13:00-17:00"
    #expect(Availability(weekly: text)?.weeklyText == text)
  }
}
