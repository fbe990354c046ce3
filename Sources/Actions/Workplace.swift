public import Domain
public import Secrets
public import Storage

/// The office at work: its store and clock, opened once by the front door and handed to whoever acts.
public struct Workplace: Sendable {
  let store: Store
  let passwords: Passwords
  let attempts: AttemptLimiter
  let clock: @Sendable () -> Instant

  public init(
    store: Store, passwords: Passwords = Passwords(), clock: @escaping @Sendable () -> Instant = { .systemNow }
  ) {
    self.store = store
    self.passwords = passwords
    self.clock = clock
    attempts = AttemptLimiter()
  }

  public func context(for principal: Principal) -> ActionContext {
    ActionContext(store: store, principal: principal, clock: clock)
  }

  public var now: Instant { clock() }
}
