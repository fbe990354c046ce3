import Domain
import Planning

/// Invents problems of many shapes from a seed: with and without coordinates, people, things, holidays, busy people.
struct ProblemGenerator {
  private var random: SeededGenerator
  private var problem: PlanningProblem
  private let hasPoints: Bool
  static let skills = ["survey", "moderation", "driving"]

  static func problem(_ seed: UInt64) -> PlanningProblem {
    var generator = ProblemGenerator(seed)
    generator.addPlaces()
    generator.addPeople()
    generator.addThings()
    generator.addDays()
    generator.addActivities()
    generator.addDoors()
    return generator.problem
  }

  private init(_ seed: UInt64) {
    random = SeededGenerator(seed: seed &* 7919)
    let from = date("2026-12-01") + random.below(40)
    let to = from + 20 + random.below(80)
    let codes: [[String]] = [["0203"], ["0203", "0204"], ["020301", "020302"], ["02"]]
    let campaign = Campaign(
      id: "c\(seed)".id(), name: LocalizedText(en: "C"), places: codes[random.below(4)].map(code), dates: (from, to))
    problem = PlanningProblem(
      campaign: campaign, today: from - 10 + random.below(25), limits: PlanningLimits(rounds: 8, seed: seed))
    hasPoints = random.below(2) == 0
  }

  private mutating func addPlaces() {
    var codes = ["02", "0203", "0204"]
    for district in ["0203", "0204"] {
      for commune in 1...3 {
        codes.append("\(district)0\(commune)")
        for village in 1...2 { codes.append("\(district)0\(commune)0\(village)") }
      }
    }
    problem.places = codes.map { text in
      let point = Coordinate(latitude: 13 + random.unit() / 5, longitude: 103 + random.unit() / 5)
      return Place(code: code(text), unit: "", name: LocalizedText(en: text), point: hasPoints ? point : nil)
    }
  }

  private var villages: [Place.Code] { problem.places.map(\.code).filter { $0.level == .village } }

  private mutating func availability() -> Availability {
    if random.below(4) == 0 { return .always }
    let windows = ["07:00-11:00", "07:30-17:30", "13:00-17:00", "06:00-12:00"]
    var weekly: [Weekday: [TimeWindow]] = [:]
    for day in Weekday.allCases where random.below(3) > 0 { weekly[day] = [TimeWindow(windows[random.below(4)])!] }
    let away = (0..<random.below(6)).map { _ in problem.campaign.from + random.below(60) }
    return Availability(weekly: weekly, away: Set(away))
  }

  private mutating func addPeople() {
    for index in 0..<random.below(16) {
      let homes = villages
      var person = Volunteer(
        id: "v\(index)".id(), name: LocalizedText(en: "V\(index)"), home: homes[random.below(homes.count)])
      person.sex = [.female, .male, nil][random.below(3)]
      person.skills = Self.skills.filter { _ in random.below(2) == 0 }
      person.languages = random.below(4) == 0 ? ["km", "cja"] : ["km"]
      person.experienced = random.below(3) == 0
      person.availability = availability()
      person.maxHoursPerWeek = Double(4 + random.below(20))
      person.maxKilometres = Double(5 + random.below(40))
      problem.volunteers.append(person)
    }
  }

  private mutating func addThings() {
    for index in 0..<random.below(9) {
      let kinds = ["venue", "loudspeaker", "governor"]
      var thing = Resource(id: "r\(index)".id(), name: LocalizedText(en: "R"), kind: kinds[random.below(3)])
      if thing.kind == "venue" { thing.capacity = 20 + random.below(100) }
      if random.below(2) == 0 { thing.place = problem.places[random.below(problem.places.count)].code }
      thing.availability = availability()
      problem.resources.append(thing)
    }
  }

  private mutating func addDays() {
    for _ in 0..<random.below(12) { problem.holidays.insert(problem.campaign.from + random.below(80)) }
    for _ in 0..<random.below(12) {
      let who: Commitment.Who =
        random.below(2) == 0 ? .volunteer("v\(random.below(16))".id()) : .resource("r\(random.below(9))".id())
      problem.busy.append(
        Commitment(
          who: who, date: problem.campaign.from + random.below(60), window: TimeWindow("08:00-12:00")!,
          place: random.below(3) == 0 ? nil : villages[random.below(villages.count)]))
    }
    if random.below(3) == 0 { problem.officeHours = TimeWindow("08:00-16:00") }
    if random.below(3) == 0 { problem.campaign.quietHours = QuietHours("20:00-08:30") }
  }

