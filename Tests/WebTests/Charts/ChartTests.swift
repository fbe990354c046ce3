import Domain
import Testing

@testable import Web

@Suite struct ChartTests {
  private let t = Wording(.en)
  private let drawing = Drawing(id: "d", title: "Title", description: "Finding")
  private let monday = LocalDate(dayNumber: 20_759)

  private func tags(_ markup: Markup, _ name: String) -> [MarkupChecks.Tag] {
    MarkupChecks.tags(markup.string).filter { $0.name == name && !$0.isEnd }
  }

  @Test func `an axis has round steps that reach the longest value`() {
    #expect(AxisScale(reaching: 22_410, steps: 5).ticks == [0, 5000, 10_000, 15_000, 20_000, 25_000])
    #expect(AxisScale(reaching: 12_900, steps: 5).top == 15_000)
    #expect(AxisScale(reaching: 0.9, steps: 3).top >= 0.9)
    #expect(AxisScale(reaching: 0, steps: 5).ticks == [0, 1])
    #expect(AxisScale(reaching: .nan, steps: 5).top == 1)
  }

  @Test func `a timeline shows only what is inside its weeks`() {
    let bars = [
      Timeline.Bar(monday - 10, monday - 5, .done, title: "before"),
      Timeline.Bar(monday - 3, monday + 3, .done, title: "partly"),
      Timeline.Bar(monday + 3, monday + 3, .conflict("Conflict: holiday"), title: "one day"),
      Timeline.Bar(monday + 60, monday + 70, .planned, title: "after"),
    ]
    let markup = timeline(Timeline(start: monday + 2, today: monday, rows: [.init("Forum", bars: bars)]), drawing, t)
    let rects = tags(markup, "rect")
    #expect(rects.map { $0["class"] } == ["f-mut", "f-bad"])
    #expect(rects[0]["x"] == "168.8")
    #expect(rects[0]["width"] == "67.36")
    #expect(markup.string.contains(">Conflict: holiday</text>"))
    #expect(MarkupChecks.findings(markup, isWhole: false) == [])
  }

  @Test func `a timeline without today in it has no line`() {
    let markup = timeline(Timeline(start: monday, today: monday - 1, rows: []), drawing, t)
    #expect(!markup.string.contains("k-ink"))
  }

  @Test func `the date of a week gives way to the word for today`() {
    let markup = timeline(Timeline(start: monday, today: monday + 6, rows: []), drawing, t).string
    #expect(markup.contains(">Today</text>"))
    #expect(markup.contains(">\(t.shortDate(monday))</text>"))
    #expect(!markup.contains(">\(t.shortDate(monday + 7))</text>"))
    #expect(markup.contains(">\(t.shortDate(monday + 14))</text>"))
  }

  @Test func `the other language of a timeline's row is marked as such`() {
    let markup = timeline(Timeline(start: monday, today: monday, rows: [.init("Forum", other: "វេទិកា", bars: [])]), drawing, t)
    #expect(markup.string.contains("lang=\"km\""))
  }

  @Test func `a scatter of few people has no step smaller than one`() {
    let few = Scatter([Scatter.Point("A", reached: 2, spent: 1, .ngo)], xTitle: "Reached", yTitle: "USD")
    let markup = scatter(few, drawing, t).wide.string
    #expect(markup.contains(">1</text>") && markup.contains(">5</text>"))
    #expect(markup.matches(of: />0<\/text>/).count == 2, "once on each axis")
  }

  @Test func `small multiples share one scale`() {
    let panels = [
      Panel("A", total: "x", values: [100, 50], fill: .ngo),
      Panel("B", total: "x", values: [0, 25], fill: .government),
    ]
    let heights = tags(smallMultiples(panels, id: "p", measure: "Reached", t), "rect").map { $0["height"] }
    #expect(heights == ["56", "28", "0", "14"])
  }

  @Test func `a scatter puts points where their numbers are`() {
    let points = [
      Scatter.Point("A", reached: 10_000, spent: 20_000, .ngo),
      Scatter.Point("B", reached: 5000, spent: 5000, .government),
    ]
    let drawings = scatter(Scatter(points, xTitle: "Reached", yTitle: "USD"), drawing, t)
    #expect(tags(drawings.wide, "circle").map { $0["cx"] } == ["526"])
    let square = tags(drawings.wide, "rect").first
    #expect(square?["x"].flatMap(Double.init).map { abs($0 + 6.02 - 290) < 0.1 } == true)
    let ids = MarkupChecks.findings(drawings.wide + drawings.narrow, isWhole: false)
    #expect(ids == [])
  }

  @Test func `names in a scatter do not cover each other`() {
    let points = (0..<6).map {
      Scatter.Point("Kampong \($0)", reached: 5000 + Double($0) * 40, spent: 6000, .government)
    }
    let wide = scatter(Scatter(points, xTitle: "x", yTitle: "y"), drawing, t).wide
    let texts = tags(wide, "text").filter { $0["class"]?.hasPrefix("halo") == true }
    #expect(texts.count == 6)
    let places = Set(texts.prefix(4).map { "\($0["x"] ?? "") \($0["y"] ?? "")" })
    #expect(places.count == 4)
  }

  @Test func `charts of nothing still stand`() {
    let empty = [
      timeline(Timeline(start: monday, today: monday, rows: []), drawing, t),
      scatter(Scatter([], xTitle: "x", yTitle: "y"), drawing, t).wide,
      smallMultiples([Panel("A", total: "0", values: [], fill: .ngo)], id: "p", measure: "m", t),
      minuteChart(MinuteChart([], from: TimeOfDay(minutes: 0)), drawing, t).narrow,
      segmentedProgress([], title: "x", description: "y"), yearHeatMap([:], year: 2026, drawing, t),
      barCell(.nan), barCell(7, plan: 9), rangeCell(0, low: 1, high: 0, before: nil, fill: .ngo),
    ]
    for markup in empty {
      #expect(MarkupChecks.findings(markup, isWhole: false) == [])
      #expect(!markup.string.contains("nan") && !markup.string.contains("inf"))
      for rect in tags(markup, "rect") { #expect((rect["width"].flatMap(Double.init) ?? 0) >= 0) }
    }
    #expect(routeMap(RouteMap([]), id: "m", t).isEmpty)
  }

  @Test func `a progress bar's parts are in proportion and in order`() {
    let bar = segmentedProgress([.init(75, .good), .init(0, .info), .init(25, .bad)], title: "x", description: "y")
    #expect(tags(bar, "rect").map { $0["class"] } == ["f-sunk", "f-good", "f-info", "f-bad"])
    #expect(tags(bar, "rect").compactMap { $0["x"] } == ["0", "75", "75"])
    #expect(tags(bar, "rect").compactMap { $0["width"] } == ["100", "74.7", "0", "24.7"])
  }

  @Test func `the year's map has a square for each day`() {
    let markup = yearHeatMap([monday: 3], year: 2026, drawing, t)
    #expect(tags(markup, "rect").count == 365)
    #expect(tags(markup, "rect").count { $0["class"] == "f-acc" } == 1)
  }
}
