/// The frame of every chart: an image with a title and a description that say the finding, in a box that scales.
struct Drawing: Sendable {
  /// Unique on its page; the title and description hang on it.
  var id: String
  /// What is measured, or the finding.
  var title: String
  /// The finding in words, and where all the values stand.
  var description: String

  init(id: String, title: String, description: String) {
    self.id = id
    self.title = title
    self.description = description
  }

  /// `width` and `height` in units of the drawing; `isGroup` when parts of it are links of their own.
  func markup(width: Double, height: Double, isGroup: Bool = false, _ shapes: Markup) -> Markup {
    """
    <svg viewBox="0 0 \(width) \(height)" role="\(isGroup ? "group" : "img")" \
    aria-labelledby="\(id)-t \(id)-d"><title id="\(id)-t">\(title)</title><desc id="\(id)-d">\(description)</desc>\
    \(shapes)</svg>
    """
  }

  /// The same figure with another id, for the drawing that phones get.
  func narrow() -> Drawing {
    Drawing(id: id + "-n", title: title, description: description)
  }
}

/// A figure with its heading and how to read it; the second drawing is for phones.
func figure(_ title: String, _ subtitle: Markup, wide: Markup, narrow: Markup? = nil) -> Markup {
  let drawings: Markup =
    narrow.map { "<div class=\"wide\">\(wide)</div><div class=\"narrow\">\($0)</div>" } ?? wide
  return "<figure><figcaption><h2>\(title)</h2><small>\(subtitle)</small></figcaption>\(drawings)</figure>"
}

/// Steps of an axis: round numbers that reach at least the longest value.
struct AxisScale: Sendable, Equatable {
  let step: Double
  let top: Double

  /// About `steps` steps of 1, 2, 2.5 or 5 times a power of ten; for nothing at all, 0…1.
  init(reaching longest: Double, steps: Int) {
    guard longest.isFinite, longest > 0 else {
      step = 1
      top = 1
      return
    }
    let rough = longest / Double(max(steps, 1))
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    while power > rough { power /= 10 }
    let step = [1, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= rough * 0.999 } ?? 10 * power
    self.step = step
    top = (longest / step).rounded(.up) * step
  }

  var ticks: [Double] {
    (0...Int((top / step).rounded())).map { Double($0) * step }
  }
}

/// How wide a text will be, roughly, to keep labels apart: 13 px system fonts. Khmer letters stack, signs take no room.
enum TextWidth {
  static func of(_ text: String, size: Double = 13) -> Double {
    let units = text.unicodeScalars.reduce(0.0) { sum, scalar in
      switch scalar.value {
      case 0x200B, 0x17B4...0x17D3: sum
      case 0x1780...0x17B3: sum + 0.72
      default: sum + 0.55
      }
    }
    return units * size
  }
}
