import CGnuTLS
import Foundation

/// HMAC-SHA1 in base 64, for the one reason that a provider signs its calls with it. New signatures are ``Signature``.
public enum SHA1Signature {
  /// 28 characters; nil where the machine's policy forbids SHA-1.
  public static func base64(of message: [UInt8], secret: String) -> String? {
    let key = Array(secret.utf8)
    var digest = [UInt8](repeating: 0, count: Int(gnutls_hmac_get_len(GNUTLS_MAC_SHA1)))
    guard digest.count == 20,
      gnutls_hmac_fast(GNUTLS_MAC_SHA1, key, key.count, message, message.count, &digest) == 0
    else { return nil }
    return Data(digest).base64EncodedString()
  }

  /// Whether `base64` signs `message`; takes the same time for every wrong one of the right length.
  public static func verify(_ base64: String, of message: [UInt8], secret: String) -> Bool {
    guard !secret.isEmpty, let right = Self.base64(of: message, secret: secret) else { return false }
    return Token.same(base64, right)
  }
}
