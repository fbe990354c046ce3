import Domain

/// How long people and things are under way between two places of one day.
///
/// With both points: 1.3 times the great circle at 15 km/h, at least 30 minutes. Without: 30 minutes within a district,
/// 90 beyond. Nothing within one place.
struct TravelTable: Sendable {
  static let withinDistrict = 30
  static let beyondDistrict = 90
  static let roadFactor = 1.3
  static let kilometresPerHour = 15.0

  private(set) var codes: [Place.Code] = []
  private var indices: [Place.Code: Int] = [:]
  private let points: [Place.Code: Coordinate]
  private var minutes: [Int32] = []

  init(places: [Place], visiting codes: Set<Place.Code>) {
    points = Dictionary(
      places.compactMap { place in place.point.map { (place.code, $0) } }, uniquingKeysWith: { a, _ in a })
    self.codes = codes.sorted()
    for (index, code) in self.codes.enumerated() { indices[code] = index }
    minutes.reserveCapacity(codes.count * codes.count)
    for a in self.codes {
      for b in self.codes { minutes.append(Int32(between(a, b))) }
    }
  }

  /// nil for no place at all; every code given at the start has an index.
  func index(_ code: Place.Code?) -> Int? { code.flatMap { indices[$0] } }

  /// Minutes between two sites; an unknown one counts as another district.
  func minutes(_ a: Int?, _ b: Int?) -> Int {
    guard let a, let b else { return a == nil && b == nil ? 0 : Self.beyondDistrict }
    return Int(minutes[a * codes.count + b])
  }

  /// Road kilometres, nil unless both places have a point.
  func kilometres(_ a: Place.Code, _ b: Place.Code) -> Double? {
    if a == b { return 0 }
    guard let from = points[a], let to = points[b] else { return nil }
    return Self.roadFactor * from.distance(to: to).value / 1000
  }

  private func between(_ a: Place.Code, _ b: Place.Code) -> Int {
    if a == b { return 0 }
    if let kilometres = kilometres(a, b) {
      return max(Self.withinDistrict, Int((kilometres / Self.kilometresPerHour * 60).rounded(.up)))
    }
    let district = a.ancestor(.district)
    return district != nil && district == b.ancestor(.district) ? Self.withinDistrict : Self.beyondDistrict
  }
}
