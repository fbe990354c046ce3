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

func minuteChart(_ chart: MinuteChart, _ drawing: Drawing, _ t: Wording) -> Markup {
  let scale = AxisScale(reaching: Double(chart.counts.max() ?? 0), steps: 3)
  let (left, right, top, bottom) = (34.0, 634.0, 14.0, 120.0)
  let step = (right - left) / Double(max(chart.counts.count, 80))
  let y: (Double) -> Double = { bottom - (bottom - top) * $0 / scale.top }
  let lines: [Markup] = scale.ticks.map {
    """
    <path class="k-line" d="M\(left) \(y($0))H\(right)"/>\
    <text class="sm m e" x="\(left - 6)" y="\(y($0) + 4)">\(t.number(Int($0)))</text>
    """
  }
  let columns: [Markup] = chart.counts.enumerated().filter { $0.element > 0 }.map { index, count in
    """
    <rect class="f-acc" x="\(left + step * Double(index))" y="\(y(Double(count)))" width="\(step - 1.4)" \
    height="\(bottom - y(Double(count)))"/>
    """
  }
  let pauses: [Markup] = chart.pauses.map { pause in
    let from = left + step * Double(pause.minutes.lowerBound)
    let width = step * Double(pause.minutes.count)
    return """
      <rect class="f-badbg" x="\(from)" y="\(top)" width="\(width)" height="\(bottom - top)"/>\
      <text class="tb c" x="\(min(max(from + width / 2, left + 60), right - 50))" y="70">\(pause.name)</text>
      """
  }
  let times: [Markup] = stride(from: 0, to: chart.counts.count, by: 20).map { minute in
    let time = TimeOfDay(minutes: (chart.start.minutes + minute) % 1440)
    return "<text class=\"sm m\" x=\"\(left + step * Double(minute))\" y=\"138\">\(t.time(time))</text>"
  }
  return drawing.markup(width: 640, height: 146, "\(lines)\(pauses)\(columns)\(times)")
}
