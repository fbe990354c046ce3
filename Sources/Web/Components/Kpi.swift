/// A figure with what it is measured against, in words: every number carries its denominator.
struct Kpi: Sendable {
  var label: String
  var value: String
  var explanation: String
  /// 0…1 of the target, drawn as a meter; nil when there is no target.
  var share: Double?
  /// The colour of the same state in a progress bar above.
  var swatch: Fill?

  init(_ label: String, _ value: String, _ explanation: String, share: Double? = nil, swatch: Fill? = nil) {
    self.label = label
    self.value = value
    self.explanation = explanation
    self.share = share
    self.swatch = swatch
  }
}

/// The fills of drawings; their colours are in the stylesheet, so that dark mode and print work.
enum Fill: String, Sendable {
  case accent = "f-acc"
  case government = "f-gov"
  case ngo = "f-ngo"
  case good = "f-good"
  case warn = "f-warn"
  case bad = "f-bad"
  case info = "f-info"
  case neutral = "f-mut"
  case ink = "f-ink"
}

func kpis(_ figures: [Kpi]) -> Markup {
  let parts: [Markup] = figures.map { figure in
    """
    <div class="kpi"><dt>\(figure.swatch.map(swatch))\(figure.label)</dt><dd>\(figure.value)</dd>\
    <dd class="x">\(figure.share.map(meter))\(figure.explanation)</dd></div>
    """
  }
  return "<dl class=\"kpis\">\(parts)</dl>"
}

func swatch(_ fill: Fill) -> Markup {
  """
  <svg class="sw" viewBox="0 0 12 12" aria-hidden="true"><rect class="\(fill.rawValue)" width="12" height="12" \
  rx="2"/></svg>
  """
}

/// A bar from nothing to all. The number always stands beside it, so it is hidden from screen readers.
func meter(_ share: Double) -> Markup {
  """
  <svg class="meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">\
  <rect class="f-sunk" width="100" height="8"/><rect class="f-acc" width="\(Share.percent(share))" height="8"/></svg>
  """
}

enum Share {
  /// 0…100 from 0…1, whatever comes in.
  static func percent(_ share: Double) -> Double {
    share.isFinite ? min(max(share, 0), 1) * 100 : 0
  }
}
