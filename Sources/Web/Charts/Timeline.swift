import Domain

/// Activities by channel over eight weeks: what is done, what comes, what clashes, and where today is.
struct Timeline: Sendable {
  struct Bar: Sendable {
    enum State: Sendable {
      case done, planned
      /// The word says with what: "Conflict: holiday".
      case conflict(String)
    }

    var from: LocalDate
    var to: LocalDate
    var state: State
    /// Names the bar for everybody; shown beside or inside it when `label` is set.
    var title: String
    var label: String?
    var address: String?

    init(_ from: LocalDate, _ to: LocalDate, _ state: State, title: String) {
      self.from = from
      self.to = to
      self.state = state
      self.title = title
    }
  }

  struct Row: Sendable {
    var name: String
    /// The same name in the other language.
    var other: String?
    var bars: [Bar]

    init(_ name: String, other: String? = nil, bars: [Bar]) {
      self.name = name
      self.other = other
      self.bars = bars
    }
  }

  struct Holiday: Sendable {
    var from: LocalDate
    var to: LocalDate
    var name: String

    init(_ from: LocalDate, _ to: LocalDate, _ name: String) {
      self.from = from
      self.to = to
      self.name = name
    }
  }

  /// A Monday.
  var start: LocalDate
  var weeks = 8
  var today: LocalDate
  var holidays: [Holiday] = []
  var rows: [Row]

  init(start: LocalDate, today: LocalDate, rows: [Row]) {
    self.start = start.weekStart
    self.today = today
    self.rows = rows
  }

  var end: LocalDate { start + (weeks * 7 - 1) }
}

func timeline(_ timeline: Timeline, _ drawing: Drawing, _ t: Wording) -> Markup {
  let layout = TimelineLayout(timeline)
  let hasLinks = timeline.rows.contains { $0.bars.contains { $0.address != nil } }
  let shapes: Markup = """
    \(layout.holidays())\(layout.weekLines(t))\(timeline.rows.enumerated().map { layout.row($1, at: $0, t) })\
    \(layout.todayLine(t))
    """
  return drawing.markup(width: 1140, height: layout.height, isGroup: hasLinks, shapes)
}

/// Places of the timeline in its drawing of 1140 units width.
private struct TimelineLayout {
  let timeline: Timeline
  let left = 168.0
  let right = 1132.0
  let rowHeight = 44.0
  let top = 51.0

  init(_ timeline: Timeline) { self.timeline = timeline }

  var dayWidth: Double { (right - left) / Double(timeline.weeks * 7) }
  var bottom: Double { top + rowHeight * Double(timeline.rows.count) + 11 }
  var height: Double { bottom + 4 }

  private func x(_ date: LocalDate) -> Double { left + Double(date - timeline.start) * dayWidth }

  /// The part of a stretch of days that is inside the weeks shown.
  private func span(_ from: LocalDate, _ to: LocalDate) -> (x: Double, width: Double)? {
    let (first, last) = (max(from, timeline.start), min(to, timeline.end))
    return first <= last ? (x(first), Double(last - first + 1) * dayWidth) : nil
  }

  func holidays() -> [Markup] {
    var lastLabelEnd = -Double.infinity
    return timeline.holidays.sorted { $0.from < $1.from }.compactMap { holiday in
      guard let span = span(holiday.from, holiday.to) else { return nil }
      let half = TextWidth.of(holiday.name, size: 12) / 2
      let middle = min(span.x + span.width / 2, right - half)
      let fits = middle - half > lastLabelEnd + 6
      if fits { lastLabelEnd = middle + half }
      let label: Markup? = fits ? "<text class=\"sm m c\" x=\"\(middle)\" y=\"36\">\(holiday.name)</text>" : nil
      return """
        <rect class="f-sunk" x="\(span.x)" y="40" width="\(span.width)" height="\(bottom - 40)">\
        <title>\(holiday.name)</title></rect>\(label)
        """
    }
  }

  func weekLines(_ t: Wording) -> [Markup] {
    (0..<timeline.weeks).map { week in
      let monday = timeline.start + week * 7
      let date = t.shortDate(monday)
      let isCovered = abs(x(monday) + TextWidth.of(date, size: 12) / 2 - todayX) < TextWidth.of(date, size: 12) + 6
      let label: Markup? = isCovered ? nil : "<text class=\"sm m\" x=\"\(x(monday) + 1)\" y=\"16\">\(date)</text>"
      return "<path class=\"k-line\" d=\"M\(x(monday)) 44V\(bottom)\"/>\(label)"
    }
  }

  func row(_ row: Timeline.Row, at position: Int, _ t: Wording) -> Markup {
    let y = top + rowHeight * Double(position)
    let other: Markup? = row.other.map {
      "<text class=\"sm m\" lang=\"\(t.language.other.rawValue)\" x=\"0\" y=\"\(y + 36)\">\($0)</text>"
    }
    return """
      <path class="k-line" d="M0 \(y + rowHeight)H1140"/><text x="0" y="\(y + 16)">\(row.name)</text>\(other)\
      \(row.bars.enumerated().compactMap { bar($1, y, until: row.bars.dropFirst($0 + 1).first.map { x($0.from) }) })
      """
  }

  /// `next` is where the row's next bar begins: a label that would run into it is left out, its title stays.
  private func bar(_ bar: Timeline.Bar, _ y: Double, until next: Double?) -> Markup? {
    guard let span = span(bar.from, bar.to) else { return nil }
    let width = max(span.width - 1.5, 4)
    let rectangle: Markup = """
      <rect class="\(fill(bar.state).rawValue)" x="\(span.x + 0.8)" y="\(y + 10)" width="\(width)" height="20" \
      rx="3"><title>\(bar.title)</title></rect>\(label(bar, from: span.x...(span.x + width), y: y + 24, until: next))
      """
    return bar.address.map { "<a href=\"\(href: $0)\">\(rectangle)</a>" } ?? rectangle
  }

  private func label(_ bar: Timeline.Bar, from span: ClosedRange<Double>, y: Double, until next: Double?) -> Markup? {
    let (x, width) = (span.lowerBound, span.upperBound - span.lowerBound)
    let fits = { (text: String, gap: Double) in span.upperBound + gap + TextWidth.of(text) <= next ?? .infinity }
    if case .conflict(let word) = bar.state {
      guard fits(word, 6) else { return nil }
      return "<text class=\"tb halo\" x=\"\(x + width + 6)\" y=\"\(y)\">\(word)</text>"
    }
    guard let label = bar.label else { return nil }
    if TextWidth.of(label) + 16 < width { return "<text class=\"on\" x=\"\(x + 8)\" y=\"\(y)\">\(label)</text>" }
    guard fits(label, 5) else { return nil }
    return "<text class=\"sm halo\" x=\"\(x + width + 5)\" y=\"\(y)\">\(label)</text>"
  }

  private func fill(_ state: Timeline.Bar.State) -> Fill {
    switch state {
    case .done: .neutral
    case .planned: .accent
    case .conflict: .bad
    }
  }

  /// The middle of today, also when it is not among the weeks shown.
  private var todayX: Double { x(timeline.today) + dayWidth / 2 }

  func todayLine(_ t: Wording) -> Markup? {
    guard timeline.today >= timeline.start, timeline.today <= timeline.end else { return nil }
    let x = todayX
    return """
      <path class="k-ink" stroke-width="1.5" d="M\(x) 22V\(bottom)"/>\
      <text class="sm bd c halo" x="\(x)" y="16">\(t(.today))</text>
      """
  }
}
