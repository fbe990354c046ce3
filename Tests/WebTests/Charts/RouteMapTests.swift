import Domain
import Testing

@testable import Web

@Suite struct RouteMapTests {
  private func stop(_ latitude: Double, _ longitude: Double, _ disposition: Disposition? = nil) -> RouteMap.Stop {
    RouteMap.Stop(Coordinate(latitude: latitude, longitude: longitude), disposition)
  }

  @Test func `the map fits its frame with a margin and keeps its proportions`() throws {
    let corners = [
      Coordinate(latitude: 13.100, longitude: 103.200), Coordinate(latitude: 13.102, longitude: 103.200),
      Coordinate(latitude: 13.102, longitude: 103.206),
    ]
    let ground = try #require(MapProjection(corners))
    let points = corners.map(ground.point)
    for point in points {
      #expect(point.x >= 360 * 0.079 && point.x <= 360 * 0.921)
      #expect(point.y >= 205 * 0.079 && point.y <= 205 * 0.921)
    }
    #expect(points[0].y > points[1].y)
    let across = (points[2].x - points[1].x) / corners[1].distance(to: corners[2]).value
    let along = (points[0].y - points[1].y) / corners[0].distance(to: corners[1]).value
    #expect(abs(across / along - 1) < 0.01)
  }

  @Test func `the scale bar is as long as it says`() throws {
    let west = Coordinate(latitude: 13.1, longitude: 103.2)
    let east = Coordinate(latitude: 13.1, longitude: 103.206)
    let ground = try #require(MapProjection([west, east]))
    let unitsPerMetre = (ground.point(east).x - ground.point(west).x) / west.distance(to: east).value
    #expect(abs(ground.scaleBar.length / unitsPerMetre - Double(ground.scaleBar.metres)) < 1)
    #expect(ground.scaleBar.metres == 100)
    #expect(ground.scaleBar.length <= 90)
  }

  @Test func `houses on one spot are drawn apart`() throws {
    let place = Coordinate(latitude: 13.1, longitude: 103.2)
    let ground = try #require(MapProjection([place]))
    let points = ground.spreadApart(Array(repeating: ground.point(place), count: 3))
    for (a, b) in [(0, 1), (1, 2)] {
      let distance =
        ((points[a].x - points[b].x) * (points[a].x - points[b].x) + (points[a].y - points[b].y)
          * (points[a].y - points[b].y))
        .squareRoot()
      #expect(distance >= 5.9)
    }
  }

  @Test func `done and not done differ in shape, and the next door is large`() {
    let map = RouteMap(
      [stop(13.1, 103.2, .talked), stop(13.101, 103.2, .notHome), stop(13.102, 103.2, .refused), stop(13.103, 103.2)],
      current: 3)
    let svg = routeMap(map, id: "m", Wording(.km, digits: .khmer)).string
    #expect(svg.contains("<circle class=\"f-good\"") && svg.contains("<path class=\"f-warn\""))
    #expect(svg.contains("<rect class=\"f-mut\"") && svg.contains("<circle class=\"f-surf k-ink\""))
    #expect(svg.contains("r=\"11\"") && svg.contains(">៤</text>"))
    #expect(MarkupChecks.findings(svg, isWhole: false) == [])
  }

  @Test func `sixty houses stay small`() {
    let stops = (0..<60).map {
      stop(13.1 + Double($0 % 7) * 0.0004, 103.2 + Double($0) * 0.0001, $0 < 20 ? .talked : nil)
    }
    #expect(routeMap(RouteMap(stops, current: 20), id: "m", Wording(.km)).bytes.count < 6500)
  }

  @Test func `a point opens in the map app with five decimals`() {
    #expect(mapAddress(Coordinate(latitude: 13.10130, longitude: -3.00005)) == "geo:0,0?q=13.10130,-3.00005")
  }
}
