/// States that add up to the whole, as one bar; the same numbers stand below it in words.
struct ProgressPart: Sendable {
  var count: Int
  var fill: Fill

  init(_ count: Int, _ fill: Fill) {
    self.count = count
    self.fill = fill
  }
}

/// `description` says all the numbers: "3,604 delivered, 96 sent without answer, … of 4,870".
func segmentedProgress(_ parts: [ProgressPart], title: String, description: String) -> Markup {
  let shown = parts.filter { $0.count > 0 }
  let total = shown.reduce(0) { $0 + $1.count }
  var shapes = Markup.empty
  var position = 0.0
  let gap = 0.3
  for part in shown {
    let width = Double(part.count) / Double(max(total, 1)) * 100
    shapes += """
      <rect class="\(part.fill.rawValue)" x="\(position)" width="\(max(width - gap, 0.2))" height="24"/>
      """
    position += width
  }
  return """
    <svg viewBox="0 0 100 24" preserveAspectRatio="none" class="pbar" role="img">\
    <title>\(title)</title><desc>\(description)</desc><rect class="f-sunk" width="100" height="24"/>\(shapes)</svg>
    """
}
