public import Actions
public import Domain
import Foundation
public import Storage

/// An office on Thursday 12 November 2026, 14:00, with one accepted campaign in which something is wrong of every kind:
/// a parade on a holiday, a forum short of people, a forum without a record, and a line of the budget overspent.
public final class PlannedOffice: Sendable {
  public let store: Store
  public let workplace: Workplace
  private let folder: URL

  public static let campaign: CampaignID = "know-your-office"
  public static let today = LocalDate("2026-11-12")!
  public static let now = LocalDateTime(date: today, time: TimeOfDay("14:00")!).instant(at: .phnomPenh)
  public static let parade: OccurrenceID = "parade-one"
  public static let pastForum: OccurrenceID = "forum-past"
  public static let nextForum: OccurrenceID = "forum-next"

  public init(isEmpty: Bool = false) async throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("outreach-plan-\(UUID().uuidString)")
    let store = try await Store(StoreLocation(url: "sqlite:\(folder.path)/office.sqlite")!)
    self.store = store
    workplace = Workplace(store: store, clock: { Self.now })
    guard !isEmpty else { return }
    try await store.write { (tx) throws(StoreError) in try Self.fill(tx) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  public func context(_ role: Role) -> ActionContext {
    workplace.context(for: Principal(name: "\(role)", role: role))
  }

  /// The cookie's token and the forms' token of somebody signed in.
  public func session(_ role: Role) async throws -> (token: String, form: String) {
    let command = workplace.context(for: Principal(name: "test", role: nil))
    let link = try await ManageAccounts.add("\(role)", role: role, area: nil, in: command)
    let signedIn = try await SignIn.withLink(link, at: workplace)
    let owner = try await SignIn.owner(ofSession: signedIn.token, at: workplace)
    return (signedIn.token, owner?.formToken ?? "")
  }

  private static func fill(_ tx: Transaction) throws(StoreError) {
    try tx.put(Office(id: "office", name: LocalizedText(km: "ការិយាល័យ", en: "Battambang office")), at: now)
    let names = [("02", "បាត់ដំបង", "Battambang"), ("0203", "ក្រុង​បាត់ដំបង", "Battambang town"), ("020301", "ទួល​តាឯក", "Tuol Ta Aek")]
    for (code, km, en) in names {
      try tx.put(Place(code: Place.Code(code)!, unit: "", name: LocalizedText(km: km, en: en)))
    }
    for (id, name) in [("v-ary", "Ary"), ("v-bopha", "Bopha")] {
      var volunteer = Volunteer(id: VolunteerID(id), name: LocalizedText(en: name), home: Place.Code("0203")!)
      volunteer.availability = .always
      volunteer.maxHoursPerWeek = 6
      try tx.put(volunteer)
    }
    try tx.put(Resource(id: "truck", name: LocalizedText(km: "ឡាន", en: "The truck"), kind: "vehicle"), at: now)
    let festival = LocalizedText(km: "បុណ្យ​អុំទូក", en: "Water Festival")
    let days = [24, 25].map { HolidayCalendar.Holiday(date: LocalDate("2026-11-\($0)")!, name: festival) }
    try tx.put(HolidayCalendar(id: "holidays", holidays: days), at: now)
    try tx.put(document, at: now)
    try tx.propose(plan, at: now)
    _ = try tx.accept(campaign, at: now)
    var cost = Cost(id: "c-1", campaign: campaign, line: "radio", amount: Money("480 USD")!, date: today)
    cost.activity = "forum"
    try tx.put(cost)
  }

  public static var document: Campaign {
    var document = Campaign(
      id: campaign, name: LocalizedText(km: "ស្គាល់​ការិយាល័យ", en: "Know your office"), places: [Place.Code("0203")!],
      dates: (LocalDate("2026-11-02")!, LocalDate("2026-12-20")!))
    document.facilitation = .ngo
    document.budget = Budget(
      total: Money("2000 USD")!,
      lines: [
        .init(id: "forums", name: LocalizedText(km: "វេទិកា", en: "Forums"), amount: Money("1500 USD")!),
        .init(id: "radio", name: LocalizedText(km: "វិទ្យុ", en: "Radio spots"), amount: Money("360 USD")!),
      ])
    document.targets = [Target(group: nil, people: 1200), Target(group: .female, people: 600)]
    var parade = Activity(id: "parade", kind: .parade)
    parade.needs.resources = ["vehicle": 1]
    var forum = Activity(id: "forum", kind: .forum)
    forum.name = LocalizedText(km: "វេទិកា​សាធារណៈ", en: "Public forum")
    forum.needs.volunteers = 2
    forum.costs = [CostLine(line: "forums", amount: Money("40 USD")!, per: .occurrence)]
    forum.expects = Expectation(people: 60)
    document.activities = [parade, forum]
    return document
  }

  public static func occurrence(
    _ id: OccurrenceID, _ activity: ActivityID, _ date: String, _ start: String, team: [VolunteerID] = []
  ) -> Occurrence {
    var one = Occurrence(
      id: id, campaign: campaign, activity: activity, date: LocalDate(date)!, start: TimeOfDay(start)!)
    one.place = Place.Code("020301")
    one.minutes = 120
    one.assignments = team.map { Assignment(volunteer: $0, status: .confirmed) }
    return one
  }

  private static var plan: Plan {
    var plan = Plan(campaign: campaign)
    var parade = occurrence(Self.parade, "parade", "2026-11-24", "07:00")
    parade.resources = ["truck"]
    var next = occurrence(nextForum, "forum", "2026-11-13", "08:30", team: ["v-ary"])
    next.assignments[0].status = .asked
    plan.occurrences = [
      parade, next, occurrence(pastForum, "forum", "2026-11-11", "08:30", team: ["v-ary", "v-bopha"]),
    ]
    plan.unserved = [Unserved(activity: "forum", place: Place.Code("020301"), reason: .noVolunteers)]
    return plan
  }
}
