import Domain
import Storage

/// What is on record in a ``ResultsOffice``.
enum ResultsFigures {
  private static let north = Place.Code("0203")!
  private static let south = Place.Code("0204")!

  static func setUp(_ tx: Transaction, at now: Instant) throws(StoreError) {
    var office = Office(id: "office", name: LocalizedText(km: "ការិយាល័យ", en: "The office"))
    office.rates = ExchangeRates(khr: [ExchangeRate(from: LocalDate("2026-01-01")!, perUSD: 4000)])
    try tx.put(office, at: now)
    let places = [
      ("02", "Khaet", "ខេត្ត", "Province"), ("0203", "Krong", "ក្រុង​ជើង", "North"), ("0204", "Srok", "ស្រុក​ត្បូង", "South"),
      ("020301", "Sangkat", "សង្កាត់", "Sangkat"), ("020401", "Khum", "ឃុំ", "Khum"),
      ("02030101", "Phum", "ភូមិ", "Village"), ("02040101", "Phum", "ភូមិ", "Other village"),
    ]
    for (code, unit, km, en) in places {
      try tx.put(Place(code: Place.Code(code)!, unit: unit, name: LocalizedText(km: km, en: en)))
    }
    try tx.put(Segment(id: "riders", name: LocalizedText(km: "អ្នក​ជិះ", en: "Riders"), rule: "owns_motorbike"), at: now)
    try tx.put(survey, at: now)
    try tx.put(campaign(ResultsOffice.ngo, .ngo, north), at: now)
    try tx.put(campaign(ResultsOffice.government, .government, south), at: now)
    for number in 0..<300 { try tx.put(citizen(number), at: now) }
    for number in 1...3 {
      try tx.put(Household(id: HouseholdID("h\(number)"), village: Place.Code("02030101")!))
    }
    try tx.bumpPeopleVersion()
  }

  /// 200 people in the north and 100 in the south, all with a motorbike, every second one a woman, every fourth with
  /// a telephone, the sex of the last ten unknown.
  private static func citizen(_ number: Int) -> Citizen {
    var citizen = Citizen(id: CitizenID("c\(number)"), name: LocalizedText(km: "សុខ", en: "Sok"))
    citizen.village = Place.Code(number < 200 ? "02030101" : "02040101")
    citizen.facts.ownsMotorbike = true
    if number < 290 { citizen.sex = number.isMultiple(of: 2) ? .female : .male }
    if number.isMultiple(of: 4) { citizen.phone = PhoneNumber(e164: "+85512\(100_000 + number)") }
    return citizen
  }

  private static let survey = Survey(
    id: "knows", name: LocalizedText(km: "ស្គាល់", en: "Knows the office"),
    questions: [
      .init(
        id: "knows", text: LocalizedText(km: "ស្គាល់?", en: "Do you know it?"),
        answers: [
          .init(id: "yes", text: LocalizedText(km: "ស្គាល់", en: "Yes"), aware: true),
          .init(id: "no", text: LocalizedText(km: "ទេ", en: "No")),
        ])
    ])

  private static func campaign(_ id: CampaignID, _ facilitation: Facilitation, _ place: Place.Code) -> Campaign {
    var campaign = Campaign(
      id: id, name: LocalizedText(km: "យុទ្ធនាការ", en: "Campaign \(place)"), places: [place],
      dates: (LocalDate("2026-11-02")!, LocalDate("2026-12-20")!))
    campaign.segment = "riders"
    campaign.facilitation = facilitation
    var doors = Activity(id: "doors", kind: .doorToDoor)
    doors.survey = "knows"
    doors.wave = .endline
    campaign.activities = [Activity(id: "forum", kind: .forum), doors]
    if facilitation == .ngo {
      campaign.targets = [Target(group: nil, people: 100), Target(group: .female, people: 60)]
    }
    return campaign
  }

  // MARK: Planned

  static func plan(_ tx: Transaction, at now: Instant) throws(StoreError) {
    var plan = Plan(campaign: ResultsOffice.ngo)
    plan.occurrences = [
      occurrence("forum-north", ResultsOffice.ngo, "forum", "020301", "2026-11-10"),
      occurrence("doors-north", ResultsOffice.ngo, "doors", "020301", "2026-11-20"),
    ]
    plan.routes = [
      Route(
        id: "route", occurrence: "doors-north", meetingPoint: Coordinate(latitude: 13, longitude: 103),
        doors: ["h1", "h2", "h3"], walking: Metres(300))
    ]
    plan.forecast.rows = [row("forum", north, 50, "300 USD"), row("doors", north, 3, "40000 KHR")]
    try tx.propose(plan, at: now)
    _ = try tx.accept(ResultsOffice.ngo, at: now)
    var other = Plan(campaign: ResultsOffice.government)
    other.occurrences = [occurrence("forum-south", ResultsOffice.government, "forum", "020401", "2026-12-03")]
    other.forecast.rows = [row("forum", south, 30, "100 USD")]
    try tx.propose(other, at: now)
    _ = try tx.accept(ResultsOffice.government, at: now)
  }

