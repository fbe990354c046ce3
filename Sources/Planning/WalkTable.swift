import Domain

#if canImport(Glibc)
  import Glibc
#endif

/// Walking minutes between doors, fast: points on the unit sphere, so that a distance is a chord and not four sines.
/// The index after the last door is the meeting point.
struct WalkTable {
  private let points: [SIMD3<Double>]
  private let minutesPerRadian: Double
  let hasMeetingPoint: Bool

  /// The mean earth radius, in metres, of ``Domain/Coordinate/distance(to:)``.
  private static let earthRadius = 6_371_008.8

  init(_ problem: RouteProblem) {
    let all = problem.doors.map(\.point) + (problem.meetingPoint.map { [$0] } ?? [])
    points = all.map(Self.onSphere)
    hasMeetingPoint = problem.meetingPoint != nil
    minutesPerRadian = Self.earthRadius / problem.metresPerMinute
  }

  private static func onSphere(_ point: Coordinate) -> SIMD3<Double> {
    let (latitude, longitude) = (point.latitude * .pi / 180, point.longitude * .pi / 180)
    return SIMD3(cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
  }

  var meetingPoint: Int { points.count - 1 }

  /// The meeting point, or the door nearest to the middle of these.
  func center(of doors: [Int]) -> Int {
    guard !hasMeetingPoint, let first = doors.first else { return meetingPoint }
    let middle = doors.reduce(SIMD3<Double>()) { $0 + points[$1] } / Double(doors.count)
    let distance = { (door: Int) in ((points[door] - middle) * (points[door] - middle)).sum() }
    return doors.min { distance($0) < distance($1) } ?? first
  }

  @inline(__always)
  func minutes(_ a: Int, _ b: Int) -> Double {
    let difference = points[a] - points[b]
    let half = (difference * difference).sum().squareRoot() / 2
    // The series is exact to the last bit below 6 km; beyond, the function itself.
    let angle = half < 5e-4 ? half * (1 + half * half / 6) : asin(min(1, half))
    return 2 * angle * minutesPerRadian
  }

  func fitsAlone(_ door: Int, _ problem: RouteProblem) -> Bool {
    let way = hasMeetingPoint ? 2 * minutes(door, meetingPoint) : 0
    return way + problem.doors[door].visitMinutes <= problem.shiftMinutes
      && problem.doors[door].brochures <= problem.brochuresPerTeam ?? .max
  }
}
