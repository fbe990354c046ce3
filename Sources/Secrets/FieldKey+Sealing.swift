import CSodium

/// XChaCha20-Poly1305. A sealed value is one version byte, 24 bytes of nonce, then the text and its 16-byte tag;
/// so 41 bytes more than the plain one.
extension FieldKey {
  private static let version: UInt8 = 1

  /// Seals `plain` for one place, named by `context` (for example `citizen/4711/phone`): copied to another record it
  /// does not open. Never the same bytes twice.
  public func seal(_ plain: [UInt8], context: String) -> [UInt8] {
    let nonce = Sodium.random(crypto_aead_xchacha20poly1305_ietf_npubbytes())
    let bound = Array(context.utf8)
    var sealed = [UInt8](repeating: 0, count: plain.count + crypto_aead_xchacha20poly1305_ietf_abytes())
    crypto_aead_xchacha20poly1305_ietf_encrypt(
      &sealed, nil, plain, UInt64(plain.count), bound, UInt64(bound.count), nil, nonce, sealing)
    return [Self.version] + nonce + sealed
  }

  public func seal(_ plain: String, context: String) -> [UInt8] { seal(Array(plain.utf8), context: context) }

  /// The bytes behind `sealed`. Throws `cannotOpen` for another key, another context or a changed value.
  public func open(_ sealed: [UInt8], context: String) throws(SecretsError) -> [UInt8] {
    let nonceEnd = 1 + crypto_aead_xchacha20poly1305_ietf_npubbytes()
    let tag = crypto_aead_xchacha20poly1305_ietf_abytes()
    guard sealed.count >= nonceEnd + tag, sealed[0] == Self.version else { throw .cannotOpen }
    let nonce = Array(sealed[1..<nonceEnd])
    let cipher = Array(sealed[nonceEnd...])
    let bound = Array(context.utf8)
    // One byte to spare: an empty text still needs somewhere to point to.
    var plain = [UInt8](repeating: 0, count: cipher.count - tag + 1)
    let code = crypto_aead_xchacha20poly1305_ietf_decrypt(
      &plain, nil, nil, cipher, UInt64(cipher.count), bound, UInt64(bound.count), nonce, sealing)
    guard code == 0 else { throw .cannotOpen }
    plain.removeLast()
    return plain
  }

  /// `open` for what was sealed as text.
  public func openText(_ sealed: [UInt8], context: String) throws(SecretsError) -> String {
    guard let text = String(validating: try open(sealed, context: context), as: UTF8.self) else { throw .cannotOpen }
    return text
  }
}
