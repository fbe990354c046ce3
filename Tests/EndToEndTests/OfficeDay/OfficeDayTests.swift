import Foundation
import Testing

/// One office's day in a real browser: sign in, plan and accept, launch, a volunteer at two doors, and the results.
/// Pictures of every page are kept in `.build/screenshots`.
@Suite(.serialized) struct OfficeDayTests {
  @Test(arguments: ["en", "km"])
  func `a coordinator plans and launches, a volunteer records a door, and the results show it`(
    language: String
  ) async throws {
    let office = try await OfficeDay(language: language)
    do {
      try await live(office)
    } catch {
      await office.end()
      throw error
    }
    await office.end()
  }

  private func live(_ office: OfficeDay) async throws {
    try await office.signIn()
    try await office.planAndAccept()
    try await office.launch()
    try await waitForEnoughOfTheDay()
    let shift = try await office.moveFirstShiftToToday()
    let doors = try await office.visitDoors(try await office.personalLink(of: shift.volunteer))
    #expect(doors > 10)
    try await office.lookAtResults(shift, doors: doors)
    try await office.lookAtEveryPage(shift)
  }

  /// Doors show on their day only; a walk that begins just before midnight at the office would lose them.
  private func waitForEnoughOfTheDay() async throws {
    while OfficeFiles.day(at: Date(timeIntervalSinceNow: 120)) != OfficeFiles.day() {
      try await Task.sleep(for: .seconds(1))
    }
  }
}
