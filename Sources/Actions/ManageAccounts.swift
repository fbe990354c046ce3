public import Domain
import Secrets
import Storage

/// An account as lists show it.
public struct AccountLine: Sendable, Codable {
  public var name: String
  public var role: Role
  public var area: Place.Code?
  public var disabled: Bool
  public var hasPassword: Bool
}

/// Makes accounts, tokens and one-time links.
public enum ManageAccounts {
  /// How long a one-time link waits to be used.
  static let linkSeconds = 24.0 * 3600

  /// Makes an account without a password and gives the token of the link that signs it in once.
  public static func add(
    _ name: String, role: Role, area: Place.Code?, in context: ActionContext
  ) async throws(ActionError) -> String {
    try context.require(.manageAccounts)
    guard Identifier<Account>(name).isDocumentID else {
      throw .field("name", "A name has lower-case letters, digits and hyphens, such as “chan-sophea”; not “\(name)”.")
    }
    let token = Token.random()
    let now = context.now
    let made = try await context.write { (tx) throws(StoreError) -> Bool in
      if let area, try tx.places(under: [area], level: area.level).isEmpty { throw .notFound("place \(area)") }
      guard try tx.create(Account(name: name, role: role, area: area), at: now) else { return false }
      try tx.addSignInLink(token: token, account: name, until: now.adding(seconds: linkSeconds))
      try tx.audit("add account", "account \(name)", by: context.principal.name, at: now, detail: role.rawValue)
      return true
    }
    guard made else { throw .refused("There is already an account “\(name)”. Choose another name.") }
    return token
  }

  /// The token of a further one-time link for an account.
  public static func link(_ name: String, in context: ActionContext) async throws(ActionError) -> String {
    try context.require(.manageAccounts)
    let token = Token.random()
    let now = context.now
    let found = try await context.write { (tx) throws(StoreError) -> Bool in
      guard let account = try tx.account(name), !account.disabled else { return false }
      try tx.addSignInLink(token: token, account: name, until: now.adding(seconds: linkSeconds))
      try tx.audit("sign-in link", "account \(name)", by: context.principal.name, at: now)
      return true
    }
    guard found else { throw .notFound("account “\(name)” that is in use") }
    return token
  }

  public static func list(in context: ActionContext) async throws(ActionError) -> [AccountLine] {
    try context.require(.manageAccounts)
    return try await context.read { (tx) throws(StoreError) in
      try tx.accounts().map {
        AccountLine(
          name: $0.name, role: $0.role, area: $0.area, disabled: $0.disabled, hasPassword: $0.password != nil)
      }
    }
  }

  /// Ends the account's sessions at once.
  public static func disable(_ name: String, in context: ActionContext) async throws(ActionError) {
    try context.require(.manageAccounts)
    let now = context.now
    let found = try await context.write { (tx) throws(StoreError) -> Bool in
      guard try tx.disable(name) else { return false }
      try tx.audit("disable account", "account \(name)", by: context.principal.name, at: now)
      return true
    }
    guard found else { throw .notFound("account “\(name)”") }
  }

  /// A token for programs; shown once. It ends at midnight before `expires`, a day after today.
  public static func createToken(
    role: Role, expires: LocalDate?, in context: ActionContext
  ) async throws(ActionError) -> String {
    try context.require(.manageAccounts)
    let token = Token.random()
    let label = String(Token.randomID().prefix(6))
    let now = context.now
    if let expires {
      let office = try await context.read { (tx) throws(StoreError) in try tx.office() }
      guard expires > context.today(office) else {
        throw .field("expires", "\(expires) is not after today, so that the token would never work. Choose a later day.")
      }
    }
    try await context.write { (tx) throws(StoreError) in
      let office = try tx.office()
      let end = expires.map { office.instant(of: LocalDateTime(date: $0, time: TimeOfDay(minutes: 0))) }
      try tx.addAPIToken(token, label: label, role: role, lifetime: (now, end))
      try tx.audit("create token", "token \(label)", by: context.principal.name, at: now, detail: role.rawValue)
    }
    return token
  }

  /// The shortest password that is taken.
  public static let shortestPassword = 12

  /// Sets one's own password.
  public static func setPassword(
    _ password: String, of name: String, at workplace: Workplace
  ) async throws(ActionError) {
    guard password.count >= shortestPassword else {
      throw .field("password", "Enter a password of at least \(shortestPassword) characters.")
    }
    guard !password.lowercased().contains(name.lowercased()) else {
      throw .field("password", "Enter a password that does not hold your name.")
    }
    let hash: String
    do {
      hash = try await workplace.passwords.hash(password)
    } catch {
      throw .refused("\(error)")
    }
    let context = workplace.context(for: Principal(name: name, role: nil))
    let now = workplace.now
    try await context.write { (tx) throws(StoreError) in
      try tx.setPassword(hash, of: name)
      try tx.audit("set password", "account \(name)", by: name, at: now)
    }
  }
}
