public import Domain

extension Transaction {
  @discardableResult
  public func put(_ place: Place) throws(StoreError) -> Change {
    let values = place.values
    let columns = "unit, name_km, name_en, lat, lon, population, households"
    let same = try run(
      """
      UPDATE places SET code = code WHERE code = ?1
      AND (unit, name_km, name_en, lat, lon, population, households) IS (?2, ?3, ?4, ?5, ?6, ?7, ?8)
      """, values)
    if same > 0 { return .unchanged }
    let known = try first("SELECT 1 FROM places WHERE code = ?", [.text(place.code.text)]) { _ in true } ?? false
    try run("INSERT OR REPLACE INTO places(code, \(columns)) VALUES(?, ?, ?, ?, ?, ?, ?, ?)", values)
    return known ? .changed : .created
  }

  public func place(_ code: Place.Code) throws(StoreError) -> Place? {
    try first("SELECT * FROM places WHERE code = ?", [.text(code.text)], Self.place)
  }

  /// Places at and under `codes` (all when empty), by code.
  public func places(under codes: [Place.Code] = [], level: Place.Level? = nil) throws(StoreError) -> [Place] {
    // A code begins with its parent's, so that all under it are one stretch of the table; ":" follows "9".
    let stretch = "code >= ?2 AND code < ?2 || ':' AND (?1 IS NULL OR length(code) = ?1)"
    let tops = Set(codes).filter { code in !codes.contains { $0 != code && $0.contains(code) } }.map(\.text)
    var found: [Place] = []
    for top in codes.isEmpty ? [""] : tops.sorted() {
      found += try all(
        "SELECT * FROM places WHERE \(stretch) ORDER BY code", [Value(level?.rawValue), .text(top)], Self.place)
    }
    return found
  }

  private static func place(_ row: any Row) throws(StoreError) -> Place {
    guard let code = Place.Code(row.text(0)) else { throw .corrupt("a place without a code") }
    return Place(
      code: code, unit: row.text(1), name: LocalizedText(km: row.textOrNil(2), en: row.textOrNil(3)),
      point: coordinate(row, 4), counts: (row.intOrNil(6), row.intOrNil(7)))
  }

  static func coordinate(_ row: any Row, _ column: Int) -> Coordinate? {
    guard let latitude = row.realOrNil(column), let longitude = row.realOrNil(column + 1) else { return nil }
    return Coordinate(latitude: latitude, longitude: longitude)
  }
}

extension Place {
  fileprivate var values: [Value] {
    [
      .text(code.text), .text(unit), Value(name.km), Value(name.en), Value(point?.latitude), Value(point?.longitude),
      Value(population), Value(households),
    ]
  }
}
