/// A number as somebody or some spreadsheet wrote it, reduced to digits and a plus; knows nothing of countries.
struct WrittenNumber: Equatable {
  /// ASCII digits only.
  var digits: String
  /// Written with a plus, or with 00 before a country code.
  var isInternational: Bool
  var wasScientific = false

  init(_ text: String) throws(PhoneFault) {
    let plain = try Self.withoutScientific(text)
    wasScientific = plain != nil
    digits = ""
    isInternational = false
    for scalar in (plain ?? Self.withoutDecimals(text)).unicodeScalars {
      if ("0"..."9").contains(scalar) {
        digits.unicodeScalars.append(scalar)
      } else if scalar == "+" {
        guard digits.isEmpty, !isInternational else { throw .notANumber }
        isInternational = true
      } else if !Self.mayStandBetween(scalar) {
        throw .notANumber
      }
    }
    guard !digits.isEmpty else { throw .notANumber }
    // 00 dials out; 000 does not: after the trunk zero it is a number of the samples.
    if !isInternational, digits.hasPrefix("00"), !digits.hasPrefix("000"), digits.count > 4 {
      digits.removeFirst(2)
      isInternational = true
    }
  }

  /// Whether nothing needs cleaning or cutting: digits with the usual signs between. Most cells are like this, and
  /// asking Unicode about each of their characters would take longer than reading the number.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: " "), UInt8(ascii: "-"),
        UInt8(ascii: "("), UInt8(ascii: ")"):
        true
      default: false
      }
    } && text.utf8.contains { $0 != UInt8(ascii: " ") }
  }

  /// Takes away what cannot be seen and what a spreadsheet put in front, and turns the digits of every script into
  /// ASCII.
  static func cleaned(_ typed: String) -> String {
    var text = ""
    for scalar in typed.unicodeScalars {
      if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
        text += String(Int(value))
      } else if scalar == "\u{FF0B}" {
        text += "+"
      } else if scalar == "\n" || scalar == "\r" {
        text += "/"
      } else if scalar.properties.isWhitespace {
        text += " "
      } else if !isInvisible(scalar) {
        text.unicodeScalars.append(scalar)
      }
    }
    return String(
      text.drop { $0 == " " || $0 == "'" || $0 == "\u{2019}" || $0 == "=" || $0 == "\"" }.reversed()
        .drop { $0 == " " || $0 == "\"" }.reversed())
  }

  /// The pieces of a cell that may hold several numbers; empty pieces are left out.
  static func pieces(of text: String) -> [String] {
    text.replacing(" or ", with: "/").split { "/;,|&ឬ".contains($0) }.map { piece in
      String(piece.drop { $0 == " " })
    }.filter { !$0.isEmpty }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .format || scalar.properties.generalCategory == .control
      || scalar.properties.isDefaultIgnorableCodePoint
  }

  private static func mayStandBetween(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "(", ")", ".", "-", "/", ",", ";", "|": true
    default: scalar.properties.generalCategory == .dashPunctuation
    }
  }

  /// "12345678.0" is how some programs export a whole number.
  private static func withoutDecimals(_ text: String) -> String {
    guard text.utf8.last == UInt8(ascii: "0"), let dot = text.firstIndex(of: "."), dot != text.startIndex,
      text[dot...] == ".0"
    else { return text }
    return text[..<dot].allSatisfy(\.isWholeNumber) ? String(text[..<dot]) : text
  }

  /// The digits behind "8.5512345678E+10", nil if `text` is not in that notation.
  private static func withoutScientific(_ text: String) throws(PhoneFault) -> String? {
    guard text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return nil }
    let halves = text.split(omittingEmptySubsequences: false) { $0 == "E" || $0 == "e" }
    guard halves.count == 2, let exponent = Int(halves[1]), exponent >= 0 else { return nil }
    let mantissa = halves[0].drop { $0 == "+" }.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard (1...2).contains(mantissa.count), mantissa.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isWholeNumber) })
    else { return nil }
    let decimals = mantissa.count == 2 ? mantissa[1].count : 0
    guard decimals <= exponent else { throw .notANumber }
    // Zeros that are not written may be digits that were cut: only a number written to its last digit is sure.
    guard decimals == exponent else { throw .lostDigits }
    return mantissa.joined()
  }
}
