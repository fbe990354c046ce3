import Domain

/// Money against reach, with dashed lines of equal cost through zero. Shape and colour say who led.
struct Scatter: Sendable {
  struct Point: Sendable {
    var name: String
    /// Citizens reached.
    var reached: Double
    /// Spent, in whole units of the currency.
    var spent: Double
    var facilitation: Facilitation

    init(_ name: String, reached: Double, spent: Double, _ facilitation: Facilitation) {
      self.name = name
      self.reached = reached
      self.spent = spent
      self.facilitation = facilitation
    }
  }

  var points: [Point]
  /// Costs per citizen that get a line, in the same currency.
  var equalCosts: [Int] = [1, 2, 3]
  var xTitle: String
  var yTitle: String

  init(_ points: [Point], xTitle: String, yTitle: String) {
    self.points = points
    self.xTitle = xTitle
    self.yTitle = yTitle
  }
}

/// Two drawings: the second is for phones, where the first would be too small to read.
func scatter(_ scatter: Scatter, _ drawing: Drawing, _ t: Wording) -> (wide: Markup, narrow: Markup) {
  let wide = ScatterLayout(scatter, right: 526, bottom: 360, steps: 5)
  let narrow = ScatterLayout(scatter, right: 336, bottom: 290, steps: 3)
  return (
    drawing.markup(width: 540, height: 400, wide.shapes(t)),
    drawing.narrow().markup(width: 350, height: 330, narrow.shapes(t))
  )
}

/// The shape that stands for a way of leading, in charts, keys and calendars alike.
func facilitationMark(_ facilitation: Facilitation, x: Double, y: Double, radius: Double) -> Markup {
  switch facilitation {
  case .ngo: "<circle class=\"f-ngo\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\"/>"
  case .government:
    """
    <rect class="f-gov" x="\(x - radius * 0.86)" y="\(y - radius * 0.86)" width="\(radius * 1.72)" \
    height="\(radius * 1.72)"/>
    """
  case .mixed:
    "<path class=\"f-acc\" d=\"M\(x) \(y - radius)l\(radius) \(radius * 1.8)h\(-radius * 2)z\"/>"
  }
}

/// "● NGO-led", in its colour.
func facilitationWord(_ facilitation: Facilitation, _ t: Wording) -> Markup {
  let (classes, shape): (StaticString, StaticString) =
    switch facilitation {
    case .ngo: ("t-ngo", "●")
    case .government: ("t-gov", "■")
    case .mixed: ("t-mix", "▲")
    }
  return "<span class=\"\(literal: classes)\">\(literal: shape) \(t(.facilitation(facilitation)))</span>"
}
