public import Domain
import Secrets

extension Transaction {
  @discardableResult
  public func put(_ household: Household) throws(StoreError) -> Change {
    let values = try household.values()
    let digest = key.keyedDigest(values.map { "\($0)" }.joined(separator: "\u{1F}"))
    let old: (digest: String, doNotVisit: Bool)? = try first(
      "SELECT digest, do_not_visit FROM households WHERE id = ?", [.text(household.id.text)]
    ) { ($0.text(0), $0.bool(1)) }
    if old?.digest == digest { return .unchanged }
    var stored = values
    // "Do not visit" was said at the door; a spreadsheet cannot take it back.
    if old?.doNotVisit == true { stored[17] = 1 }
    try run(
      """
      INSERT OR REPLACE INTO households(
        id, village, group_no, door_no, lat, lon, head_name_km, head_name_en, members, adults, language,
        owns_motorbike, owns_house, id_poor, has_phone, has_disability, ethnic_minority, do_not_visit, best_time,
        attributes, digest)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, stored + [.text(digest)])
    return old == nil ? .created : .changed
  }

  /// Households at and under the places (all when empty), by id.
  public func households(under codes: [Place.Code] = []) throws(StoreError) -> [Household] {
    let households = try all(
      "SELECT \(Self.householdColumns) FROM households ORDER BY id", [], Self.household)
    guard !codes.isEmpty else { return households }
    return households.filter { household in codes.contains { $0.contains(household.village) } }
  }

  public func household(_ id: HouseholdID) throws(StoreError) -> Household? {
    try first("SELECT \(Self.householdColumns) FROM households WHERE id = ?", [.text(id.text)], Self.household)
  }

  /// The households at a route's doors.
  public func households(on route: RouteID) throws(StoreError) -> [HouseholdID: Household] {
    let households = try all(
      """
      SELECT \(Self.householdColumns) FROM households
      WHERE id IN (SELECT household FROM route_doors WHERE route = ?)
      """, [.text(route.text)], Self.household)
    return Dictionary(uniqueKeysWithValues: households.map { ($0.id, $0) })
  }

  /// Everybody on record who lives there.
  public func citizens(in household: HouseholdID) throws(StoreError) -> [CitizenID] {
    try all("SELECT id FROM citizens WHERE household = ? ORDER BY id", [.text(household.text)]) {
      CitizenID($0.text(0))
    }
  }

  /// Nobody calls at that door any more.
  public func markDoNotVisit(_ id: HouseholdID) throws(StoreError) {
    try run("UPDATE households SET do_not_visit = 1 WHERE id = ?", [.text(id.text)])
  }

  private static let householdColumns = """
    id, village, group_no, door_no, lat, lon, head_name_km, head_name_en, members, adults, language, owns_motorbike, \
    owns_house, id_poor, has_phone, has_disability, ethnic_minority, do_not_visit, best_time, attributes
    """

  private static func household(_ row: any Row) throws(StoreError) -> Household {
    guard let village = Place.Code(row.text(1)) else { throw .corrupt("a household without a village") }
    var household = Household(id: HouseholdID(row.text(0)), village: village)
    household.group = row.intOrNil(2)
    household.door = row.intOrNil(3)
    household.point = coordinate(row, 4)
    household.headName = LocalizedText(km: row.textOrNil(6), en: row.textOrNil(7))
    household.members = row.intOrNil(8)
    household.adults = row.intOrNil(9)
    household.language = row.textOrNil(10)
    household.ownsMotorbike = row.boolOrNil(11)
    household.ownsHouse = row.boolOrNil(12)
    household.idPoor = row.boolOrNil(13)
    household.hasPhone = row.boolOrNil(14)
    household.hasDisability = row.boolOrNil(15)
    household.ethnicMinority = row.boolOrNil(16)
    household.doNotVisit = row.bool(17)
    household.bestTime = row.textOrNil(18)
    if let attributes = row.textOrNil(19) {
      household.attributes = try decode([String: AttributeValue].self, attributes)
    }
    return household
  }
}

extension Household {
  fileprivate func values() throws(StoreError) -> [Value] {
    [
      .text(id.text), .text(village.text), Value(group), Value(door), Value(point?.latitude), Value(point?.longitude),
      Value(headName.km), Value(headName.en), Value(members), Value(adults), Value(language), Value(ownsMotorbike),
      Value(ownsHouse), Value(idPoor), Value(hasPhone), Value(hasDisability), Value(ethnicMinority),
      Value(doNotVisit), Value(bestTime), attributes.isEmpty ? .null : .text(try Transaction.encode(attributes)),
    ]
  }
}
