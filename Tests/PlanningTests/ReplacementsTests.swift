import Domain
import Planning
import Testing

@Suite struct ReplacementsTests {
  private let saturday = LocalDate("2026-11-14")!
  private let commune = Place.Code("020310")!

  private var need: ReplacementNeed {
    var need = ReplacementNeed(date: saturday, start: TimeOfDay("07:30")!, end: TimeOfDay("11:00")!)
    need.place = commune
    need.meetingPoint = Coordinate(latitude: 13.1, longitude: 103.2)
    need.skills = ["door-to-door"]
    return need
  }

  private func candidate(
    _ id: VolunteerID, home: String = "02031001", _ change: (inout ReplacementCandidate) -> Void = { _ in }
  ) -> ReplacementCandidate {
    var volunteer = Volunteer(id: id, name: LocalizedText(en: id.text), home: Place.Code(home)!)
    volunteer.skills = ["door-to-door"]
    volunteer.availability = Availability(weekly: "sat 07:00-12:00")!
    var candidate = ReplacementCandidate(volunteer)
    candidate.home = Coordinate(latitude: 13.101, longitude: 103.2)
    change(&candidate)
    return candidate
  }

  @Test func `fit comes before distance, distance before hours, hours before id`() {
    let candidates = [
      candidate("e-far-and-new", home: "02030101") { $0.home = Coordinate(latitude: 13.13, longitude: 103.2) },
      candidate("d-unskilled") { $0.volunteer.skills = [] },
      candidate("c-busy-week") { $0.minutesThatWeek = 300 },
      candidate("b"), candidate("a"),
      candidate("f-walked-there", home: "02030101") {
        $0.walksThere = 2
        $0.home = Coordinate(latitude: 13.11, longitude: 103.2)
      },
    ]
    let ranked = Replacements(for: need, among: candidates).ranked
    #expect(ranked.map(\.volunteer.text) == ["a", "b", "c-busy-week", "f-walked-there", "e-far-and-new", "d-unskilled"])
    #expect(ranked.map(\.fit) == [.veryGood, .veryGood, .veryGood, .veryGood, .good, .possible])
    #expect(Replacements(for: need, among: candidates.reversed()).ranked.map(\.volunteer) == ranked.map(\.volunteer))
  }

  @Test func `the reasons are said`() {
    var need = need
    need.languages = ["cja"]
    need.needsExperienced = true
    let candidates = [
      candidate("cham") {
        $0.volunteer.languages = ["km", "cja"]
        $0.volunteer.experienced = true
        $0.walksThere = 3
      },
      candidate("new", home: "02030101"),
    ]
    let ranked = Replacements(for: need, among: candidates).ranked
    #expect(ranked[0].reasons == [.speaks("cja"), .walkedThere(3), .livesThere, .isExperienced])
    #expect(ranked[1].reasons == [.lacksLanguage("cja"), .needsExperiencedPartner, .firstTimeThere])
    #expect(Int(ranked[0].distance!.value) == 111)
  }

  @Test func `who is left out is counted by reason, and the team itself is not counted`() {
    let candidates = [
      candidate("team") { $0.isOnTeam = true }, candidate("no") { $0.hasDeclined = true },
      candidate("elsewhere") { $0.isBusy = true },
      candidate("works") { $0.volunteer.availability = Availability(weekly: "sat 08:00-12:00")! },
      candidate("away") { $0.volunteer.availability.away = [saturday] },
      candidate("tired") { $0.minutesThatWeek = 12 * 60 - 209 },
      candidate("far") { $0.home = Coordinate(latitude: 13.3, longitude: 103.2) },
      candidate("just-fits") { $0.minutesThatWeek = 12 * 60 - 210 },
    ]
    let found = Replacements(for: need, among: candidates)
    #expect(found.ranked.map(\.volunteer.text) == ["just-fits"])
    #expect(found.leftOut == [.declined: 1, .onAnotherShift: 1, .notFree: 2, .tooManyHours: 1, .tooFar: 1])
  }

  @Test func `a home that is not on the map comes last and is not too far`() {
    let found = Replacements(for: need, among: [candidate("nowhere") { $0.home = nil }, candidate("z-near")])
    #expect(found.ranked.map(\.volunteer.text) == ["z-near", "nowhere"])
    #expect(found.ranked[1].distance == nil)
  }
}
