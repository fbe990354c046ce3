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
  let shapes: [Markup] = zip(parts, progressPlaces(parts)).map { part, place in
    """
    <rect class="\(part.fill.rawValue)" data-part x="\(place.x)" width="\(place.width)" height="24"/>
    """
  }
  return """
    <svg viewBox="0 0 100 24" preserveAspectRatio="none" class="pbar" role="img" data-bar>\
    <title>\(title)</title><desc>\(description)</desc><rect class="f-sunk" width="100" height="24"/>\(shapes)</svg>
    """
}

/// Where each part stands in a bar of 100 units; live pages get the same numbers as they change.
func progressPlaces(_ parts: [ProgressPart]) -> [(x: Double, width: Double)] {
  let total = parts.reduce(0) { $0 + max($1.count, 0) }
  var position = 0.0
  return parts.map { part in
    guard part.count > 0 else { return (position, 0) }
    let width = Double(part.count) / Double(total) * 100
    defer { position += width }
    return (position, max(width - 0.3, 0.2))
  }
}
