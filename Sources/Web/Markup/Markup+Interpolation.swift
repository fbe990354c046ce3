extension Markup.Interpolation {
  /// Text, escaped so that it is safe between tags and inside a quoted attribute.
  mutating func appendInterpolation(_ text: some StringProtocol) {
    Escape.append(text, to: &bytes)
  }

  /// A whole number in plain Arabic digits, as ids, counts of pixels and form values need it. For people, use `Wording`.
  mutating func appendInterpolation(_ number: some FixedWidthInteger) {
    bytes.append(contentsOf: String(number).utf8)
  }

  /// A length or coordinate of a drawing, with at most two decimals.
  mutating func appendInterpolation(_ length: Double) {
    bytes.append(contentsOf: Geometry.text(length).utf8)
  }

  mutating func appendInterpolation(_ markup: Markup) {
    bytes.append(contentsOf: markup.bytes)
  }

  mutating func appendInterpolation(_ markup: Markup?) {
    if let markup { bytes.append(contentsOf: markup.bytes) }
  }

  mutating func appendInterpolation(_ pieces: [Markup]) {
    for piece in pieces { bytes.append(contentsOf: piece.bytes) }
  }

  /// An address for `href`, `action` or `src`. A scheme that could run script is replaced by "#": escaping alone does
  /// not make `javascript:` harmless.
  mutating func appendInterpolation(href address: String) {
    Escape.append(Address.isHarmless(address) ? address : "#", to: &bytes)
  }
}

/// ` name="value"` with a leading space, or nothing when there is no value.
func attribute(_ name: StaticString, _ value: String?) -> Markup? {
  guard let value else { return nil }
  return " \(literal: name)=\"\(value)\""
}

/// ` name` with a leading space when set: `checked`, `required`, `selected`, `open`.
func flag(_ name: StaticString, _ isSet: Bool) -> Markup? {
  isSet ? " \(literal: name)" : nil
}

extension Markup.Interpolation {
  /// A name that stands in the source itself.
  mutating func appendInterpolation(literal name: StaticString) {
    appendLiteral(name)
  }
}
