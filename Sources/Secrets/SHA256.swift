import CSodium

/// Fingerprints of things that are no secret: links of the audit chain, files, texts.
/// A value with little to guess (a phone number, a paper code) needs `FieldKey` instead: anybody can hash a guess.
public enum SHA256 {
  /// 32 bytes.
  public static func digest(of bytes: [UInt8]) -> [UInt8] {
    _ = Sodium.ready
    var hash = [UInt8](repeating: 0, count: crypto_hash_sha256_bytes())
    crypto_hash_sha256(&hash, bytes, UInt64(bytes.count))
    return hash
  }

  /// 64 lower-case hexadecimal digits.
  public static func hex(of bytes: [UInt8]) -> String { Hex.encode(digest(of: bytes)) }

  /// The fingerprint of the text's UTF-8.
  public static func hex(of text: String) -> String { hex(of: Array(text.utf8)) }
}
