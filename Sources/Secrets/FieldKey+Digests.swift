/// Digests that nobody can recompute without the key, each under its own subkey so that one never stands for another.
extension FieldKey {
  /// 16 bytes by which a sealed address is found again and kept unique. Give the address in one canonical form
  /// (E.164, lower-case e-mail): the same text always gives the same bytes.
  public func blindIndex(_ address: String) -> [UInt8] {
    Array(Sodium.hmac(Array(address.utf8), key: index).prefix(16))
  }

  /// 64 hexadecimal digits that stand for `text` where its plain digest could be guessed: paper codes, parts of
  /// idempotency keys.
  public func keyedDigest(_ text: String) -> String { Hex.encode(Sodium.hmac(Array(text.utf8), key: digest)) }

  /// 64 hexadecimal digits for audit entries. `personKey` is the person's own key: once it is destroyed, the entries
  /// that were made with it can no longer be tied to anybody.
  public func auditDigest(_ text: String, personKey: [UInt8] = []) -> String {
    let key = personKey.isEmpty ? audit : Sodium.hmac(personKey, key: audit)
    return Hex.encode(Sodium.hmac(Array(text.utf8), key: key))
  }
}
