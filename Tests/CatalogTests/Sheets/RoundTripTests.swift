import Domain
import Phones
import Testing

@testable import Catalog

/// Everything that is written is read back equal: seeded values, many of them odd.
struct RoundTripTests {
  private let phones = PhoneReader(testPrefixes: ["+85500"])
  private static let oddTexts = ["=1+1", "a,b", "\"q\"", "ក ខ", "-x", "'y", "a;b\tc", "@me", "line\nbreak", "+zz"]

  private func text(_ dice: inout Dice) -> String? {
    dice.next(3) == 0 ? nil : Self.oddTexts[dice.next(Self.oddTexts.count)]
  }

  private func flag(_ dice: inout Dice) -> Bool? { [nil, true, false][dice.next(3)] }

  private func file(_ writer: CSVWriter) throws -> TextFile { try TextFile(name: "t.csv", bytes: writer.bytes) }

  private func citizen(_ number: Int, _ dice: inout Dice) -> Citizen {
    var citizen = Citizen(id: CitizenID("C\(number)"), name: LocalizedText(km: text(&dice), en: text(&dice)))
    citizen.household = text(&dice).map { HouseholdID($0) }
    citizen.sex = [nil, .female, .male][dice.next(3)]
    citizen.birthYear = dice.next(2) == 0 ? nil : 1930 + dice.next(90)
    citizen.village = dice.next(2) == 0 ? nil : Place.Code("02030101")
    citizen.point =
      dice.next(2) == 0 ? nil : Coordinate(latitude: 13.1 + Double(dice.next(999)) / 7e4, longitude: 103.2)
    citizen.phone = dice.next(2) == 0 ? nil : PhoneNumber(e164: "+85500\(1_000_000 + dice.next(8_999_999))")
    citizen.telegram = text(&dice)
    citizen.email = dice.next(2) == 0 ? nil : "c\(number)@example.org"
    citizen.language = ["km", "cja", nil][dice.next(3)]
    citizen.facts.ownsMotorbike = flag(&dice)
    citizen.facts.ownsHouse = flag(&dice)
    citizen.facts.ownsBusiness = flag(&dice)
    citizen.facts.idPoor = flag(&dice)
    citizen.facts.disability = flag(&dice)
    citizen.facts.ethnicMinority = flag(&dice)
    for purpose in ConsentPurpose.allCases { citizen.consents[purpose] = flag(&dice) }
    citizen.optedOut = dice.next(2) == 0
    let values: [AttributeValue] = [.text("007"), .text("=x"), .number(41.5), .number(-3), .flag(true), .flag(false)]
    for name in ["shoe", "group, odd"] where dice.next(2) == 0 {
      citizen.attributes[name] = values[dice.next(values.count)]
    }
    return citizen
  }

  @Test(arguments: [CSVWriter.Flavour.machine, .page])
  func `citizens come back as they were`(flavour: CSVWriter.Flavour) throws {
    var dice = Dice(seed: 11)
    let citizens = (0..<300).map { citizen($0, &dice) }
    let sheet = CitizenSheet.read(try file(CatalogWriter(flavour).citizens(citizens)), CitizenSheet.rules, known: nil) {
      CitizenSheet($0, phones: phones)
    }
    #expect(sheet.findings.map(\.description) == [])
    #expect(sheet.values == citizens)
  }

  @Test func `households come back as they were`() throws {
    var dice = Dice(seed: 12)
    let households = (0..<200).map { number in
      var household = Household(id: HouseholdID("H\(number)"), village: Place.Code("02030101")!)
      household.group = dice.next(2) == 0 ? nil : dice.next(30)
      household.door = dice.next(2) == 0 ? nil : dice.next(300)
      household.headName = LocalizedText(km: text(&dice), en: text(&dice))
      household.members = dice.next(2) == 0 ? nil : dice.next(9)
      household.adults = dice.next(2) == 0 ? nil : dice.next(5)
      household.language = ["km", nil][dice.next(2)]
      household.ownsMotorbike = flag(&dice)
      household.ownsHouse = flag(&dice)
      household.idPoor = flag(&dice)
      household.hasPhone = flag(&dice)
      household.hasDisability = flag(&dice)
      household.ethnicMinority = flag(&dice)
      household.doNotVisit = dice.next(2) == 0
      household.bestTime = text(&dice)
      return household
    }
    let sheet = HouseholdSheet.read(try file(CatalogWriter().households(households)), HouseholdSheet.rules, known: nil)
    {
      HouseholdSheet($0)
    }
    #expect(sheet.findings.map(\.description) == [])
    #expect(sheet.values == households)
  }

