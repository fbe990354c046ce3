import Domain

#if canImport(Glibc)
  import Glibc
#endif

struct MapPoint: Sendable, Equatable {
  var x: Double
  var y: Double
}

/// Equirectangular around the middle of the points, fitted into the drawing with 8 % margin. Right for a few
/// kilometres, which is all a walk is.
struct MapProjection: Sendable {
  static let width = 360.0
  static let height = 205.0

  private let middle: Coordinate
  private let squeeze: Double
  /// Drawing units per metre.
  private let scale: Double

  /// nil without points.
  init?(_ points: [Coordinate]) {
    let latitudes = points.map(\.latitude).sorted()
    let longitudes = points.map(\.longitude).sorted()
    guard let south = latitudes.first, let north = latitudes.last, let west = longitudes.first,
      let east = longitudes.last
    else { return nil }
    middle = Coordinate(latitude: (south + north) / 2, longitude: (west + east) / 2)
    squeeze = cos(middle.latitude * .pi / 180)
    let metresPerDegree = 111_195.0
    // A single house, or several on one spot, still gets a neighbourhood of 40 metres.
    let across = max((east - west) * metresPerDegree * squeeze, 40)
    let along = max((north - south) * metresPerDegree, 40)
    scale = min(Self.width * 0.84 / across, Self.height * 0.84 / along)
  }

  func point(_ place: Coordinate) -> MapPoint {
    let metresPerDegree = 111_195.0
    return MapPoint(
      x: Self.width / 2 + (place.longitude - middle.longitude) * metresPerDegree * squeeze * scale,
      y: Self.height / 2 - (place.latitude - middle.latitude) * metresPerDegree * scale)
  }

  /// Houses nearer than 6 units would hide each other: they are moved to both sides of the way, in turns.
  func spreadApart(_ points: [MapPoint]) -> [MapPoint] {
    var spread = points
    var side = 1.0
    for index in spread.indices.dropFirst() {
      let before = spread[index - 1]
      let (dx, dy) = (spread[index].x - before.x, spread[index].y - before.y)
      let distance = (dx * dx + dy * dy).squareRoot()
      guard distance < 6 else { continue }
      let along = distance > 0.01 ? MapPoint(x: dx / distance, y: dy / distance) : MapPoint(x: 1, y: 0)
      let push = (36 - distance * distance).squareRoot()
      spread[index] = MapPoint(
        x: min(max(spread[index].x - along.y * push * side, 6), Self.width - 6),
        y: min(max(spread[index].y + along.x * push * side, 6), Self.height - 6))
      side = -side
    }
    return spread
  }

  /// A round distance, drawn at most a quarter of the map wide.
  var scaleBar: (metres: Int, length: Double) {
    let fits = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000].last { Double($0) * scale <= Self.width / 4 }
    let metres = fits ?? 10
    return (metres, Double(metres) * scale)
  }
}

extension Geometry {
  /// One decimal: maps of sixty houses have to stay small.
  static func short(_ value: Double) -> String {
    text((value * 10).rounded() / 10)
  }
}
