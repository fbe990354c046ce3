/// HTML that is safe because of how it is made: only literals in the source are markup, everything interpolated is text.
///
///     let row: Markup = "<td class=\"n\">\(citizen.name)</td>"      // the name is escaped
///     let table: Markup = "<table>\(rows)</table>"                  // [Markup] is inlined
///
/// The literal type is `StaticString`, so no text known only at run time can become markup by accident.
struct Markup: Sendable, Equatable {
  private(set) var bytes: [UInt8]

  static let empty = Markup(bytes: [])

  /// The one way past the escaping: for bytes this room made itself and knows to be markup. Never for input.
  init(trusted text: String) {
    bytes = Array(text.utf8)
  }

  /// Text as markup: escaped.
  init(text: String) {
    bytes = []
    bytes.reserveCapacity(text.utf8.count)
    Escape.append(text, to: &bytes)
  }

  fileprivate init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// The markup as a string, for tests and for bodies that are put together elsewhere.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  static func + (left: Markup, right: Markup) -> Markup {
    Markup(bytes: left.bytes + right.bytes)
  }

  static func += (left: inout Markup, right: Markup) {
    left.bytes += right.bytes
  }
}

extension Markup: ExpressibleByStringInterpolation {
  init(stringLiteral value: StaticString) {
    bytes = value.withUTF8Buffer { Array($0) }
  }

  init(stringInterpolation: Interpolation) {
    bytes = stringInterpolation.bytes
  }

  struct Interpolation: StringInterpolationProtocol {
    var bytes: [UInt8] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + 24 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
  }
}

extension Sequence<Markup> {
  /// All pieces one after the other, with a piece between them.
  func joined(by separator: Markup = .empty) -> Markup {
    var whole = Markup.empty
    var first = true
    for piece in self {
      if !first { whole += separator }
      whole += piece
      first = false
    }
    return whole
  }
}