  private mutating func addActivities() {
    let kinds: [ActivityKind] = [
      .training, .parade, .forum, .citizenHour, .survey, .meeting, .spot, .message, .doorToDoor,
    ]
    for (index, kind) in kinds.enumerated() where random.below(4) > 0 {
      var activity = Activity(id: "a\(index)".id(), kind: kind)
      activity.each = [nil, .district, .commune, .village][random.below(4)]
      shape(&activity)
      if kind == .message { activity.at = [.now, .before(days: 2, "a2"), .on(moment)][random.below(3)] }
      if kind == .doorToDoor { doors(&activity) }
      if index > 0, random.below(3) == 0 {
        activity.after = Dependency(activity: "a\(random.below(index))".id(), days: random.below(5))
      }
      activity.costs = [
        CostLine(line: "l", amount: Money(minor: 500, .usd), per: CostLine.Unit.allCases[random.below(7)])
      ]
      problem.campaign.activities.append(activity)
    }
  }

  private var moment: LocalDateTime { LocalDateTime(date: problem.campaign.from + 5, time: TimeOfDay("09:00")!) }

  private mutating func shape(_ activity: inout Activity) {
    let rules = ["weekly on monday, thursday", "monthly on the first thursday", "every 2 weeks on friday"]
    if activity.kind != .message, random.below(3) == 0 { activity.repeats = Recurrence(rules[random.below(3)]) }
    if random.below(3) == 0 { activity.weekdays = [.saturday, .sunday, .monday, .thursday] }
    if random.below(3) == 0 { activity.between = TimeWindow(["07:00-10:30", "13:15-17:00"][random.below(2)]) }
    if random.below(3) == 0 { activity.to = problem.campaign.from + 10 + random.below(10) }
    activity.minutes = [60, 120, 180][random.below(3)]
    if random.below(2) == 0 { activity.expects = Expectation(people: 10 + random.below(60)) }
    guard !activity.kind.isBroadcast, activity.kind != .message else { return }
    activity.needs.volunteers = random.below(4)
    activity.needs.experienced = random.below(2)
    if random.below(3) == 0 { activity.needs.skills = [Self.skills[random.below(3)]: 1 + random.below(2)] }
    if random.below(5) == 0 { activity.needs.languages = ["cja": 1] }
    if random.below(3) == 0 { activity.needs.resources = ["venue": 1] }
    if random.below(4) == 0 { activity.needs.resources["loudspeaker"] = 1 + random.below(2) }
  }

  private mutating func doors(_ activity: inout Activity) {
    var work = DoorWork()
    work.share = [1, 0.6, 0.25][random.below(3)]
    work.team = 1 + random.below(3)
    work.shiftMinutes = [60, 120, 180][random.below(3)]
    work.visitMinutes = 3 + random.below(5)
    activity.doors = work
  }

  private mutating func addDoors() {
    for village in villages {
      let (latitude, longitude) = (13 + random.unit() / 5, 103 + random.unit() / 5)
      let spread = random.below(3) == 0 ? 0.0 : 0.008
      for index in 0..<random.below(14) {
        var door = Household(id: "h\(village)-\(index)".id(), village: village)
        (door.group, door.door) = (index / 10, index)
        if random.below(8) > 0 {
          door.point = Coordinate(
            latitude: latitude + random.unit() * spread, longitude: longitude + random.unit() * spread)
        }
        door.language = [nil, "km", "cja"][random.below(3)]
        door.adults = random.below(5)
        door.doNotVisit = random.below(20) == 0
        problem.doors.append(door)
      }
    }
  }
}

func date(_ text: String) -> LocalDate { LocalDate(text)! }
func code(_ text: String) -> Place.Code { Place.Code(text)! }

extension String {
  /// The typed id of whatever is asked for.
  func id<Noun>() -> Identifier<Noun> { Identifier(self) }
}
