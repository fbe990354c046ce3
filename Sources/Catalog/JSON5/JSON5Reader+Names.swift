/// Keys with and without quotes.
extension JSON5Reader {
  mutating func key() throws(JSON5SyntaxError) -> String {
    guard let first = scalar() else { throw failure("the file ends where a key should stand") }
    if first == "\"" || first == "'" { return try string() }
    guard JSON5Reader.startsName(first) else {
      throw failure("a key cannot begin with \"\(first)\"", advice: "put the key in quotes")
    }
    return try name()
  }

  /// A run of letters, digits, `_` and `$`; the first one was looked at.
  mutating func name() throws(JSON5SyntaxError) -> String {
    var text = String.UnicodeScalarView()
    while let next = scalar() {
      if next == "\\" {
        index += 1
        guard take("u") else { throw failure("a name takes only \\uXXXX escapes") }
        let escaped = Unicode.Scalar(try hexUnit(digits: 4))
        guard let escaped, JSON5Reader.continuesName(escaped) else {
          throw failure("this escape is no letter", advice: "put the key in quotes")
        }
        text.append(escaped)
      } else if JSON5Reader.continuesName(next) {
        index += UTF8.width(next)
        text.append(next)
      } else {
        break
      }
    }
    return String(text)
  }

  static func startsName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "$", "_", "\\": true
    default: scalar.value >= 0x80 && scalar.properties.isIDStart
    }
  }

  private static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "$", "_", "\u{200C}", "\u{200D}": true
    default: scalar.value >= 0x80 && scalar.properties.isIDContinue
    }
  }
}