  @Test func `volunteers come back as they were`() throws {
    var dice = Dice(seed: 13)
    let volunteers = (0..<100).map { number in
      var volunteer = Volunteer(
        id: VolunteerID("v\(number)"), name: LocalizedText(km: "ក", en: text(&dice)), home: Place.Code("020301")!)
      volunteer.sex = [nil, .female, .male][dice.next(3)]
      volunteer.phone = dice.next(2) == 0 ? nil : "+85500\(1_000_000 + dice.next(8_999_999))"
      volunteer.languages = dice.next(2) == 0 ? ["km"] : ["km", "cja"]
      volunteer.skills = dice.next(2) == 0 ? [] : ["survey", "door-to-door"]
      volunteer.experienced = dice.next(2) == 0
      volunteer.availability = Availability(
        weekly: dice.next(2) == 0
          ? [:] : [.monday: [TimeWindow("07:00-11:00")!], .sunday: [TimeWindow("06:30-24:00")!]],
        away: dice.next(2) == 0 ? [] : [LocalDate("2026-11-05")!, LocalDate("2026-12-31")!])
      volunteer.maxHoursPerWeek = Double(dice.next(80)) / 2
      volunteer.maxKilometres = Double(dice.next(300)) / 8
      return volunteer
    }
    let sheet = VolunteerSheet.read(try file(CatalogWriter().volunteers(volunteers)), VolunteerSheet.rules, known: nil)
    {
      VolunteerSheet($0, phones: phones)
    }
    #expect(sheet.findings.map(\.description) == [])
    #expect(sheet.values == volunteers)
  }

  @Test func `places come back as they were`() throws {
    let places = ["02", "0203", "020301"].enumerated().map { index, code in
      Place(
        code: Place.Code(code)!, unit: "Khum", name: LocalizedText(km: "ក", en: "A, \"b\""),
        point: index == 0 ? nil : Coordinate(latitude: 13.1, longitude: 103.25), counts: (index, nil))
    }
    let sheet = PlaceSheet.read(try file(CatalogWriter().places(places)), PlaceSheet.rules, known: nil) {
      PlaceSheet($0)
    }
    #expect(sheet.findings.map(\.description) == [])
    #expect(sheet.values == places)
  }

  @Test func `the table of events is what attendance and costs take`() throws {
    var occurrence = Occurrence(
      id: "e1", campaign: "c", activity: "forum", date: LocalDate("2026-11-05")!, start: TimeOfDay("08:00")!)
    occurrence.place = Place.Code("020301")
    var record = OccurrenceRecord(occurrence: "e1")
    record.participants = 50
    record.groups = [.female: 30, .idPoor: 4]
    record.note = "=rain"
    record.complete = false
    let table = CatalogWriter().events([EventRow(occurrence: occurrence, kind: .forum, record: record)])
    let attendance = AttendanceSheet.read(try file(table), AttendanceSheet.rules, known: nil) { AttendanceSheet($0) }
    #expect(attendance.findings.map(\.description) == [])
    #expect(attendance.values == [record])

    let filled = table.text.replacing(",,,,,,\n", with: ",,parade,300,USD,,\n")
    let costs = CostSheet.read(try TextFile(name: "t.csv", bytes: Array(filled.utf8)), CostSheet.rules, known: nil) {
      CostSheet($0)
    }
    #expect(costs.findings.map(\.description) == [])
    let cost = try #require(costs.values.first)
    #expect(cost.amount == Money(minor: 30_000, .usd))
    #expect(cost.occurrence == "e1")
    #expect(cost.district == Place.Code("0203"))
    let empty = CostSheet.read(try file(table), CostSheet.rules, known: nil) { CostSheet($0) }
    #expect(empty.values.isEmpty && empty.findings.isEmpty)
  }
}
