import Domain
import Secrets
import Storage

/// A browser that has just proved who sits before it.
public struct SignedIn: Sendable {
  /// For the cookie; the store keeps only its digest.
  public let token: String
  public let name: String
}

/// Who a session belongs to.
public struct SessionOwner: Sendable {
  public let principal: Principal
  /// What every form of the session carries.
  public let formToken: String
}

/// Lets people in by password or by a one-time link, and knows them again by their session.
public enum SignIn {
  /// A session ends after so long without a request, and after so long in any case.
  static let idleSeconds = 30.0 * 60
  static let longestSeconds = 12.0 * 3600

  /// Wrong names and wrong passwords take the same time and get the same words.
  public static func withPassword(
    _ password: String, name: String, from peer: String, at workplace: Workplace
  ) async throws(ActionError) -> SignedIn {
    let limits = [(name: "account:\(name)", perMinute: 5), (name: "peer:\(peer)", perMinute: 20)]
    guard await workplace.attempts.admits(limits, at: workplace.now) else {
      throw .refused("Too many attempts. Wait a minute, then try again.")
    }
    let context = workplace.context(for: Principal(name: name, role: nil))
    let account = try await context.read { (tx) throws(StoreError) in try tx.account(name) }
    guard try await matches(password, account, workplace), let account, !account.disabled else {
      throw .field("password", "The name or the password is not right.")
    }
    return try await open(account, context)
  }

  private static func matches(
    _ password: String, _ account: Account?, _ workplace: Workplace
  ) async throws(ActionError) -> Bool {
    do {
      return try await workplace.passwords.verify(password, against: account?.password)
    } catch {
      throw .refused("Many people are signing in just now. Try again in a moment.")
    }
  }

  /// Each link lets in once.
  public static func withLink(_ token: String, at workplace: Workplace) async throws(ActionError) -> SignedIn {
    let context = workplace.context(for: Principal(name: "link", role: nil))
    let now = workplace.now
    let account = try await context.write { (tx) throws(StoreError) in try tx.useSignInLink(token: token, at: now) }
    guard let account else {
      throw .refused("This link was used before or is too old. Ask an administrator for a new one.")
    }
    return try await open(account, context)
  }

  private static func open(_ account: Account, _ context: ActionContext) async throws(ActionError) -> SignedIn {
    let token = Token.random()
    let csrf = Token.randomID()
    let now = context.now
    try await context.write { (tx) throws(StoreError) in
      try tx.dropSessions(
        createdBefore: now.adding(seconds: -longestSeconds), seenBefore: now.adding(seconds: -idleSeconds))
      try tx.openSession(token: token, account: account.name, csrf: csrf, at: now)
      try tx.audit("sign in", "account \(account.name)", by: account.name, at: now)
    }
    return SignedIn(token: token, name: account.name)
  }

  /// Whose session the cookie's token is; nil when it ended.
  public static func owner(ofSession token: String, at workplace: Workplace) async throws(ActionError) -> SessionOwner? {
    let context = workplace.context(for: Principal(name: "session", role: nil))
    let now = workplace.now
    let found = try await context.read { (tx) throws(StoreError) in try tx.session(token: token) }
    guard let found, now.seconds(since: found.seenAt) < idleSeconds,
      now.seconds(since: found.createdAt) < longestSeconds
    else { return nil }
    // Written down once a minute: a page must not cost a commit.
    if now.seconds(since: found.seenAt) > 60 {
      try await context.write { (tx) throws(StoreError) in try tx.touchSession(token: token, at: now) }
    }
    let account = found.account
    return SessionOwner(
      principal: Principal(name: account.name, role: account.role, area: account.area), formToken: found.csrf)
  }

  /// Who an API token stands for; nil when unknown or too old.
  public static func owner(ofToken token: String, at workplace: Workplace) async throws(ActionError) -> Principal? {
    let context = workplace.context(for: Principal(name: "token", role: nil))
    let now = workplace.now
    let found = try await context.read { (tx) throws(StoreError) -> Principal? in
      try tx.apiToken(token, at: now).map { Principal(name: "token:\($0.label)", role: $0.role) }
    }
    return found
  }

  public static func out(session token: String, at workplace: Workplace) async throws(ActionError) {
    let context = workplace.context(for: Principal(name: "session", role: nil))
    try await context.write { (tx) throws(StoreError) in try tx.closeSession(token: token) }
  }
}
