import CSodium

/// Makes libsodium ready before its first use, once, whichever thread comes first.
enum Sodium {
  /// Reading this runs `sodium_init` exactly once. A machine without randomness can keep no secret: it stops here.
  static let ready: Void = {
    guard sodium_init() >= 0 else { fatalError("This machine gives no random bytes, so no secret can be kept on it.") }
  }()

  static func random(_ count: Int) -> [UInt8] {
    _ = ready
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }

  /// Overwrites bytes that are no longer needed, in a way the compiler cannot leave out.
  static func wipe(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { sodium_memzero($0.baseAddress, $0.count) }
  }

  /// HMAC-SHA256 of `message`. Any key length: a longer or shorter one is treated as RFC 2104 says.
  static func hmac(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    _ = ready
    var state = crypto_auth_hmacsha256_state()
    var tag = [UInt8](repeating: 0, count: crypto_auth_hmacsha256_bytes())
    crypto_auth_hmacsha256_init(&state, key, key.count)
    crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
    crypto_auth_hmacsha256_final(&state, &tag)
    return tag
  }

  /// Equality that takes the same time wherever the first difference lies; only the length shows.
  static func same(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    _ = ready
    return a.count == b.count && (a.isEmpty || sodium_memcmp(a, b, a.count) == 0)
  }
}
