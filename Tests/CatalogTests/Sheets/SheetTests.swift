import Domain
import Phones
import Testing

@testable import Catalog

struct SheetTests {
  private static var known: KnownThings {
    var known = KnownThings()
    known.places = Set(["02", "0203", "020301", "02030101"].map { Place.Code($0)! })
    known.events = ["e1", "e2"]
    known.campaigns = ["c"]
    return known
  }
  private let phones = PhoneReader(testPrefixes: ["+85500"])

  private func file(_ text: String) throws -> TextFile { try TextFile(name: "t.csv", bytes: Array(text.utf8)) }

  private func citizens(_ text: String) throws -> Sheet<Citizen> {
    CitizenSheet.read(try file(text), CitizenSheet.rules, known: Self.known) { CitizenSheet($0, phones: phones) }
  }

  private func volunteers(_ text: String) throws -> Sheet<Volunteer> {
    VolunteerSheet.read(try file(text), VolunteerSheet.rules, known: Self.known) { VolunteerSheet($0, phones: phones) }
  }

  private func told<Value>(_ sheet: Sheet<Value>) -> [String] { sheet.findings.map(\.description) }

  @Test func `an empty cell is never recorded, not no`() throws {
    let sheet = try citizens("id,owns_motorbike,owns_house,consent_sms,consent_call,opted_out\nC1,1,,1,,\n")
    let citizen = try #require(sheet.values.first)
    #expect(citizen.facts.ownsMotorbike == true)
    #expect(citizen.facts.ownsHouse == nil)
    #expect(citizen.consents == [.sms: true])
    #expect(!citizen.optedOut)
  }

