/// Places of a scatter in its drawing; the origin of both axes is zero.
struct ScatterLayout {
  private let scatter: Scatter
  private let left = 54.0
  private let top = 14.0
  private let right: Double
  private let bottom: Double
  private let xScale: AxisScale
  private let yScale: AxisScale

  init(_ scatter: Scatter, right: Double, bottom: Double, steps: Int) {
    self.scatter = scatter
    self.right = right
    self.bottom = bottom
    // People and whole units of money: a step is never less than one of them.
    xScale = AxisScale(reaching: max(Double(steps), scatter.points.map(\.reached).max() ?? 0), steps: steps)
    yScale = AxisScale(reaching: max(5, (scatter.points.map(\.spent).max() ?? 0) * 1.05), steps: 5)
  }

  private func x(_ value: Double) -> Double { left + (right - left) * value / xScale.top }
  private func y(_ value: Double) -> Double { bottom - (bottom - top) * value / yScale.top }

  func shapes(_ t: Wording) -> Markup {
    "\(axes(t))\(equalCosts(t))\(scatter.points.map { mark($0) })\(labels())"
  }

  private func axes(_ t: Wording) -> Markup {
    let rows: [Markup] = yScale.ticks.map {
      """
      <path class="k-line" d="M\(left) \(y($0))H\(right)"/>\
      <text class="sm m e" x="\(left - 7)" y="\(y($0) + 4)">\(axisNumber($0, t))</text>
      """
    }
    let columns: [Markup] = xScale.ticks.filter { x($0) < right - 12 || $0 == 0 }.map {
      "<text class=\"sm m c\" x=\"\(x($0))\" y=\"\(bottom + 17)\">\(t.number(Int($0)))</text>"
    }
    return """
      \(rows)\(columns)<text class="sm m e" x="\(right)" y="\(bottom + 35)">\(scatter.xTitle) →</text>\
      <text class="sm m" x="\(left + 4)" y="12">↑ \(scatter.yTitle)</text>
      """
  }

  /// Thousands as "5k", so that the axis stays narrow.
  private func axisNumber(_ value: Double, _ t: Wording) -> String {
    yScale.top >= 10_000 && value > 0 ? t.number(Int(value / 1000)) + "k" : t.number(Int(value))
  }

  private func equalCosts(_ t: Wording) -> [Markup] {
    scatter.equalCosts.enumerated().map { position, cost in
      let reach = min(xScale.top, yScale.top / Double(cost))
      let along = reach * [0.86, 0.74, 0.55][position % 3]
      let end = (x(reach), y(reach * Double(cost)))
      let label = t(.equalCost(cost))
      let labelX = min(x(along), right - TextWidth.of(label, size: 12))
      return """
        <path class="k-mut" stroke-dasharray="4 4" d="M\(left) \(bottom)L\(end.0) \(end.1)"/>\
        <text class="sm m halo" x="\(labelX)" y="\(y(along * Double(cost)) + 16)">\(label)</text>
        """
    }
  }

  private func mark(_ point: Scatter.Point) -> Markup {
    facilitationMark(point.facilitation, x: x(point.reached), y: y(point.spent), radius: 7)
  }

  private struct Box {
    var x: Double, y: Double, width: Double, height: Double

    func overlaps(_ other: Box) -> Bool {
      x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }
  }

  /// Every point is named up to 15; of more, the extremes. A name goes right, left, below or above its point,
  /// wherever it meets nothing.
  private func labels() -> [Markup] {
    var taken = scatter.points.map { Box(x: x($0.reached) - 7, y: y($0.spent) - 7, width: 14, height: 14) }
    return named().map { point in
      let (px, py, width) = (x(point.reached), y(point.spent), TextWidth.of(point.name))
      let places: [(Box, Markup, Double)] = [
        (Box(x: px + 11, y: py - 8, width: width, height: 16), "", px + 12),
        (Box(x: px - 11 - width, y: py - 8, width: width, height: 16), " e", px - 12),
        (Box(x: px - width / 2, y: py + 9, width: width, height: 16), " c", px),
        (Box(x: px - width / 2, y: py - 25, width: width, height: 16), " c", px),
      ]
      let free = places.first { place in
        place.0.x > left && place.0.x + width < right + 10 && !taken.contains { $0.overlaps(place.0) }
      }
      let place = free ?? places[px > (left + right) / 2 ? 1 : 0]
      taken.append(place.0)
      return "<text class=\"halo\(place.1)\" x=\"\(place.2)\" y=\"\(place.0.y + 13)\">\(point.name)</text>"
    }
  }

  private func named() -> [Scatter.Point] {
    guard scatter.points.count > 15 else { return scatter.points }
    let byCost = scatter.points.filter { $0.reached > 0 }.sorted { $0.spent / $0.reached < $1.spent / $1.reached }
    let byReach = scatter.points.sorted { $0.reached < $1.reached }
    let extremes = byCost.prefix(2) + byCost.suffix(2) + byReach.suffix(2)
    var seen: Set<String> = []
    return extremes.filter { seen.insert($0.name).inserted }
  }
}
