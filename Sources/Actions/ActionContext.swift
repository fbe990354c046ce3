import Catalog
public import Domain
public import Storage

/// Who asks for something to be done: an account, a token, or the person at the command line.
public struct Principal: Sendable, Equatable {
  /// For the audit trail: "dara", "token:reports", "cli:root".
  public var name: String
  /// Nil for the command line, whose user owns the store's files and may do everything.
  public var role: Role?
  /// The place the account is confined to; nil: everywhere.
  public var area: Place.Code?

  public init(name: String, role: Role?, area: Place.Code? = nil) {
    self.name = name
    self.role = role
    self.area = area
  }

  public func may(_ permission: Permission) -> Bool { role.map { $0.may(permission) } ?? true }
}

/// What every action works with: the store, who asks, and the clock.
public struct ActionContext: Sendable {
  public let principal: Principal
  private let workplace: Workplace

  init(_ workplace: Workplace, principal: Principal) {
    self.workplace = workplace
    self.principal = principal
  }

  public var store: Store { workplace.store }
  public var now: Instant { workplace.clock() }
  var audience: AudienceIndex { workplace.audience }
  /// What the adapters of this installation can be set to.
  var adapters: [AdapterFields] { workplace.adapters }

  /// Throws ``ActionError/notAllowed(_:)`` unless the principal has the right.
  public func require(_ permission: Permission) throws(ActionError) {
    guard principal.may(permission) else { throw .notAllowed(permission) }
  }

  /// Today on the office's wall.
  public func today(_ office: Office) -> LocalDate { now.local(at: office.offset(at: now)).date }

  public func read<T: Sendable>(
    _ body: @Sendable (Transaction) throws(StoreError) -> T
  ) async throws(ActionError) -> T {
    do throws(StoreError) {
      return try await store.read(body)
    } catch {
      throw ActionError(error)
    }
  }

  /// With `rollingBack` the body sees its own changes and nobody else ever will.
  public func write<T: Sendable>(
    rollingBack: Bool = false, _ body: @Sendable (Transaction) throws(StoreError) -> T
  ) async throws(ActionError) -> T {
    do throws(StoreError) {
      return try await rollingBack ? store.rehearse(body) : store.write(body)
    } catch {
      throw ActionError(error)
    }
  }
}
