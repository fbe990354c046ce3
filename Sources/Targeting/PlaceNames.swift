public import Domain

/// Finds places by code or by the names people use, and says so when a name means several.
public struct PlaceNames: Sendable {
  private var byCode: [Place.Code: Place] = [:]
  private var byName: [PlainWord: Set<Place.Code>] = [:]
  /// The administrative words: "krong", "srok" …
  private let units: [PlainWord]

  public init(_ places: [Place]) {
    units = Set(places.map(\.unit)).sorted().map { PlainWord($0) }
    byCode.reserveCapacity(places.count)
    byName.reserveCapacity(2 * places.count)
    for place in places {
      byCode[place.code] = place
      for name in [place.name.km, place.name.en].compactMap({ $0 }) where !name.isEmpty {
        byName[PlainWord(name), default: []].insert(place.code)
      }
    }
  }

  /// Every place, in no order.
  var all: [Place] { Array(byCode.values) }

  public subscript(code: Place.Code) -> Place? { byCode[code] }

  public var isEmpty: Bool { byCode.isEmpty }

  /// Every place of that name in order of their codes. The name may carry the unit ("Krong Battambang") and the
  /// places around it after commas ("Ou Char, Battambang").
  public func candidates(_ name: String) -> [Place] {
    var parts = name.split(separator: ",").map { named(PlainWord($0)) }
    guard !parts.isEmpty else { return [] }
    let places = parts.removeFirst()
    return places.filter { code in parts.allSatisfy { isInside(code, $0) } }.sorted().compactMap { byCode[$0] }
  }

  private func named(_ name: PlainWord) -> Set<Place.Code> {
    if let codes = byName[name] { return codes }
    for unit in units where name.text.hasPrefix(unit.text + " ") {
      let codes = byName[PlainWord(name.text.dropFirst(unit.text.count))] ?? []
      return codes.filter { byCode[$0].map { PlainWord($0.unit) } == unit }
    }
    return []
  }

  private func isInside(_ code: Place.Code, _ outer: Set<Place.Code>) -> Bool {
    var above = code.parent
    while let place = above {
      if outer.contains(place) { return true }
      above = place.parent
    }
    return false
  }

  /// "Krong Battambang, Battambang": the place with its unit and the place around it.
  public func title(_ code: Place.Code, _ language: Language) -> String {
    guard let place = byCode[code] else { return code.text }
    let name = place.name.best(language).text
    let own = language == .en ? "\(place.unit) \(name)" : name
    guard let around = code.parent.flatMap({ byCode[$0] }) else { return own }
    return "\(own), \(around.name.best(language).text)"
  }

  func nearestName(to name: String) -> String? {
    // Of 30,000 names only those of about the same length are worth sorting and comparing.
    let length = PlainWord(name).text.unicodeScalars.count
    let alike = byName.keys.lazy.map(\.text).filter { abs($0.unicodeScalars.count - length) <= 3 }
    return NearestWord.to(name, among: alike.sorted())
      .flatMap { byName[PlainWord($0)]?.min() }
      .flatMap { byCode[$0]?.name.best(.en).text }
  }
}
