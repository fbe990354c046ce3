import Domain

#if canImport(Glibc)
  import Glibc
#endif

/// For each door the doors nearest to it, nearest first: moves that join distant doors are never worth a look.
struct NearDoors {
  private(set) var lists: [[Int]]

  init(_ problem: RouteProblem, doors: [Int], count: Int) {
    lists = Array(repeating: [], count: problem.doors.count)
    let grid = Grid(problem, doors)
    for door in doors { lists[door] = grid.nearest(to: door, count: count) }
  }
}

/// Doors in square cells of the ground, about three a cell, so that the nearest are found without looking at all.
private struct Grid {
  private let x: [Double]
  private let y: [Double]
  private let cell: Double
  private let columns: Int
  private let rows: Int
  private var cells: [[Int]]

  init(_ problem: RouteProblem, _ doors: [Int]) {
    let middle = cos((problem.doors.first?.point.latitude ?? 0) * .pi / 180)
    let rawX = problem.doors.map { $0.point.longitude * middle }
    let rawY = problem.doors.map(\.point.latitude)
    let (left, bottom) = (rawX.min() ?? 0, rawY.min() ?? 0)
    x = rawX.map { $0 - left }
    y = rawY.map { $0 - bottom }
    let (width, height) = (x.max() ?? 0, y.max() ?? 0)
    cell = max((width * height * 3 / Double(max(1, doors.count))).squareRoot(), max(width, height) / 500, 1e-9)
    columns = Int(width / cell) + 1
    rows = Int(height / cell) + 1
    cells = Array(repeating: [], count: columns * rows)
    for door in doors { cells[index(door)].append(door) }
  }

  private func column(_ door: Int) -> Int { Int(x[door] / cell) }
  private func row(_ door: Int) -> Int { Int(y[door] / cell) }
  private func index(_ door: Int) -> Int { row(door) * columns + column(door) }

  func nearest(to door: Int, count: Int) -> [Int] {
    var found: [(distance: Double, door: Int)] = []
    var ring = 0
    while ring <= max(columns, rows) {
      for other in ringDoors(door, ring) where other != door {
        let (dx, dy) = (x[other] - x[door], y[other] - y[door])
        found.append((dx * dx + dy * dy, other))
      }
      // Whatever is nearer than this many cells has been seen.
      let seen = Double(ring) * cell
      if found.count(where: { $0.distance <= seen * seen }) >= count { break }
      ring += 1
    }
    return found.sorted { $0 < $1 }.prefix(count).map(\.door)
  }

  private func ringDoors(_ door: Int, _ ring: Int) -> [Int] {
    let (c, r) = (column(door), row(door))
    var doors: [Int] = []
    for row in max(0, r - ring)...min(rows - 1, r + ring) {
      let isEdge = abs(row - r) == ring
      for column in stride(from: c - ring, through: c + ring, by: isEdge || ring == 0 ? 1 : 2 * ring)
      where (0..<columns).contains(column) {
        doors += cells[row * columns + column]
      }
    }
    return doors
  }
}
