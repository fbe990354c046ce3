/// What stands between the values: space, line ends, comments.
extension JSON5Reader {
  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: mark) else { return false }
    index += 1
    return true
  }

  mutating func skipSpace() throws(JSON5SyntaxError) {
    while let byte = peek {
      switch byte {
      case 0x09...0x0D, 0x20: index += 1
      case UInt8(ascii: "/"): try skipComment()
      case 0x80...:
        guard let scalar = scalar(), JSON5Reader.isSpace(scalar) else { return }
        index += UTF8.width(scalar)
      default: return
      }
    }
  }

  private mutating func skipComment() throws(JSON5SyntaxError) {
    let opened = here
    switch index + 1 < bytes.count ? bytes[index + 1] : 0 {
    case UInt8(ascii: "/"):
      while let byte = peek, byte != 0x0A, byte != 0x0D { index += 1 }
    case UInt8(ascii: "*"):
      index += 2
      while index + 1 < bytes.count {
        if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") {
          index += 2
          return
        }
        index += 1
      }
      throw JSON5SyntaxError(
        position: opened, message: "this comment is never closed", advice: "add the missing \"*/\"")
    default:
      throw failure("a single \"/\" means nothing here", advice: "a comment begins with // or /*")
    }
  }

  /// The scalar at the index; the bytes are checked UTF-8.
  func scalar() -> Unicode.Scalar? {
    guard index < bytes.count else { return nil }
    var decoder = UTF8()
    var rest = bytes[index..<min(index + 4, bytes.count)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
    return scalar
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFEFF, 0x2028, 0x2029: true
    default: scalar.properties.generalCategory == .spaceSeparator
    }
  }
}
