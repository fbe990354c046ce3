public import Domain
import Storage

/// The people, doors and shifts of a ``FieldDay``.
public struct FieldPeople: Sendable {
  public static let route: RouteID = "route-one"
  public static let otherRoute: RouteID = "route-two"
  public static let shift: OccurrenceID = "shift-one"
  public static let otherShift: OccurrenceID = "shift-two"
  public static let forum: OccurrenceID = "forum-one"
  /// The team of route one (60 doors), the team of route two (5 doors), and two who are free.
  public static let ary: VolunteerID = "v-ary"
  public static let bopha: VolunteerID = "v-bopha"
  public static let chan: VolunteerID = "v-chan"
  public static let dara: VolunteerID = "v-dara"
  public static let eang: VolunteerID = "v-eang"
  public static let farid: VolunteerID = "v-farid"
  static let svayPor = Place.Code("020310")!
  static let village = Place.Code("02031001")!

  let doors: Int

  func write(_ tx: Transaction, at now: Instant) throws(StoreError) {
    var office = Office(
      id: "office", name: LocalizedText(km: "ការិយាល័យ​ច្រក​ចេញ​ចូល​តែ​មួយ", en: "Battambang One Window Service Office"))
    office.timeZone = "Asia/Phnom_Penh"
    try tx.put(office, at: now)
    for place in places { try tx.put(place) }
    try tx.put(survey, at: now)
    try tx.put(campaign, at: now)
    for volunteer in volunteers { try tx.put(volunteer) }
    for number in 1...(doors + 5) { try tx.put(household(number)) }
    var citizen = Citizen(id: "citizen-3", name: LocalizedText(km: "សុខ លីដា", en: "Sok Lyda"))
    citizen.household = "h-3"
    try tx.put(citizen, at: now)
    try tx.propose(plan, at: now)
    _ = try tx.accept("know-your-office", at: now)
  }

  private var places: [Place] {
    [
      Place(code: Place.Code("02")!, unit: "Khaet", name: LocalizedText(km: "បាត់ដំបង", en: "Battambang")),
      Place(code: Place.Code("0203")!, unit: "Krong", name: LocalizedText(km: "បាត់ដំបង", en: "Battambang")),
      Place(
        code: Self.svayPor, unit: "Sangkat", name: LocalizedText(km: "ស្វាយប៉ោ", en: "Svay Por"),
        point: Coordinate(latitude: 13.1, longitude: 103.2)),
      Place(
        code: Self.village, unit: "Phum", name: LocalizedText(km: "កំពង់ក្របី", en: "Kampong Krabei"),
        point: Coordinate(latitude: 13.101, longitude: 103.201)),
    ]
  }

  private var survey: Survey {
    func text(_ km: String, _ en: String) -> LocalizedText { LocalizedText(km: km, en: en) }
    return Survey(
      id: "knows", name: text("ស្គាល់​ការិយាល័យ", "Knows the office"),
      questions: [
        .init(
          id: "knows", text: text("តើ​អ្នក​ស្គាល់​ការិយាល័យ​ច្រក​ចេញ​ចូល​តែ​មួយ​ទេ?", "Do you know the One Window Service Office?"),
          answers: [
            .init(id: "yes", text: text("ស្គាល់", "Yes"), aware: true), .init(id: "no", text: text("មិន​ស្គាល់", "No")),
          ]),
        .init(
          id: "heard", text: text("តើ​អ្នក​ដឹង​តាម​រយៈ​អ្វី?", "Where did you hear of it?"),
          answers: [
            .init(id: "parade", text: text("ក្បួន​ដង្ហែ", "Parade")), .init(id: "radio", text: text("វិទ្យុ", "Radio")),
            .init(id: "neighbour", text: text("អ្នក​ជិត​ខាង", "Neighbour")),
            .init(id: "today", text: text("ទើប​ដឹង​ថ្ងៃ​នេះ", "Not before today")),
          ]),
        .init(
          id: "used", text: text("តើ​អ្នក​បាន​ប្រើ​សេវា​នេះ​ក្នុង ១២ ខែ​មុន​ទេ?", "Have you used it in the last 12 months?"),
          answers: [.init(id: "yes", text: text("បាន​ប្រើ", "Yes")), .init(id: "no", text: text("មិន​បាន​ប្រើ", "No"))]),
      ])
  }

