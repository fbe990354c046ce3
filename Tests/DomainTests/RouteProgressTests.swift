import Domain
import Testing

@Suite struct RouteProgressTests {
  private func visits(
    _ count: Int, every seconds: Double, _ result: (Int) -> Disposition, by volunteer: VolunteerID? = "v1"
  ) -> [Visit] {
    (0..<count).map { number in
      var visit = Visit(
        id: VisitID("e\(number)"), route: "r", household: HouseholdID("h\(number)"), disposition: result(number),
        at: Instant(milliseconds: Int64(Double(number) * seconds * 1000)))
      visit.volunteer = volunteer
      visit.leaflets = 1
      return visit
    }
  }

  @Test func `the latest answer of a door counts`() {
    var events = visits(3, every: 60) { _ in .notHome }
    var again = events[0]
    again.id = "e9"
    again.disposition = .talked
    again.leaflets = 2
    again.at = Instant(milliseconds: 999_000)
    events.append(again)
    let progress = RouteProgress(doors: 10, visits: events)
    #expect(progress.done == 3)
    #expect(progress.results == [.talked: 1, .notHome: 2])
    #expect(progress.leaflets == 4)
    #expect(progress.toVisitAgain == 2)
    #expect(progress.lastAnswer == Instant(milliseconds: 999_000))
  }

  @Test(arguments: [(9, false), (10, true)])
  func `everybody at home is worth a look from ten doors on`(doors: Int, isMarked: Bool) {
    #expect(RouteProgress(doors: 46, visits: visits(doors, every: 200) { _ in .talked }).needsCheck == isMarked)
  }

  @Test func `nine of ten at home is not too good to be true`() {
    #expect(!RouteProgress(doors: 46, visits: visits(10, every: 200) { $0 == 0 ? .notHome : .talked }).needsCheck)
  }

  @Test(arguments: [(39.0, true), (40.0, false)])
  func `less than forty seconds between doors is worth a look`(seconds: Double, isMarked: Bool) {
    let progress = RouteProgress(doors: 46, visits: visits(6, every: seconds) { $0 < 3 ? .notHome : .talked })
    #expect(progress.secondsBetweenDoors == Int(seconds))
    #expect(progress.needsCheck == isMarked)
  }

  @Test func `two people on one route do not look twice as fast`() {
    let one = visits(6, every: 100) { _ in .notHome }
    let other = visits(12, every: 50, { _ in .notHome }, by: "v2").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    let both = (one + other).sorted { $0.at < $1.at }
    #expect(RouteProgress(doors: 46, visits: both).secondsBetweenDoors == 100)
  }

  @Test func `paper has no pace`() {
    let typed = visits(20, every: 0, { _ in .notHome }, by: nil)
    #expect(RouteProgress(doors: 46, visits: typed).secondsBetweenDoors == nil)
  }

  @Test func `nothing done has no contact rate`() {
    #expect(RouteProgress(doors: 46, visits: []).contactRate == nil)
  }
}
