public import Domain

/// A request that was answered, or is being answered, under a key of the caller's.
public struct AnsweredRequest: Sendable, Equatable {
  /// A fingerprint of what was asked.
  public var request: String
  /// 0 while the first answer is under way.
  public var status: Int
  public var body: String
  public var at: Instant
}

extension Transaction {
  /// Takes the key for the caller; what stands under it already, or nil when it was free.
  public func reserve(
    _ key: String, of principal: String, for request: String, at now: Instant
  ) throws(StoreError) -> AnsweredRequest? {
    let known = try first(
      "SELECT request, status, body, at FROM answered_requests WHERE principal = ? AND key = ?",
      [.text(principal), .text(key)]
    ) { row in
      AnsweredRequest(
        request: row.text(0), status: row.int(1), body: row.text(2), at: Instant(milliseconds: row.integer(3)))
    }
    if let known { return known }
    try run(
      "INSERT INTO answered_requests(principal, key, request, status, body, at) VALUES(?, ?, ?, 0, '', ?)",
      [.text(principal), .text(key), .text(request), .integer(now.milliseconds)])
    return nil
  }

  public func keepAnswer(_ status: Int, _ body: String, key: String, of principal: String) throws(StoreError) {
    try run(
      "UPDATE answered_requests SET status = ?, body = ? WHERE principal = ? AND key = ?",
      [Value(status), .text(body), .text(principal), .text(key)])
  }

  /// Frees the key, so that the request may be tried again.
  public func releaseKey(_ key: String, of principal: String) throws(StoreError) {
    try run("DELETE FROM answered_requests WHERE principal = ? AND key = ?", [.text(principal), .text(key)])
  }

  /// Keys older than this are forgotten.
  public func forgetAnswers(before then: Instant) throws(StoreError) {
    try run("DELETE FROM answered_requests WHERE at < ?", [.integer(then.milliseconds)])
  }
}
