import Domain
import SampleOffice
import Testing

@testable import Actions

@Suite struct ConflictFinderTests {
  private static func scene(_ occurrences: [Occurrence], change: (inout Campaign) -> Void = { _ in }) -> CampaignScene {
    var campaign = PlannedOffice.document
    change(&campaign)
    return CampaignScene(campaign, occurrences: occurrences, today: PlannedOffice.today)
  }

  private static func forum(_ id: OccurrenceID, _ date: String, _ start: String, _ team: [VolunteerID]) -> Occurrence {
    PlannedOffice.occurrence(id, "forum", date, start, team: team)
  }

  private static func causes(_ scene: CampaignScene) -> [Conflict.Cause] {
    ConflictFinder(scene: scene).conflicts().map(\.cause)
  }

  private static let full: [VolunteerID] = ["v-ary", "v-bopha"]

  @Test func `a plan in which everything fits has no conflicts`() {
    let scene = Self.scene([Self.forum("a", "2026-11-19", "08:30", Self.full)])
    #expect(Self.causes(scene) == [])
  }

  @Test func `an event on a holiday blocks the launch`() {
    var scene = Self.scene([Self.forum("a", "2026-11-24", "08:30", Self.full)])
    let name = LocalizedText(en: "Water Festival")
    scene.holidays = [LocalDate("2026-11-24")!: name]
    let found = ConflictFinder(scene: scene).conflicts()
    #expect(found.map(\.cause) == [.holiday(name)])
    #expect(found.first?.severity == .blocksLaunch)
    #expect(found.first?.occurrence == "a")
  }

  @Test func `a past event on a holiday is nobody's conflict any more`() {
    var scene = Self.scene([Self.forum("a", "2026-11-09", "08:30", Self.full)])
    scene.holidays = [LocalDate("2026-11-09")!: LocalizedText(en: "Independence Day")]
    #expect(Self.causes(scene) == [])
  }

  @Test func `two events at one place and time are told once`() {
    let scene = Self.scene([
      Self.forum("a", "2026-11-19", "08:30", ["v-ary", "v-bopha"]), Self.forum("b", "2026-11-19", "10:00", ["v-c", "v-d"]),
    ])
    #expect(Self.causes(scene) == [.placeTwice(with: "b")])
  }

  @Test func `one event may begin when the other ends`() {
    let scene = Self.scene([
      Self.forum("a", "2026-11-19", "08:00", Self.full), Self.forum("b", "2026-11-19", "10:00", Self.full),
    ])
    #expect(Self.causes(scene) == [])
  }

  @Test func `somebody whom another campaign has taken is named`() {
    var scene = Self.scene([Self.forum("a", "2026-11-19", "08:30", Self.full)])
    var other = Self.forum("x", "2026-11-19", "09:00", ["v-ary"])
    other.campaign = "birth-certificates"
    other.place = nil
    scene.others = [other]
    var ary = Volunteer(id: "v-ary", name: LocalizedText(en: "Ary"), home: Place.Code("0203")!)
    ary.maxHoursPerWeek = 40
    scene.volunteers = ["v-ary": ary]
    #expect(Self.causes(scene) == [.volunteerTwice(LocalizedText(en: "Ary"), with: "x")])
  }

  @Test func `one truck cannot be at two places`() {
    var (a, b) = (Self.forum("a", "2026-11-19", "08:30", Self.full), Self.forum("b", "2026-11-19", "09:00", ["v-c", "v-d"]))
    b.place = nil
    a.resources = ["truck"]
    b.resources = ["truck"]
    #expect(Self.causes(Self.scene([a, b])) == [.resourceTwice(LocalizedText(en: "truck"), with: "b")])
  }

  @Test func `an event called off takes nothing`() {
    var b = Self.forum("b", "2026-11-19", "09:00", Self.full)
    b.status = .cancelled
    #expect(Self.causes(Self.scene([Self.forum("a", "2026-11-19", "08:30", Self.full), b])) == [])
  }

