/// Random words that stand for a right: sessions, API tokens, personal links, paper codes, and ids nobody can guess.
///
/// All are lower-case letters and digits without i, l, o and u, five random bits a character, so that people can read
/// them aloud and type them.
public enum Token {
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// A token of at least `bytes` × 8 random bits. 32 bytes (52 characters) for sessions and API tokens.
  public static func random(bytes: Int = 32) -> String { random(characters: (bytes * 8 + 4) / 5) }

  /// A token of exactly `characters` × 5 random bits; 26 characters are 130 bits.
  public static func random(characters: Int) -> String {
    String(decoding: Sodium.random(characters).map { alphabet[Int($0 & 31)] }, as: UTF8.self)
  }

  /// The address of a thing: 130 random bits in 26 characters.
  public static func randomID() -> String { random(characters: 26) }

  /// Eight characters (40 bits) for paper. Short enough to guess in bulk: limit the rate of tries, let it expire, and
  /// store `FieldKey.keyedDigest` of it, never a plain digest.
  public static func paperCode() -> String { random(characters: 8) }

  /// A code as somebody typed it from paper: case, spaces and hyphens do not matter, O is 0, I and L are 1.
  /// Nil if anything else is in it.
  public static func read(_ typed: String) -> String? {
    var code: [UInt8] = []
    for scalar in typed.lowercased().unicodeScalars {
      switch scalar {
      case " ", "-", "\u{A0}": continue
      case "o": code.append(UInt8(ascii: "0"))
      case "i", "l": code.append(UInt8(ascii: "1"))
      default:
        guard let byte = UInt8(exactly: scalar.value), alphabet.contains(byte) else { return nil }
        code.append(byte)
      }
    }
    return code.isEmpty ? nil : String(decoding: code, as: UTF8.self)
  }

  /// What is stored instead of a token of 128 bits or more: who reads the store cannot sign in with it.
  public static func digest(_ token: String) -> String { SHA256.hex(of: token) }

  /// Compares two secrets in a time that does not tell how much of them agrees.
  public static func same(_ a: String, _ b: String) -> Bool { Sodium.same(Array(a.utf8), Array(b.utf8)) }

  /// Random bytes for keys and salts.
  public static func randomBytes(_ count: Int) -> [UInt8] { Sodium.random(count) }
}
