import Domain
import Foundation

/// How a text travels to a phone: which alphabet it needs and how many parts it fills.
///
/// 3GPP TS 23.038: 160 septets of the GSM 7-bit alphabet fit one message, 153 into each part of a longer one; any other
/// letter makes the whole text UCS-2, with 70 and 67 units.
enum SMSText {
  /// The text as it is counted and sent: composed (NFC) and without the zero-width space that Khmer is typed with, which
  /// would cost a unit and shows nothing.
  static func normalised(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 128 }) { return text }
    let visible = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{200B}" }))
    return visible.precomposedStringWithCanonicalMapping
  }

  /// Counts an already normalised text.
  static func count(_ text: String) -> (parts: Int, encoding: Prepared.Encoding) {
    if let septets = septets(text) {
      return (parts(septets, alone: 160, joined: 153), .gsm7)
    }
    let units = text.unicodeScalars.map { $0.value > 0xFFFF ? 2 : 1 }
    return (parts(units, alone: 70, joined: 67), .ucs2)
  }

  static func prepare(_ text: String) throws(PrepareFault) -> Prepared {
    let normal = normalised(text)
    guard normal.contains(where: { !$0.isWhitespace }) else { throw .emptyText }
    let (parts, encoding) = count(normal)
    // The joining header has one byte for the number of parts.
    guard parts <= 255 else { throw .tooLong(parts: parts, most: 255) }
    return Prepared(text: normal, parts: parts, encoding: encoding)
  }

  /// Parts needed for letters of those sizes; a letter of two units is never cut in half.
  private static func parts(_ sizes: [Int], alone: Int, joined: Int) -> Int {
    if sizes.reduce(0, +) <= alone { return 1 }
    var parts = 1
    var room = joined
    for size in sizes {
      if size > room {
        parts += 1
        room = joined
      }
      room -= size
    }
    return parts
  }

  /// Septets each letter takes, nil when a letter is outside the alphabet.
  private static func septets(_ text: String) -> [Int]? {
    var sizes: [Int] = []
    for scalar in text.unicodeScalars {
      if basic.contains(scalar) {
        sizes.append(1)
      } else if extended.contains(scalar) {
        sizes.append(2)
      } else {
        return nil
      }
    }
    return sizes
  }

  /// The default alphabet, 3GPP TS 23.038 section 6.2.1, without the escape itself.
  private static let basic = Set(
    ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
      + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà").unicodeScalars)
  /// Letters behind the escape, section 6.2.1.1.
  private static let extended = Set("\u{0C}^{}\\[~]|€".unicodeScalars)
}
