import Domain

#if canImport(Glibc)
  import Glibc
#endif

/// A schematic map without streets: the doors in walking order, what is done, where to go next.
struct RouteMap: Sendable {
  struct Stop: Sendable {
    var at: Coordinate
    var disposition: Disposition?

    init(_ at: Coordinate, _ disposition: Disposition? = nil) {
      self.at = at
      self.disposition = disposition
    }
  }

  struct Landmark: Sendable {
    var at: Coordinate
    var name: String

    init(_ at: Coordinate, _ name: String) {
      self.at = at
      self.name = name
    }
  }

  /// In walking order.
  var stops: [Stop]
  var landmarks: [Landmark] = []
  /// Position of the door that comes next.
  var current: Int?

  init(_ stops: [Stop], current: Int? = nil) {
    self.stops = stops
    self.current = current
  }
}

func routeMap(_ map: RouteMap, id: String, _ t: Wording) -> Markup {
  let done = map.stops.count { $0.disposition != nil }
  let drawing = Drawing(
    id: id, title: t(.mapOfRoute),
    description: t(.mapDescription(map.stops.count, done: done, next: map.current.map { $0 + 1 })))
  guard let ground = MapProjection(map.stops.map(\.at) + map.landmarks.map(\.at)) else { return .empty }
  let points = ground.spreadApart(map.stops.map { ground.point($0.at) })
  return drawing.markup(
    width: MapProjection.width, height: MapProjection.height,
    """
    \(orderLine(points))\(map.landmarks.map { landmark($0, ground) })\
    \(zip(map.stops, points).map { stopMark($0, $1) })\(numbers(map, points, t))\(northAndScale(ground, t))
    """)
}

private func orderLine(_ points: [MapPoint]) -> Markup {
  guard points.count > 1 else { return .empty }
  let line = "M" + points.map { "\(Geometry.short($0.x)) \(Geometry.short($0.y))" }.joined(separator: "L")
  return """
    <path class="nf k-line" stroke-width="8" stroke-linejoin="round" stroke-linecap="round" d="\(line)"/>\
    <path class="nf k-mut" stroke-dasharray="2 4" d="\(line)"/>
    """
}

/// Circle, triangle, square: done and not done can be told apart without colour.
private func stopMark(_ stop: RouteMap.Stop, _ point: MapPoint) -> Markup {
  let (x, y) = (Geometry.short(point.x), Geometry.short(point.y))
  return switch stop.disposition {
  case nil: "<circle class=\"f-surf k-ink\" cx=\"\(x)\" cy=\"\(y)\" r=\"3.5\"/>"
  case .talked: "<circle class=\"f-good\" cx=\"\(x)\" cy=\"\(y)\" r=\"4.5\"/>"
  case .notHome, .comeBack: "<path class=\"f-warn\" d=\"M\(x) \(Geometry.short(point.y - 6))l6 11h-12z\"/>"
  case .refused, .moved:
    """
    <rect class="f-mut" x="\(Geometry.short(point.x - 4))" y="\(Geometry.short(point.y - 4))" width="8" height="8"/>
    """
  }
}

/// First, last and every tenth house by number; the current one large.
private func numbers(_ map: RouteMap, _ points: [MapPoint], _ t: Wording) -> Markup {
  let labelled = points.indices.filter { index in
    index != map.current && (index == 0 || index == points.count - 1 || (index + 1) % 10 == 0)
  }
  let labels: [Markup] = labelled.map { index in
    let point = points[index]
    let y = point.y < 20 ? point.y + 19 : point.y - 9
    return
      "<text class=\"sm bd halo c\" x=\"\(Geometry.short(point.x))\" y=\"\(Geometry.short(y))\">\(t.number(index + 1))</text>"
  }
  let current: Markup? = map.current.flatMap { index in
    guard points.indices.contains(index) else { return nil }
    let (x, y) = (Geometry.short(points[index].x), Geometry.short(points[index].y))
    return """
      <circle class="f-acc" cx="\(x)" cy="\(y)" r="11"/><text class="on bd c" x="\(x)" y="\(y)" dy="5">\
      \(t.number(index + 1))</text>
      """
  }
  return "\(labels)\(current)"
}

private func landmark(_ landmark: RouteMap.Landmark, _ ground: MapProjection) -> Markup {
  let point = ground.point(landmark.at)
  let (x, y) = (Geometry.short(point.x), Geometry.short(point.y))
  return """
    <path class="f-mut" d="M\(x) \(y)m0-9l8 8h-3v9h-10v-9h-3z"/>\
    <text class="sm m c halo" x="\(x)" y="\(y)" dy="\(point.y > 180 ? -13 : 23)">\(landmark.name)</text>
    """
}

private func northAndScale(_ ground: MapProjection, _ t: Wording) -> Markup {
  let bar = ground.scaleBar
  return """
    <path class="f-mut" d="M16 8l6 18-6-5-6 5z"/><text class="sm bd c" x="16" y="40">\(t(.north))</text>\
    <path class="nf k-ink" stroke-width="1.5" d="M12 196v5h\(bar.length)v-5"/>\
    <text class="sm halo" x="\(bar.length + 19)" y="202">\(t(.metres(t.number(bar.metres))))</text>
    """
}