  private static func row(_ activity: ActivityID, _ place: Place.Code, _ people: Int, _ cost: String) -> Forecast.Row {
    var row = Forecast.Row(activity: activity, district: place)
    row.occurrences = 1
    row.people = people
    row.cost = [Money(cost)!]
    return row
  }

  private static func occurrence(
    _ id: OccurrenceID, _ campaign: CampaignID, _ activity: ActivityID, _ place: String, _ date: String
  ) -> Occurrence {
    var occurrence = Occurrence(
      id: id, campaign: campaign, activity: activity, date: LocalDate(date)!, start: TimeOfDay("08:00")!)
    occurrence.place = Place.Code(place)
    occurrence.minutes = 120
    occurrence.assignments = [Assignment(volunteer: "v1", status: .attended), Assignment(volunteer: "v2", status: .absent)]
    return occurrence
  }

  // MARK: Done

  static func happen(_ tx: Transaction, at now: Instant) throws(StoreError) {
    try record(tx, "forum-north", 40, [.female: 25, .disability: 4], now)
    try record(tx, "forum-south", 21, [.female: 9], now)
    try visit(tx, "v1", "h1", .talked, "yes", now)
    try visit(tx, "v2", "h2", .notHome, nil, now)
    try visit(tx, "v3", "h2", .talked, "yes", now.adding(seconds: 60))
    try visit(tx, "v4", "h3", .notHome, nil, now)
    try cost(tx, "contract", ResultsOffice.ngo, nil, "1000 USD")
    try cost(tx, "hall", ResultsOffice.ngo, "forum", "250 USD")
    try cost(tx, "leaflets", ResultsOffice.ngo, "doors", "40000 KHR")
    try cost(tx, "hours", ResultsOffice.ngo, "forum", "50 USD", inKind: true)
    try cost(tx, "tea", ResultsOffice.government, "forum", "84 USD")
    try interviews(tx, ResultsOffice.ngo, north, .baseline, asked: 50, aware: 10)
    try interviews(tx, ResultsOffice.ngo, north, .endline, asked: 48, aware: 38)
    try interviews(tx, ResultsOffice.government, south, .baseline, asked: 50, aware: 10)
    try interviews(tx, ResultsOffice.government, south, .endline, asked: 50, aware: 15)
  }

  private static func record(
    _ tx: Transaction, _ id: OccurrenceID, _ people: Int, _ groups: [Group: Int], _ now: Instant
  ) throws(StoreError) {
    var record = OccurrenceRecord(occurrence: id)
    record.participants = people
    record.groups = groups
    try tx.put(record, at: now)
  }

  private static func visit(
    _ tx: Transaction, _ id: VisitID, _ door: HouseholdID, _ result: Disposition, _ answer: String?, _ at: Instant
  ) throws(StoreError) {
    var visit = Visit(id: id, route: "route", household: door, disposition: result, at: at)
    visit.answers = answer.map { ["knows": $0] } ?? [:]
    _ = try tx.record(visit, receivedAt: at)
  }

  private static func cost(
    _ tx: Transaction, _ id: String, _ campaign: CampaignID, _ activity: ActivityID?, _ amount: String,
    inKind: Bool = false
  ) throws(StoreError) {
    var cost = Cost(
      id: id, campaign: campaign, line: "line", amount: Money(amount)!, date: LocalDate("2026-11-15")!)
    cost.activity = activity
    cost.inKind = inKind
    try tx.put(cost)
  }

  private static func interviews(
    _ tx: Transaction, _ campaign: CampaignID, _ place: Place.Code, _ wave: Survey.Wave, asked: Int, aware: Int
  ) throws(StoreError) {
    for number in 0..<asked {
      var response = SurveyResponse(
        id: "\(campaign)-\(number)", survey: "knows", wave: wave, date: LocalDate("2026-12-10")!)
      response.campaign = campaign
      response.place = place
      response.answers = ["knows": number < aware ? "yes" : "no"]
      try tx.put(response)
    }
  }
}
