import Domain

/// `households.csv`: the doors.
struct HouseholdSheet: SheetFormat {
  static let rules = SheetRules(
    what: "household", required: ["household_id", "village_code"],
    optional: [
      "group_no", "door_no", "lat", "lon", "head_name_km", "head_name_en", "members", "adults", "language",
      "owns_motorbike", "owns_house", "id_poor", "has_phone", "has_disability", "ethnic_minority", "do_not_visit",
      "best_time",
    ],
    takesFurther: true)

  private static var flagColumns: [(header: String, flag: WritableKeyPath<Household, Bool?>)] {
    [
      ("owns_motorbike", \.ownsMotorbike), ("owns_house", \.ownsHouse), ("id_poor", \.idPoor),
      ("has_phone", \.hasPhone), ("has_disability", \.hasDisability), ("ethnic_minority", \.ethnicMinority),
    ]
  }

  private let id, village, group, door, latitude, longitude, khmer, english: Int?
  private let members, adults, language, doNotVisit, bestTime: Int?
  private let flags: [(column: Int, flag: WritableKeyPath<Household, Bool?>)]
  private let attributes: AttributeColumns

  init(_ header: SheetHeader) {
    (id, village) = (header["household_id"], header["village_code"])
    (group, door) = (header["group_no"], header["door_no"])
    (latitude, longitude) = (header["lat"], header["lon"])
    (khmer, english) = (header["head_name_km"], header["head_name_en"])
    (members, adults, language) = (header["members"], header["adults"], header["language"])
    (doNotVisit, bestTime) = (header["do_not_visit"], header["best_time"])
    flags = HouseholdSheet.flagColumns.compactMap { column in header[column.header].map { ($0, column.flag) } }
    attributes = AttributeColumns(header, beyond: HouseholdSheet.rules)
  }

  func value(of row: inout SheetReader) -> Household? {
    let id = row.key(id)
    _ = row.required(village)
    guard let id, let village = row.knownPlace(village, [.village]) else { return nil }
    var household = Household(id: HouseholdID(id), village: village)
    household.group = row.whole(group, 0...100_000)
    household.door = row.whole(door, 0...1_000_000)
    household.point = row.point(latitude, longitude)
    household.headName = row.name(khmer, english)
    household.members = row.whole(members, 0...1_000)
    household.adults = row.whole(adults, 0...1_000)
    household.language = row.language(language)
    for (column, flag) in flags { household[keyPath: flag] = row.flag(column) }
    household.doNotVisit = row.flag(doNotVisit) ?? false
    household.bestTime = row.text(bestTime)
    household.attributes = attributes.values(of: row)
    return household
  }
}

extension HouseholdSheet: SheetWriting {
  static func columns(of households: [Household]) -> [SheetColumn<Household>] {
    let door: [SheetColumn<Household>] = [
      SheetColumn("household_id") { $0.id.text },
      SheetColumn("village_code") { $0.village.text },
      SheetColumn("group_no") { $0.group?.description },
      SheetColumn("door_no") { $0.door?.description },
      SheetColumn("lat") { $0.point?.latitude.description },
      SheetColumn("lon") { $0.point?.longitude.description },
      SheetColumn("head_name_km") { $0.headName.km },
      SheetColumn("head_name_en") { $0.headName.en },
      SheetColumn("members") { $0.members?.description },
      SheetColumn("adults") { $0.adults?.description },
      SheetColumn("language") { $0.language },
    ]
    let flags = flagColumns.map { column in SheetColumn<Household>(column.header) { flagCell($0[keyPath: column.flag]) }
    }
    let visit: [SheetColumn<Household>] = [
      SheetColumn("do_not_visit") { flagCell($0.doNotVisit) },
      SheetColumn("best_time") { $0.bestTime },
    ]
    return door + flags + visit + AttributeColumns.columns(of: households) { $0.attributes }
  }
}
