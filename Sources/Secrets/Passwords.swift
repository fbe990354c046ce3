import CSodium

/// Keeps passwords as argon2id hashes, and keeps the machine alive while many people sign in at once:
/// each hash takes 64 MiB and about a tenth of a second, so two run at a time, twenty wait, and the next is told so.
public final class Passwords: Sendable {
  /// Longer passwords are refused: nobody types them, and each byte costs time.
  public static let longest = 1024

  private let passes: UInt64
  private let memory: Int
  private let line: WaitingLine

  /// 64 MiB and two passes.
  public convenience init() { self.init(passes: 2, memory: 64 << 20) }

  /// `memory` in bytes, at least 8 KiB.
  init(passes: UInt64, memory: Int, line: WaitingLine = WaitingLine(atOnce: 2, waiting: 20)) {
    _ = Sodium.ready
    self.passes = passes
    self.memory = memory
    self.line = line
  }

  /// A self-describing hash (`$argon2id$…`) with its own salt; the same password gives another one each time.
  /// Throws `busy`, `passwordTooLong`, `outOfMemory`.
  public func hash(_ password: String) async throws(SecretsError) -> String {
    try Self.checkLength(password)
    let (passes, memory) = (passes, memory)
    return try await line.run { Self.argon2id(password, passes: passes, memory: memory) }.get()
  }

  /// Whether `password` is the one behind `stored`. With no stored hash (unknown name) the answer is no after the same
  /// work, so that the time taken does not tell which names exist.
  public func verify(_ password: String, against stored: String?) async throws(SecretsError) -> Bool {
    try Self.checkLength(password)
    guard let stored else {
      _ = try await hash(password)
      return false
    }
    return try await line.run {
      .success(crypto_pwhash_str_verify(stored, password, UInt64(password.utf8.count)) == 0)
    }.get()
  }

  /// True if `stored` was made with other limits than today's, or is no hash at all: hash again at the next sign-in.
  public func needsRehash(_ stored: String) -> Bool {
    crypto_pwhash_str_needs_rehash(stored, passes, memory) != 0
  }

  private static func checkLength(_ password: String) throws(SecretsError) {
    if password.utf8.count > longest { throw .passwordTooLong(limit: longest) }
  }

  private static func argon2id(_ password: String, passes: UInt64, memory: Int) -> Result<String, SecretsError> {
    var text = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
    let code = crypto_pwhash_str(&text, password, UInt64(password.utf8.count), passes, memory)
    guard code == 0 else { return .failure(.outOfMemory) }
    return .success(String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
  }
}
