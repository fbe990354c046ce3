public import Domain

/// Finds places by code or by the names people use, and says so when a name means several.
public struct PlaceNames: Sendable {
  private var byCode: [Place.Code: Place] = [:]
  private var byName: [PlainWord: [Place.Code]] = [:]

  public init(_ places: [Place]) {
    for place in places {
      byCode[place.code] = place
      for name in Set([place.name.km, place.name.en].compactMap { $0 }) where !name.isEmpty {
        byName[PlainWord(name), default: []].append(place.code)
        byName[PlainWord("\(place.unit) \(name)"), default: []].append(place.code)
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
    var parts = name.split(separator: ",").map { PlainWord($0) }
    guard !parts.isEmpty, let codes = byName[parts.removeFirst()] else { return [] }
    let around = parts.map { Set(byName[$0] ?? []) }
    return codes.filter { code in around.allSatisfy { isInside(code, $0) } }.sorted().compactMap { byCode[$0] }
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
    NearestWord.to(name, among: byName.keys.lazy.map(\.text).sorted())
      .flatMap { byName[PlainWord($0)]?.min() }
      .flatMap { byCode[$0]?.name.best(.en).text }
  }
}