  private var campaign: Campaign {
    var campaign = Campaign(
      id: "know-your-office", name: LocalizedText(km: "ស្គាល់​ការិយាល័យ​របស់​អ្នក", en: "Know your One Window Office"),
      places: [Place.Code("0203")!], dates: (LocalDate("2026-11-02")!, LocalDate("2026-12-20")!))
    var doors = Activity(id: "doors", kind: .doorToDoor)
    doors.doors = DoorWork()
    doors.survey = "knows"
    doors.wave = .midline
    doors.needs.experienced = 1
    doors.needs.skills = ["door-to-door": 1]
    var forum = Activity(id: "forum", kind: .forum)
    forum.needs.volunteers = 3
    campaign.activities = [doors, forum]
    return campaign
  }

  private var volunteers: [Volunteer] {
    let names = [
      (Self.ary, "លឹម ស្រីមុំ", "Lim Sreymom"), (Self.bopha, "កែវ វុទ្ធី", "Keo Vuthy"),
      (Self.chan, "ជា បុប្ផា", "Chea Bopha"), (Self.dara, "ញ៉ែម រិទ្ធី", "Nhem Rithy"),
      (Self.eang, "ផាន ដាលីន", "Phan Dalin"), (Self.farid, "ឈឹម មករា", "Chhim Makara"),
    ]
    return names.enumerated().map { position, person in
      var volunteer = Volunteer(
        id: person.0, name: LocalizedText(km: person.1, en: person.2),
        home: position < 5 ? Self.village : Place.Code("0203")!)
      volunteer.phone = "+85500000000\(position)"
      volunteer.skills = person.0 == Self.farid ? [] : ["door-to-door"]
      volunteer.experienced = position % 2 == 0
      let hours = TimeWindow(from: TimeOfDay(minutes: 7 * 60), to: TimeOfDay(minutes: 17 * 60))
      volunteer.availability = Availability(weekly: [.saturday: [hours], .sunday: [hours]])
      return volunteer
    }
  }

  private func household(_ number: Int) -> Household {
    var household = Household(id: HouseholdID("h-\(number)"), village: Self.village)
    household.group = 1 + number / 20
    household.door = number * 2 - 1
    let bend = [0, 0.0004, 0.0001, 0.0005][number % 4]
    household.point = Coordinate(
      latitude: 13.1 + bend + Double(number) * 0.00003, longitude: 103.2 + Double(number) * 0.00006)
    household.headName = LocalizedText(km: "សុខ លីដា", en: "Sok Lyda")
    household.bestTime = number % 3 == 0 ? "morning" : nil
    if number % 5 == 2 { household.attributes = ["note": .text("របង​ពណ៌​ខៀវ")] }
    return household
  }

  private var plan: Plan {
    var plan = Plan(campaign: "know-your-office")
    plan.occurrences = [
      shift(Self.shift, [Self.ary, Self.bopha]), shift(Self.otherShift, [Self.chan, Self.dara]),
      forum(on: FieldDay.saturday + 7, [Self.ary]),
    ]
    let meeting = Coordinate(latitude: 13.0999, longitude: 103.2)
    plan.routes = [
      Route(
        id: Self.route, occurrence: Self.shift, meetingPoint: meeting,
        doors: (1...doors).map { HouseholdID("h-\($0)") }, walking: Metres(1850)),
      Route(
        id: Self.otherRoute, occurrence: Self.otherShift, meetingPoint: meeting,
        doors: (doors + 1...doors + 5).map { HouseholdID("h-\($0)") }, walking: Metres(400)),
    ]
    return plan
  }

  private func shift(_ id: OccurrenceID, _ team: [VolunteerID]) -> Occurrence {
    var shift = Occurrence(
      id: id, campaign: "know-your-office", activity: "doors", date: FieldDay.saturday, start: TimeOfDay("07:30")!)
    shift.place = Self.svayPor
    shift.minutes = 210
    shift.assignments = team.enumerated().map { Assignment(volunteer: $1, status: $0 == 0 ? .confirmed : .asked) }
    return shift
  }

  private func forum(on date: LocalDate, _ team: [VolunteerID]) -> Occurrence {
    var forum = Occurrence(
      id: Self.forum, campaign: "know-your-office", activity: "forum", date: date, start: TimeOfDay("14:00")!)
    forum.place = Self.svayPor
    forum.minutes = 120
    forum.assignments = team.map { Assignment(volunteer: $0, status: .asked) }
    return forum
  }
}