  @Test func `more hours in a week than were offered is a warning`() {
    var scene = Self.scene([
      Self.forum("a", "2026-11-17", "08:30", Self.full), Self.forum("b", "2026-11-19", "08:30", Self.full),
    ])
    var ary = Volunteer(id: "v-ary", name: LocalizedText(en: "Ary"), home: Place.Code("0203")!)
    ary.maxHoursPerWeek = 3
    scene.volunteers = ["v-ary": ary]
    let found = ConflictFinder(scene: scene).conflicts()
    #expect(found.map(\.cause) == [.volunteerOverHours(LocalizedText(en: "Ary"), minutes: 240, limit: 180)])
    #expect(found.first?.severity == .warning)
  }

  @Test func `a day outside the campaign is told`() {
    #expect(Self.causes(Self.scene([Self.forum("a", "2026-12-21", "08:30", Self.full)])) == [.outsideCampaign])
  }

  @Test func `who declined does not count for the team`() {
    var one = Self.forum("a", "2026-11-19", "08:30", Self.full)
    one.assignments[0].status = .declined
    #expect(Self.causes(Self.scene([one])) == [.tooFewVolunteers(have: 1, need: 2)])
  }

  @Test func `what is spent and what is still planned count together against a line and the total`() {
    var scene = Self.scene([Self.forum("a", "2026-11-19", "08:30", Self.full)]) { campaign in
      campaign.budget = Budget(
        total: Money("100 USD")!, lines: [.init(id: "forums", name: nil, amount: Money("50 USD")!)])
    }
    scene.costs = [Cost(id: "1", campaign: "know-your-office", line: "forums", amount: Money("70 USD")!, date: scene.today)]
    #expect(
      Self.causes(scene) == [.totalOverBudget(by: Money("10 USD")!), .lineOverBudget(LocalizedText(en: "forums"), by: Money("60 USD")!)])
  }

  private static func invitation(_ id: OccurrenceID, _ date: String, _ start: String) -> Occurrence {
    PlannedOffice.occurrence(id, "invite", date, start)
  }

  private static func withInvitation(_ occurrences: [Occurrence]) -> CampaignScene {
    scene(occurrences) { $0.activities.append(Activity(id: "invite", kind: .message)) }
  }

  @Test func `a message due in quiet hours warns, and says how long it waits`() {
    var scene = Self.withInvitation([
      Self.invitation("a", "2026-11-18", "21:00"), Self.invitation("b", "2026-11-19", "22:00"),
    ])
    scene.quietHours = [QuietHours("20:00-07:00")!]
    let found = ConflictFinder(scene: scene).conflicts()
    #expect(found.map(\.cause) == [.quietHours(until: TimeOfDay("07:00")!)])
    #expect(found.first?.severity == .warning)
    #expect(found.first?.occurrence == "a")
    scene.quietHours = []
    #expect(Self.causes(scene) == [])
  }

  @Test func `more messages to the same people than the cap lets through warn`() {
    var scene = Self.withInvitation(
      ["2026-11-16", "2026-11-18", "2026-11-20"].map { Self.invitation(OccurrenceID($0), $0, "09:00") })
    scene.contactCap = ContactCap(messages: 2, days: 7)
    #expect(Self.causes(scene) == [.contactCap(messages: 3, allowed: 2, days: 7)])
    scene.contactCap = ContactCap(messages: 2, days: 3)
    #expect(Self.causes(scene) == [])
  }

  @Test func `heavy rain warns once for each outdoor activity`() {
    let scene = Self.scene(
      ["2027-09-01", "2027-09-08"].map { PlannedOffice.occurrence(OccurrenceID($0), "parade", $0, "07:00") }
    ) { $0.to = LocalDate("2027-12-31")! }
    #expect(Self.causes(scene) == [.heavyRain(occurrences: 2)])
  }
}
