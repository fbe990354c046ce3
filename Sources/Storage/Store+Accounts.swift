public import Domain
import Secrets

/// Somebody who may sign in.
public struct Account: Sendable, Equatable {
  public var name: String
  public var role: Role
  /// The place the account is confined to; nil: everywhere.
  public var area: Place.Code?
  /// An argon2id string; nil until one is set through a sign-in link.
  public var password: String?
  public var disabled: Bool

  public init(name: String, role: Role, area: Place.Code? = nil) {
    self.name = name
    self.role = role
    self.area = area
    disabled = false
  }
}

/// A signed-in browser.
public struct SignedInSession: Sendable {
  public var account: Account
  /// What every form must carry.
  public var csrf: String
  public var createdAt: Instant
  public var seenAt: Instant
}

extension Transaction {
  /// False when the name is taken.
  public func create(_ account: Account, at now: Instant) throws(StoreError) -> Bool {
    try run(
      """
      INSERT INTO accounts(name, role, area, password, disabled, created_at) VALUES(?, ?, ?, ?, ?, ?)
      ON CONFLICT(name) DO NOTHING
      """,
      [
        .text(account.name), .text(account.role.rawValue), Value(account.area?.text), Value(account.password),
        Value(account.disabled), .integer(now.milliseconds),
      ]) > 0
  }

  public func account(_ name: String) throws(StoreError) -> Account? {
    try first("SELECT \(Self.accountColumns) FROM accounts WHERE name = ?", [.text(name)]) {
      (row) throws(StoreError) in try Self.account(row, 0)
    }
  }

  /// All accounts, by name.
  public func accounts() throws(StoreError) -> [Account] {
    try all("SELECT \(Self.accountColumns) FROM accounts ORDER BY name") {
      (row) throws(StoreError) in try Self.account(row, 0)
    }
  }

  public func setPassword(_ hash: String, of name: String) throws(StoreError) {
    try run("UPDATE accounts SET password = ? WHERE name = ?", [.text(hash), .text(name)])
  }

  /// Shuts an account at once: its sessions and unused links end with it. False when there is no such account.
  public func disable(_ name: String) throws(StoreError) -> Bool {
    let found = try run("UPDATE accounts SET disabled = 1 WHERE name = ?", [.text(name)]) > 0
    try run("DELETE FROM sessions WHERE account = ?", [.text(name)])
    try run("DELETE FROM sign_in_links WHERE account = ?", [.text(name)])
    return found
  }

  private static let accountColumns = "name, role, area, password, disabled"

  private static func account(_ row: any Row, _ column: Int) throws(StoreError) -> Account {
    guard let role = Role(rawValue: row.text(column + 1)) else { throw .corrupt("an account without a role") }
    var account = Account(
      name: row.text(column), role: role, area: row.textOrNil(column + 2).flatMap { Place.Code($0) })
    account.password = row.textOrNil(column + 3)
    account.disabled = row.bool(column + 4)
    return account
  }

  // MARK: Sessions

  public func openSession(token: String, account: String, csrf: String, at now: Instant) throws(StoreError) {
    try run(
      "INSERT INTO sessions(digest, account, csrf, created_at, seen_at) VALUES(?, ?, ?, ?, ?)",
      [
        .text(Token.digest(token)), .text(account), .text(csrf), .integer(now.milliseconds),
        .integer(now.milliseconds),
      ])
  }

  public func session(token: String) throws(StoreError) -> SignedInSession? {
    try first(
      """
      SELECT a.name, a.role, a.area, a.password, a.disabled, s.csrf, s.created_at, s.seen_at
      FROM sessions s JOIN accounts a ON a.name = s.account WHERE s.digest = ? AND a.disabled = 0
      """, [.text(Token.digest(token))]
    ) { (row) throws(StoreError) in
      SignedInSession(
        account: try Self.account(row, 0), csrf: row.text(5), createdAt: Instant(milliseconds: row.integer(6)),
        seenAt: Instant(milliseconds: row.integer(7)))
    }
  }

  public func touchSession(token: String, at now: Instant) throws(StoreError) {
    try run(
      "UPDATE sessions SET seen_at = ? WHERE digest = ?", [.integer(now.milliseconds), .text(Token.digest(token))])
  }

  public func closeSession(token: String) throws(StoreError) {
    try run("DELETE FROM sessions WHERE digest = ?", [.text(Token.digest(token))])
  }

  /// Forgets sessions that nobody can use any more.
  public func dropSessions(createdBefore created: Instant, seenBefore seen: Instant) throws(StoreError) {
    try run(
      "DELETE FROM sessions WHERE created_at < ? OR seen_at < ?",
      [.integer(created.milliseconds), .integer(seen.milliseconds)])
  }

  // MARK: One-time links and API tokens

  public func addSignInLink(token: String, account: String, until: Instant) throws(StoreError) {
    try run(
      "INSERT INTO sign_in_links(digest, account, expires_at) VALUES(?, ?, ?)",
      [.text(Token.digest(token)), .text(account), .integer(until.milliseconds)])
  }

  /// The account a link signs in, once: the link is gone afterwards. Nil when unknown, used or too old.
  public func useSignInLink(token: String, at now: Instant) throws(StoreError) -> Account? {
    let digest = Token.digest(token)
    let name: String? = try first(
      "SELECT account FROM sign_in_links WHERE digest = ? AND expires_at > ?",
      [.text(digest), .integer(now.milliseconds)]) { $0.text(0) }
    guard let name else { return nil }
    try run("DELETE FROM sign_in_links WHERE digest = ?", [.text(digest)])
    guard let account = try account(name), !account.disabled else { return nil }
    return account
  }

  public func addAPIToken(
    _ token: String, label: String, role: Role, lifetime: (from: Instant, to: Instant?)
  ) throws(StoreError) {
    try run(
      "INSERT INTO api_tokens(digest, label, role, created_at, expires_at) VALUES(?, ?, ?, ?, ?)",
      [
        .text(Token.digest(token)), .text(label), .text(role.rawValue), .integer(lifetime.from.milliseconds),
        Value(lifetime.to?.milliseconds),
      ])
  }

  /// The label and role behind a token; nil when unknown or too old.
  public func apiToken(_ token: String, at now: Instant) throws(StoreError) -> (label: String, role: Role)? {
    try first(
      "SELECT label, role FROM api_tokens WHERE digest = ? AND (expires_at IS NULL OR expires_at > ?)",
      [.text(Token.digest(token)), .integer(now.milliseconds)]
    ) { (row) throws(StoreError) -> (label: String, role: Role) in
      guard let role = Role(rawValue: row.text(1)) else { throw .corrupt("a token without a role") }
      return (row.text(0), role)
    }
  }
}
