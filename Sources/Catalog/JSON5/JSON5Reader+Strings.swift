/// Texts in single or double quotes.
extension JSON5Reader {
  mutating func string() throws(JSON5SyntaxError) -> String {
    let opened = here
    let quote = bytes[index]
    index += 1
    var text: [UInt8] = []
    while let byte = peek {
      switch byte {
      case quote:
        index += 1
        return String(decoding: text, as: UTF8.self)
      case 0x0A, 0x0D:
        throw unclosedText(opened)
      case UInt8(ascii: "\\"):
        try escape(into: &text)
      default:
        text.append(byte)
        index += 1
      }
    }
    throw unclosedText(opened)
  }

  private func unclosedText(_ opened: Position) -> JSON5SyntaxError {
    JSON5SyntaxError(
      position: opened, message: "this text is not closed on its line",
      advice: "add the closing quote, or end the line with \\ to go on")
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSON5SyntaxError) {
    index += 1
    guard let mark = scalar() else { throw failure("the file ends inside a text") }
    switch mark {
    case "b": append("\u{08}", to: &text)
    case "f": append("\u{0C}", to: &text)
    case "n": append("\n", to: &text)
    case "r": append("\r", to: &text)
    case "t": append("\t", to: &text)
    case "v": append("\u{0B}", to: &text)
    case "0": try zero(into: &text)
    case "1"..."9": throw failure("\\\(mark) is no escape", advice: "write \\\\ for a backslash")
    case "x": text += Array(String(try hexScalar(digits: 2)).utf8)
    case "u": text += Array(String(try hexScalar(digits: 4)).utf8)
    case "\r":
      index += 1
      if peek == 0x0A { index += 1 }
    case "\n", "\u{2028}", "\u{2029}": index += UTF8.width(mark)
    default:
      text += bytes[index..<index + UTF8.width(mark)]
      index += UTF8.width(mark)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
    text.append(UInt8(ascii: scalar))
    index += 1
  }

  private mutating func zero(into text: inout [UInt8]) throws(JSON5SyntaxError) {
    index += 1
    if let next = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) {
      throw failure("\\0 before a digit is no escape")
    }
    text.append(0)
  }

  /// `xHH`, `uHHHH`, or two `uHHHH` that make one character together.
  private mutating func hexScalar(digits: Int) throws(JSON5SyntaxError) -> Unicode.Scalar {
    index += 1
    let unit = try hexUnit(digits: digits)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard UTF16.isLeadSurrogate(unit), take("\\"), take("u") else {
      throw failure("half a character: a \\u escape of a pair stands alone")
    }
    let second = try hexUnit(digits: 4)
    guard UTF16.isTrailSurrogate(second) else {
      throw failure("half a character: a \\u escape of a pair stands alone")
    }
    let value = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(second & 0x3FF))
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  mutating func hexUnit(digits: Int) throws(JSON5SyntaxError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<digits {
      guard let byte = peek, let digit = JSON5Reader.hexDigit(byte) else {
        throw failure("this escape needs \(digits) hexadecimal digits")
      }
      unit = unit << 4 | UInt16(digit)
      index += 1
    }
    return unit
  }

  static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
