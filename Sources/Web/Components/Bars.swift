/// Small drawings inside table cells. The number stands in the next cell, so screen readers skip the drawing.

/// A bar from zero; `share` is 0…1 of the longest. `plan` is a tick on the same scale.
func barCell(_ share: Double, plan: Double? = nil, fill: Fill = .accent) -> Markup {
  let tick: Markup? = plan.map {
    "<rect class=\"f-ink\" x=\"\(min(Share.percent($0), 99.4))\" width=\".6\" height=\"18\"/>"
  }
  return barDrawing(
    "<rect class=\"\(fill.rawValue)\" y=\"2\" width=\"\(Share.percent(share))\" height=\"14\" rx=\".4\"/>\(tick)")
}

/// A part of all, with what was not recorded in grey at the other end.
func partCell(_ share: Double, notRecorded: Double) -> Markup {
  let unknown = Share.percent(notRecorded)
  return barDrawing(
    """
    <rect class="f-sunk" y="2" width="100" height="14"/>\
    <rect class="f-acc" y="2" width="\(Share.percent(share))" height="14"/>\
    <rect class="f-mut" x="\(100 - unknown)" y="2" width="\(unknown)" height="14" opacity=".45"/>
    """)
}

/// A share from a survey: light band for the 95 % range, solid mark for the value, grey tick for before. All 0…1.
func rangeCell(_ value: Double, low: Double, high: Double, before: Double?, fill: Fill) -> Markup {
  let tick: Markup? = before.map {
    "<rect class=\"f-mut\" x=\"\(Share.percent($0))\" y=\"2\" width=\".7\" height=\"14\"/>"
  }
  let band = (Share.percent(low), max(0, Share.percent(high) - Share.percent(low)))
  return barDrawing(
    """
    <rect class="f-line" y="8.5" width="100" height="1"/>\(tick)\
    <rect class="\(fill.rawValue)" x="\(band.0)" y="6.5" width="\(band.1)" height="5" opacity=".4"/>\
    <rect class="\(fill.rawValue)" x="\(min(max(Share.percent(value) - 1, 0), 98))" y="3" width="2" height="12"/>
    """)
}

private func barDrawing(_ shapes: Markup) -> Markup {
  """
  <svg class="bar" viewBox="0 0 100 18" preserveAspectRatio="none" aria-hidden="true">\(shapes)</svg>
  """
}
