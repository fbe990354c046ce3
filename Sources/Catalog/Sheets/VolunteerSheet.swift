import Domain
import Phones

/// `volunteers.csv`: who gives time, with skills and hours between `|`.
struct VolunteerSheet: SheetFormat {
  static let rules = SheetRules(
    what: "volunteer", required: ["id", "name_km", "name_en", "home"],
    optional: [
      "sex", "phone", "telegram", "languages", "skills", "experienced", "availability", "max_hours_per_week", "max_km",
      "away",
    ])

  private let id, khmer, english, sex, phone, telegram, languages, skills: Int?
  private let home, experienced, availability, hours, kilometres, away: Int?
  private let phones: PhoneReader

  init(_ header: SheetHeader, phones: PhoneReader) {
    self.phones = phones
    (id, khmer, english, sex) = (header["id"], header["name_km"], header["name_en"], header["sex"])
    (phone, telegram) = (header["phone"], header["telegram"])
    (languages, skills, home) = (header["languages"], header["skills"], header["home"])
    (experienced, availability) = (header["experienced"], header["availability"])
    (hours, kilometres, away) = (header["max_hours_per_week"], header["max_km"], header["away"])
  }

  func value(of row: inout SheetReader) -> Volunteer? {
    let id = row.key(id)
    let name = row.name(khmer, english)
    if name.km == nil, name.en == nil {
      row.error("this volunteer has no name", at: khmer, advice: "fill name_km or name_en")
    }
    _ = row.required(home)
    let home = row.knownPlace(home)
    guard let id, let home else { return nil }
    var volunteer = Volunteer(id: VolunteerID(id), name: name, home: home)
    volunteer.sex = row.choice(sex, ["F": .female, "M": .male])
    volunteer.phone = row.phone(phone, phones)?.e164
    volunteer.telegram = row.text(telegram)
    volunteer.languages = readLanguages(&row) ?? volunteer.languages
    volunteer.skills = row.pieces(skills)
    volunteer.experienced = row.flag(experienced) ?? false
    volunteer.availability = readAvailability(&row)
    volunteer.maxHoursPerWeek = row.decimal(hours, 0...168) ?? volunteer.maxHoursPerWeek
    volunteer.maxKilometres = row.decimal(kilometres, 0...1_000) ?? volunteer.maxKilometres
    return volunteer
  }

  private func readLanguages(_ row: inout SheetReader) -> [String]? {
    let pieces = row.pieces(languages)
    for piece in pieces where !SheetReader.isLanguage(piece) {
      row.error("\"\(shortened(piece))\" is no language code", at: languages, advice: "write them like km|en|cja")
    }
    return pieces.isEmpty ? nil : pieces
  }

  private func readAvailability(_ row: inout SheetReader) -> Availability {
    var days: Set<LocalDate> = []
    for piece in row.pieces(away) {
      if let day = LocalDate(piece) {
        days.insert(day)
      } else {
        row.error("\"\(shortened(piece))\" is no date", at: away, advice: "write days like 2026-11-05|2026-11-06")
      }
    }
    let text = row.text(availability) ?? ""
    if let availability = Availability(weekly: text, away: days) { return availability }
    row.error(
      "\"\(shortened(text))\" is no list of weekly hours", at: availability,
      advice: "write it like mon 07:00-11:00|sat 07:00-17:00")
    return Availability()
  }
}

extension VolunteerSheet: SheetWriting {
  static func columns(of volunteers: [Volunteer]) -> [SheetColumn<Volunteer>] {
    [
      SheetColumn("id") { $0.id.text },
      SheetColumn("name_km") { $0.name.km },
      SheetColumn("name_en") { $0.name.en },
      SheetColumn("sex") { $0.sex?.rawValue },
      SheetColumn("phone") { $0.phone },
      SheetColumn("telegram") { $0.telegram },
      SheetColumn("languages") { $0.languages.joined(separator: "|") },
      SheetColumn("skills") { $0.skills.joined(separator: "|") },
      SheetColumn("home") { $0.home.text },
      SheetColumn("experienced") { flagCell($0.experienced) },
      SheetColumn("availability") { $0.availability.weeklyText },
      SheetColumn("max_hours_per_week") { plainNumber($0.maxHoursPerWeek) },
      SheetColumn("max_km") { plainNumber($0.maxKilometres) },
      SheetColumn("away") { $0.availability.away.sorted().map(\.description).joined(separator: "|") },
    ]
  }
}
