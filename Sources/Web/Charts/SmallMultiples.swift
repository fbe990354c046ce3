import Domain

/// The same measure month by month for several places, all on one scale, so that they can be compared at a glance.
struct Panel: Sendable {
  var name: String
  /// The sum in words: "12,900 in the year".
  var total: String
  /// One value for each month.
  var values: [Int]
  var fill: Fill

  init(_ name: String, total: String, values: [Int], fill: Fill) {
    self.name = name
    self.total = total
    self.values = values
    self.fill = fill
  }
}

/// `measure` names what is drawn: "Citizens reached per month".
func smallMultiples(_ panels: [Panel], id: String, measure: String, _ t: Wording) -> Markup {
  let longest = panels.flatMap(\.values).max() ?? 0
  let parts: [Markup] = panels.enumerated().map { index, panel in
    let drawing = Drawing(
      id: "\(id)-\(index)", title: "\(measure), \(panel.name)",
      description: panel.values.map { t.number($0) }.joined(separator: ", "))
    return """
      <div><h3>\(panel.name)</h3><p class="muted small">\(panel.total)</p>\
      \(drawing.markup(width: 170, height: 82, columns(panel, longest: longest, t)))</div>
      """
  }
  return "<div class=\"panels sec\">\(parts)</div>"
}

private func columns(_ panel: Panel, longest: Int, _ t: Wording) -> Markup {
  let step = 168 / Double(max(panel.values.count, 1))
  let bars: [Markup] = panel.values.enumerated().map { index, value in
    let height = longest > 0 ? 56 * Double(max(value, 0)) / Double(longest) : 0
    return """
      <rect class="\(panel.fill.rawValue)" x="\(1 + step * Double(index))" y="\(64 - height)" \
      width="\(max(step - 2, 1))" height="\(height)"/>
      """
  }
  let short: (Int) -> String = { t.language == .en ? String(t(.month($0)).prefix(3)) : t(.month($0)) }
  return """
    \(bars)<path class="k-mut" d="M0 64.5H170"/><text class="sm m" x="1" y="79">\(short(1))</text>\
    <text class="sm m e" x="168" y="79">\(short(panel.values.count))</text>
    """
}