  @Test func `a further column becomes an attribute, typed from how it is written`() throws {
    let sheet = try citizens("id,shoe_size,member,code,nickname\nC1,41.5,yes,007,\n")
    #expect(
      sheet.values.first?.attributes == ["shoe_size": .number(41.5), "member": .flag(true), "code": .text("007")])
    #expect(told(sheet) == [])
  }

  @Test func `good rows are taken and bad ones told`() throws {
    let sheet = try citizens(
      """
      id,sex,birth_year,village_code,phone,email,language,owns_house
      C1,F,1980,02030101,012 345 678,a@b.org,km,1
      C1,F,,,,,,
      ,F,,,,,,
      C3,X,80,02030199,12,a@b,khmer,maybe
      C4,M,,2030101,,,,

      C5,M,,,,,,,extra
      """)
    #expect(sheet.values.map(\.id) == ["C1"])
    #expect(sheet.rejected.map(\.line) == [3, 4, 5, 6, 8])
    #expect(
      told(sheet) == [
        "t.csv:3:1: error: \"C1\" stands on line 2 already; give every citizen its own",
        "t.csv:4:1: error: this citizen has no id; fill the cell",
        "t.csv:5:4: error: \"X\" is not known here; known here: F, M",
        "t.csv:5:6: error: \"80\" is no whole number from 1900 to 2100; mend the cell, or leave it empty where it is not known",
        "t.csv:5:9: error: unknown place 02030199; the commune 020301 is known, but nothing by this code inside it",
        "t.csv:5:18: error: the phone number has too few digits; enter a phone number like 012 345 678 or +855 12 345 678",
        "t.csv:5:21: error: this is no e-mail address; write it like name@example.org",
        "t.csv:5:25: error: \"khmer\" is no language code; write two or three letters, as km, en, cja",
        "t.csv:5:31: error: \"maybe\" is neither yes nor no; write 1 or 0, or leave it empty where it is not known",
        "t.csv:6:7: error: \"2030101\" is no place code; a leading zero was lost: did you mean 02030101?",
        "t.csv:8:12: error: this row has 9 cells under 8 columns; put cells that hold a comma in quotes",
      ])
  }

  @Test func `the rejects keep their cells and get the reason`() throws {
    let sheet = try citizens("id,sex,note\nC1,X,\"a, b\"\n")
    #expect(
      sheet.rejectsTable().text
        == "id,sex,note,reason\nC1,X,\"a, b\",\"\"\"X\"\" is not known here; known here: F, M\"\n")
  }

  @Test(arguments: [
    ("ID-number,name\n1,2\n", "t.csv:1:1: error: the column \"id\" is missing; a table of citizens needs: id"),
    ("id,id\n1,2\n", "t.csv:1:4: error: the column \"id\" stands here twice; keep one of them"),
    ("id,,sex\n1,,F\n", "t.csv:1:4: error: a column has no header; name it or delete it"),
    ("", "t.csv:1:1: error: the table is empty; its first line is id"),
    (
      "id,vilage_code\nC1,1\n",
      "t.csv:1:4: warning: the column \"vilage_code\" becomes an attribute; did you mean \"village_code\"?"
    ),
  ])
  func `a wrong header is told`(text: String, told: String) throws {
    #expect(try citizens(text).findings.map(\.description) == [told])
  }

  @Test func `a table of volunteers takes no further column`() throws {
    let sheet = try volunteers("id,name_km,name_en,hom,shoe\nv1,ក,K,020301,41\n")
    #expect(
      told(sheet) == [
        "t.csv:1:20: error: unknown column \"hom\" in a table of volunteers; did you mean \"home\"?",
        "t.csv:1:24: error: unknown column \"shoe\" in a table of volunteers; known here: id,name_km,name_en,home,sex,"
          + "phone,telegram,languages,skills,experienced,availability,max_hours_per_week,max_km,away",
      ])
    #expect(sheet.values.isEmpty)
  }

  @Test func `a volunteer has skills, languages and hours between bars`() throws {
    let sheet = try volunteers(
      """
      id,name_km,name_en,sex,phone,languages,skills,home,experienced,availability,max_hours_per_week,max_km,away
      v1,ក,K,F,+855001234567,km|cja,survey|driving,020301,1,mon 07:00-11:00|sat 07:00-17:00,16,7.5,2026-11-05|2026-11-06
      v2,ខ,Kh,F,,khmer,,020301,,monday,200,,soon
      """)
    let volunteer = try #require(sheet.values.first)
    #expect(volunteer.phone == "+855001234567")
    #expect(volunteer.languages == ["km", "cja"])
    #expect(volunteer.skills == ["survey", "driving"])
    #expect(volunteer.experienced)
    #expect(volunteer.availability.weekly[.saturday] == [TimeWindow("07:00-17:00")!])
    #expect(volunteer.availability.away == [LocalDate("2026-11-05")!, LocalDate("2026-11-06")!])
    #expect((volunteer.maxHoursPerWeek, volunteer.maxKilometres) == (16, 7.5))
    #expect(
      told(sheet) == [
        "t.csv:3:12: error: \"khmer\" is no language code; write them like km|en|cja",
        "t.csv:3:27: error: \"monday\" is no list of weekly hours; write it like mon 07:00-11:00|sat 07:00-17:00",
        "t.csv:3:34: error: \"200\" is no number from 0 to 168; write it with a point, as 13.1234",
        "t.csv:3:39: error: \"soon\" is no date; write days like 2026-11-05|2026-11-06",
      ])
  }

  @Test func `a place must fit its own code`() throws {
    let sheet = PlaceSheet.read(
      try file(
        """
        code,parent_code,level,unit,name_en,name_km
        02,,province,Khaet,Battambang,បាត់ដំបង
        0203,01,district,Krong,Battambang,
        020301,0203,village,Khum,Tuol Ta Ek,
        020302,0203,commune,Khum,,
        """), PlaceSheet.rules, known: nil
    ) { PlaceSheet($0) }
    #expect(sheet.values.map(\.code.text) == ["02"])
    #expect(
      told(sheet) == [
        "t.csv:3:6: error: the parent code does not fit the code; the parent of 0203 is 02",
        "t.csv:4:13: error: 020301 is no village; codes of its length are of a commune",
        "t.csv:5:26: error: this place has no name; fill name_en or name_km",
      ])
  }

  @Test func `attendance passes over rows in which nothing was counted`() throws {
    let sheet = AttendanceSheet.read(
      try file(
        "event,participants,female,youth,questions_asked,questions_answered\ne1,50,30,,4,4\ne2,,,,,\ne9,5,,,,\ne1,9,10,,1,2\n"
      ),
      AttendanceSheet.rules, known: Self.known
    ) { AttendanceSheet($0) }
    #expect(sheet.values.map(\.participants) == [50])
    #expect(sheet.values.first?.groups == [.female: 30])
    #expect(
      told(sheet) == [
        "t.csv:4:1: error: unknown event e9; known here: e1, e2",
        "t.csv:5:1: error: \"e1\" stands on line 2 already; give every event its own",
      ])
  }

  @Test func `a cost needs an amount with its currency`() throws {
    let sheet = CostSheet.read(
      try file(
        """
        campaign,event,date,line,amount,currency,in_kind,district
        c,e1,2026-11-05,parade,300 USD,,,0203
        c,e1,2026-11-05,parade,300,USD,,0203
        c,,2026-11-05,staff,12000,KHR,1,
        c,,2026-11-05,staff,300,,,
        c,,2026-11-31,staff,3 USD,,,
        c,e1,2026-11-05,parade,,,,
        """), CostSheet.rules, known: Self.known
    ) { CostSheet($0) }
    #expect(sheet.values.map(\.amount.text) == ["300.00 USD", "300.00 USD", "12000 KHR"])
    #expect(sheet.values.map(\.inKind) == [false, false, true])
    #expect(Set(sheet.values.map(\.id)).count == 3)
    #expect(
      told(sheet) == [
        "t.csv:5:21: error: \"300\" is an amount without a currency; write it like 300 USD, or fill the column currency",
        "t.csv:6:4: error: \"2026-11-31\" is no date; write it as 2026-11-21",
      ])
  }

  @Test func `answers are read by their id or their words`() throws {
    let survey = Survey(
      id: "s", name: LocalizedText(en: "S"),
      questions: [
        Survey.Question(
          id: "heard", text: LocalizedText(en: "?"),
          answers: [
            .init(id: "yes", text: LocalizedText(km: "ធ្លាប់", en: "Yes")), .init(id: "no", text: LocalizedText(en: "No")),
          ])
      ])
    let sheet = SurveySheet.read(
      try file("id,date,place,female,heard\n1,2026-11-05,0203,1,yes\n2,2026-11-05,,,ធ្លាប់\n3,2026-11-05,,,perhaps\n"),
      SurveySheet.rules(for: survey), known: Self.known
    ) { SurveySheet($0, survey: survey, wave: .baseline) }
    #expect(sheet.values.map(\.answers) == [["heard": "yes"], ["heard": "yes"]])
    #expect(sheet.values.first?.groups == [.female: true])
    #expect(told(sheet) == ["t.csv:4:16: error: \"perhaps\" is not known here; known here: No, Yes, no, yes, ធ្លាប់"])
  }
}
