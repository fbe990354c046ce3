/// Numbers: decimal, hexadecimal, with a leading plus, a leading or a trailing point.
extension JSON5Reader {
  mutating func number() throws(JSON5SyntaxError) -> JSON5Number {
    let start = here
    let from = index
    let negative = peek == UInt8(ascii: "-")
    if !take("+") { _ = take("-") }
    if peek == UInt8(ascii: "I") || peek == UInt8(ascii: "N") {
      throw JSON5SyntaxError(position: start, message: "Infinity and NaN mean nothing here", advice: "write a number")
    }
    let isHex = peek == UInt8(ascii: "0") && index + 1 < bytes.count && bytes[index + 1] | 0x20 == UInt8(ascii: "x")
    let magnitude = isHex ? try hexadecimal(start) : try decimal(start)
    if let next = scalar(), JSON5Reader.startsName(next) || [".", ":", "-", "/"].contains(next) {
      throw JSON5SyntaxError(
        position: start, message: "this is no number", advice: "put dates, times and texts in quotes")
    }
    return JSON5Number(
      text: String(decoding: bytes[from..<index], as: UTF8.self),
      integer: magnitude.integer.map { negative ? -$0 : $0 },
      double: negative ? -magnitude.double : magnitude.double)
  }

  private mutating func hexadecimal(_ start: Position) throws(JSON5SyntaxError) -> (integer: Int?, double: Double) {
    index += 2
    let digits = run { JSON5Reader.hexDigit($0) != nil }
    guard !digits.isEmpty, let value = Int(digits, radix: 16) else {
      throw JSON5SyntaxError(position: start, message: "this is no hexadecimal number of at most 63 bits")
    }
    return (value, Double(value))
  }

  private mutating func decimal(_ start: Position) throws(JSON5SyntaxError) -> (integer: Int?, double: Double) {
    let isDigit: (UInt8) -> Bool = { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    let whole = run(isDigit)
    if whole.count > 1, whole.first == "0" {
      throw JSON5SyntaxError(
        position: start, message: "a number cannot begin with 0", advice: "put codes, times and phone numbers in quotes"
      )
    }
    let hasPoint = take(".")
    let fraction = hasPoint ? run(isDigit) : ""
    guard !whole.isEmpty || !fraction.isEmpty else { throw failure("a number needs a digit") }
    var exponent = ""
    if peek.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
      index += 1
      let sign = take("-") ? "-" : ""
      if sign.isEmpty { _ = take("+") }
      let digits = run(isDigit)
      guard !digits.isEmpty else { throw failure("an exponent needs a digit") }
      exponent = "e" + sign + digits
    }
    let plain = (whole.isEmpty ? "0" : whole) + "." + (fraction.isEmpty ? "0" : fraction) + exponent
    guard let double = Double(plain), double.isFinite else {
      throw JSON5SyntaxError(position: start, message: "this number is too large")
    }
    return (hasPoint || !exponent.isEmpty ? nil : Int(whole), double)
  }

  private mutating func run(_ belongs: (UInt8) -> Bool) -> String {
    let from = index
    while let byte = peek, belongs(byte) { index += 1 }
    return String(decoding: bytes[from..<index], as: UTF8.self)
  }
}
