public import Catalog
public import Domain
public import Outbox
public import Secrets
public import Storage

/// The office at work: its store and clock, opened once by the front door and handed to whoever acts.
public struct Workplace: Sendable {
  let store: Store
  let passwords: Passwords
  let adapters: [AdapterFields]
  let attempts = AttemptLimiter()
  let audience = AudienceIndex()
  let clock: @Sendable () -> Instant

  /// - Parameter adapters: what channels can be set to; who knows the adapters says it.
  public init(
    store: Store, adapters: [AdapterFields] = [], passwords: Passwords = Passwords(),
    clock: @escaping @Sendable () -> Instant = { .systemNow }
  ) {
    self.store = store
    self.adapters = adapters
    self.passwords = passwords
    self.clock = clock
  }

  public func context(for principal: Principal) -> ActionContext {
    ActionContext(self, principal: principal)
  }

  public var now: Instant { clock() }

  /// What sends the office's messages while the daemon runs; `log` takes sentences that name no person, `programs` is
  /// the folder of executables that channels may run.
  public func outbox(programs: String? = nil, log: @escaping @Sendable (String) -> Void) -> OutboxService {
    OutboxService(store: store, desk: .serving(programs: programs, log: log), log: log)
  }

  /// Leaves the store's file whole by itself, without its log.
  public func close() async throws(ActionError) {
    do throws(StoreError) {
      try await store.checkpoint()
    } catch {
      throw ActionError(error)
    }
  }
}
