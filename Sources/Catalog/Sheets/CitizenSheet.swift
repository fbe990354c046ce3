import Domain
import Phones

/// `citizens.csv`: one person a row. An empty cell is "never recorded", which is not "no".
struct CitizenSheet: SheetFormat {
  static let rules = SheetRules(
    what: "citizen", required: ["id"],
    optional: [
      "household_id", "name_km", "name_en", "sex", "birth_year", "village_code", "lat", "lon", "phone", "telegram",
      "email", "language", "owns_motorbike", "owns_house", "owns_business", "id_poor", "disability",
      "ethnic_minority", "consent_sms", "consent_call", "consent_telegram", "consent_email", "consent_visit",
      "opted_out",
    ],
    takesFurther: true)

  /// Header and fact, in the order of the file.
  private static var factColumns: [(header: String, fact: WritableKeyPath<PersonFacts, Bool?>)] {
    [
      ("owns_motorbike", \.ownsMotorbike), ("owns_house", \.ownsHouse), ("owns_business", \.ownsBusiness),
      ("id_poor", \.idPoor), ("disability", \.disability), ("ethnic_minority", \.ethnicMinority),
    ]
  }
  private static let sexes: [String: Sex] = ["F": .female, "M": .male]

  private let id, household, khmer, english, sex, birthYear, village: Int?
  private let latitude, longitude, phone, telegram, email, language, optedOut: Int?
  private let facts: [(column: Int, fact: WritableKeyPath<PersonFacts, Bool?>)]
  private let consents: [(Int, ConsentPurpose)]
  private let attributes: AttributeColumns
  private let phones: PhoneReader

  init(_ header: SheetHeader, phones: PhoneReader) {
    self.phones = phones
    (id, household) = (header["id"], header["household_id"])
    (khmer, english, sex) = (header["name_km"], header["name_en"], header["sex"])
    (birthYear, village) = (header["birth_year"], header["village_code"])
    (latitude, longitude) = (header["lat"], header["lon"])
    (phone, telegram, email) = (header["phone"], header["telegram"], header["email"])
    (language, optedOut) = (header["language"], header["opted_out"])
    facts = CitizenSheet.factColumns.compactMap { column in header[column.header].map { ($0, column.fact) } }
    consents = ConsentPurpose.allCases.compactMap { purpose in
      header["consent_\(purpose.rawValue)"].map { ($0, purpose) }
    }
    attributes = AttributeColumns(header, beyond: CitizenSheet.rules)
  }

  func value(of row: inout SheetReader) -> Citizen? {
    guard let id = row.key(id) else { return nil }
    var citizen = Citizen(id: CitizenID(id), name: row.name(khmer, english))
    citizen.household = row.text(household).map { HouseholdID($0) }
    citizen.sex = row.choice(sex, CitizenSheet.sexes)
    citizen.birthYear = row.whole(birthYear, 1900...2100)
    citizen.village = row.knownPlace(village)
    citizen.point = row.point(latitude, longitude)
    citizen.phone = row.phone(phone, phones)
    citizen.telegram = row.text(telegram)
    citizen.email = row.email(email)
    citizen.language = row.language(language)
    for (column, fact) in facts { citizen.facts[keyPath: fact] = row.flag(column) }
    for (column, purpose) in consents { citizen.consents[purpose] = row.flag(column) }
    citizen.optedOut = row.flag(optedOut) ?? false
    citizen.attributes = attributes.values(of: row)
    return citizen
  }
}

extension CitizenSheet: SheetWriting {
  static func columns(of citizens: [Citizen]) -> [SheetColumn<Citizen>] {
    let person: [SheetColumn<Citizen>] = [
      SheetColumn("id") { $0.id.text },
      SheetColumn("household_id") { $0.household?.text },
      SheetColumn("name_km") { $0.name.km },
      SheetColumn("name_en") { $0.name.en },
      SheetColumn("sex") { $0.sex?.rawValue },
      SheetColumn("birth_year") { $0.birthYear?.description },
      SheetColumn("village_code") { $0.village?.text },
      SheetColumn("lat") { $0.point?.latitude.description },
      SheetColumn("lon") { $0.point?.longitude.description },
      SheetColumn("phone") { $0.phone?.e164 },
      SheetColumn("telegram") { $0.telegram },
      SheetColumn("email") { $0.email },
      SheetColumn("language") { $0.language },
    ]
    let facts = factColumns.map { column in
      SheetColumn<Citizen>(column.header) { flagCell($0.facts[keyPath: column.fact]) }
    }
    let consents = ConsentPurpose.allCases.map { purpose in
      SheetColumn<Citizen>("consent_\(purpose.rawValue)") { flagCell($0.consents[purpose]) }
    }
    let optedOut = SheetColumn<Citizen>("opted_out") { flagCell($0.optedOut) }
    return person + facts + consents + [optedOut] + AttributeColumns.columns(of: citizens) { $0.attributes }
  }
}
