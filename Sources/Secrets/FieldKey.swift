import CSodium

/// The key of one store: it seals addresses, makes them findable without being readable, and keys the digests that
/// must not be guessed. Four subkeys are derived from 32 random bytes in a file outside the store and its backups.
public struct FieldKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Length of the master key, in bytes.
  static let length = 32

  let sealing: [UInt8]
  let index: [UInt8]
  let audit: [UInt8]
  let digest: [UInt8]

  /// `master`: exactly 32 bytes.
  init(master: [UInt8]) {
    precondition(master.count == Self.length)
    _ = Sodium.ready
    // The numbers are part of every store: a new subkey takes a new number, an old one never changes.
    sealing = Self.derive(1, from: master)
    index = Self.derive(2, from: master)
    audit = Self.derive(3, from: master)
    digest = Self.derive(4, from: master)
  }

  /// A key that lives only in memory, for stores that do, such as those of tests.
  public static func temporary() -> FieldKey { FieldKey(master: Sodium.random(length)) }

  public var description: String { "FieldKey(hidden)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }

  private static func derive(_ number: UInt64, from master: [UInt8]) -> [UInt8] {
    var subkey = [UInt8](repeating: 0, count: 32)
    let context = "outreach".utf8.map { CChar($0) }
    crypto_kdf_derive_from_key(&subkey, subkey.count, number, context, master)
    return subkey
  }
}
