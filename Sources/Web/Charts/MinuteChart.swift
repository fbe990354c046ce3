import Domain

/// How many messages were handed over in each of the last minutes; pauses are shaded and named.
struct MinuteChart: Sendable {
  /// One count for each minute, the oldest first; at most 80.
  var counts: [Int]
  /// The minute of the first count.
  var start: TimeOfDay
  /// A pause as positions in `counts`, and its name: "Paused 14:06".
  var pauses: [(minutes: Range<Int>, name: String)]

  init(_ counts: [Int], from start: TimeOfDay, pauses: [(minutes: Range<Int>, name: String)] = []) {
    self.counts = counts
    self.start = start
    self.pauses = pauses
  }
}

/// Two drawings: the one for phones shows the last forty minutes, so that its words stay readable.
func minuteChart(_ chart: MinuteChart, _ drawing: Drawing, _ t: Wording) -> (wide: Markup, narrow: Markup) {
  let first = max(0, chart.counts.count - 40)
  let late = MinuteChart(
    Array(chart.counts[first...]), from: TimeOfDay(minutes: (chart.start.minutes + first) % 1440),
    pauses: chart.pauses.compactMap { pause in
      let minutes = pause.minutes.clamped(to: first..<max(first, chart.counts.count))
      return minutes.isEmpty ? nil : (minutes.lowerBound - first..<minutes.upperBound - first, pause.name)
    })
  return (
    drawing.markup(width: 640, height: 146, MinuteLayout(chart, right: 634, minutes: 80).shapes(t)),
    drawing.narrow().markup(width: 340, height: 146, MinuteLayout(late, right: 334, minutes: 40).shapes(t))
  )
}

/// Places of the columns in their drawing.
private struct MinuteLayout {
  private let chart: MinuteChart
  private let scale: AxisScale
  private let right: Double
  private let step: Double
  private let left = 34.0
  private let top = 14.0
  private let bottom = 120.0

  init(_ chart: MinuteChart, right: Double, minutes: Int) {
    self.chart = chart
    self.right = right
    scale = AxisScale(reaching: Double(chart.counts.max() ?? 0), steps: 3)
    step = (right - left) / Double(max(chart.counts.count, minutes))
  }

  private func x(_ minute: Int) -> Double { left + step * Double(minute) }
  private func y(_ count: Double) -> Double { bottom - (bottom - top) * count / scale.top }

  func shapes(_ t: Wording) -> Markup {
    let lines: [Markup] = scale.ticks.map {
      """
      <path class="k-line" d="M\(left) \(y($0))H\(right)"/>\
      <text class="sm m e" x="\(left - 6)" y="\(y($0) + 4)">\(t.number(Int($0)))</text>
      """
    }
    let times: [Markup] = stride(from: 0, to: chart.counts.count, by: 20).map { minute in
      let time = TimeOfDay(minutes: (chart.start.minutes + minute) % 1440)
      return "<text class=\"sm m\" x=\"\(x(minute))\" y=\"138\">\(t.time(time))</text>"
    }
    return "\(lines)\(pauses)\(columns)\(times)"
  }

  private var columns: [Markup] {
    chart.counts.enumerated().filter { $0.element > 0 }.map { minute, count in
      """
      <rect class="f-acc" x="\(x(minute))" y="\(y(Double(count)))" width="\(step - 1.4)" \
      height="\(bottom - y(Double(count)))"/>
      """
    }
  }

  private var pauses: [Markup] {
    chart.pauses.map { pause in
      let width = step * Double(pause.minutes.count)
      let middle = min(max(x(pause.minutes.lowerBound) + width / 2, left + 50), right - 50)
      return """
        <rect class="f-badbg" x="\(x(pause.minutes.lowerBound))" y="\(top)" width="\(width)" \
        height="\(bottom - top)"/><text class="tb c" x="\(middle)" y="70">\(pause.name)</text>
        """
    }
  }
}
