import Domain
import Secrets
import Storage

/// Answers a repeated request with what it was answered the first time, so that a caller may send it again after a
/// broken connection. Keys are the caller's own and kept for a day.
public enum AnswerOnce {
  public enum Turn: Sendable, Equatable {
    /// Nobody used the key: act, then call ``keep``.
    case first
    case answered(status: Int, body: String)
  }

  private static let kept: Int64 = 86_400_000
  /// A request that is not answered after so long died with its server.
  private static let patience: Int64 = 60_000

  /// - Parameter request: all that was asked: method, address and body.
  public static func begin(
    _ key: String, request: [UInt8], in context: ActionContext
  ) async throws(ActionError) -> Turn {
    guard (1...200).contains(key.utf8.count) else {
      throw .field("Idempotency-Key", "An Idempotency-Key has 1 to 200 characters.")
    }
    let (now, name, print) = (context.now, context.principal.name, SHA256.hex(of: request))
    let known = try await context.write { (tx) throws(StoreError) -> AnsweredRequest? in
      try tx.forgetAnswers(before: Instant(milliseconds: now.milliseconds - kept))
      let found = try tx.reserve(key, of: name, for: print, at: now)
      guard let found, found.status == 0, now.milliseconds - found.at.milliseconds > patience else { return found }
      try tx.releaseKey(key, of: name)
      return try tx.reserve(key, of: name, for: print, at: now)
    }
    guard let known else { return .first }
    guard known.request == print else {
      throw .field("Idempotency-Key", "This Idempotency-Key was used for another request. Use a new one.")
    }
    guard known.status != 0 else { throw .refused("The same request is being answered. Ask again in a moment.") }
    return .answered(status: known.status, body: known.body)
  }

  public static func keep(
    _ status: Int, _ body: String, key: String, in context: ActionContext
  ) async throws(ActionError) {
    let name = context.principal.name
    try await context.write { (tx) throws(StoreError) in try tx.keepAnswer(status, body, key: key, of: name) }
  }

  /// Nothing was done; the key is free again.
  public static func release(_ key: String, in context: ActionContext) async throws(ActionError) {
    let name = context.principal.name
    try await context.write { (tx) throws(StoreError) in try tx.releaseKey(key, of: name) }
  }
}
