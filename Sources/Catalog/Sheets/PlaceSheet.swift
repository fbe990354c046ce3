import Domain

/// `places.csv`: the gazetteer. A place knows its parent by its code; the column only has to agree.
struct PlaceSheet: SheetFormat {
  static let rules = SheetRules(
    what: "place", required: ["code", "parent_code", "level", "unit", "name_en", "name_km"],
    optional: ["lat", "lon", "population", "households"])

  private let code, parent, level, unit, english, khmer: Int?
  private let latitude, longitude, population, households: Int?

  init(_ header: SheetHeader) {
    (code, parent, level) = (header["code"], header["parent_code"], header["level"])
    (unit, english, khmer) = (header["unit"], header["name_en"], header["name_km"])
    (latitude, longitude) = (header["lat"], header["lon"])
    (population, households) = (header["population"], header["households"])
  }

  func value(of row: inout SheetReader) -> Place? {
    guard row.key(code) != nil, let code = row.place(code) else { return nil }
    if row.text(parent) != code.parent?.text {
      let right = code.parent.map { "the parent of \(code) is \($0)" } ?? "a province has none"
      row.error("the parent code does not fit the code", at: parent, advice: right)
    }
    if let level = row.required(level), level != code.level.name {
      row.error("\(code) is no \(level)", at: self.level, advice: "codes of its length are of a \(code.level.name)")
    } else if let parent = code.parent {
      row.refer(to: .place, parent.text, at: self.parent)
    }
    let name = row.name(khmer, english)
    if name.km == nil, name.en == nil {
      row.error("this place has no name", at: english, advice: "fill name_en or name_km")
    }
    return Place(
      code: code, unit: row.text(unit) ?? "", name: name, point: row.point(latitude, longitude),
      counts: (row.whole(population, 0...100_000_000), row.whole(households, 0...100_000_000)))
  }
}

extension PlaceSheet: SheetWriting {
  static func columns(of places: [Place]) -> [SheetColumn<Place>] {
    [
      SheetColumn("code") { $0.code.text },
      SheetColumn("parent_code") { $0.code.parent?.text },
      SheetColumn("level") { $0.level.name },
      SheetColumn("unit") { $0.unit },
      SheetColumn("name_en") { $0.name.en },
      SheetColumn("name_km") { $0.name.km },
      SheetColumn("lat") { $0.point?.latitude.description },
      SheetColumn("lon") { $0.point?.longitude.description },
      SheetColumn("population") { $0.population?.description },
      SheetColumn("households") { $0.households?.description },
    ]
  }
}
