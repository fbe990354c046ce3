#if canImport(Glibc)
  import Glibc
#endif

/// A point on the ground: degrees, WGS 84; latitude −90…90, longitude −180…180.
public struct Coordinate: Hashable, Sendable, Codable {
  public var latitude: Double
  public var longitude: Double

  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Great-circle distance by the haversine formula with the mean earth radius of 6,371,008.8 m.
  public func distance(to other: Coordinate) -> Metres {
    let radians = Double.pi / 180
    let a = sin((other.latitude - latitude) * radians / 2)
    let b = sin((other.longitude - longitude) * radians / 2)
    let h = a * a + cos(latitude * radians) * cos(other.latitude * radians) * b * b
    return Metres(2 * 6_371_008.8 * asin(min(1, h.squareRoot())))
  }
}
