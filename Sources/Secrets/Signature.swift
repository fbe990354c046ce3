/// HMAC-SHA256 of a message, for those who share a secret.
public enum Signature {
  /// 64 lower-case hexadecimal digits.
  public static func hex(of message: [UInt8], secret: String) -> String {
    Hex.encode(Sodium.hmac(message, key: Array(secret.utf8)))
  }

  /// Whether `hex` (either case) signs `message`; takes the same time for every wrong one of the right length.
  public static func verify(_ hex: some StringProtocol, of message: [UInt8], secret: String) -> Bool {
    guard let claimed = Hex.decode(hex) else { return false }
    return Sodium.same(claimed, Sodium.hmac(message, key: Array(secret.utf8)))
  }
}
