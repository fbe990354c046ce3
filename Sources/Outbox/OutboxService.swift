public import Channels
public import Domain
public import Storage
import Glibc
import Secrets
import Synchronization

/// Everything that runs while messages are sent: a dispatcher for each channel, the keeper of leases, the sweeper, and
/// the door for receipts and replies. The executable composes it; nothing above knows how it works.
public final class OutboxService: Sendable {
  private let store: Store
  private let clock: OutboxClock
  private let cache: RulesCache
  private let intake: Intake
  private let owner: OwnerRecord
  private let log: @Sendable (String) -> Void
  private let isStopping = Mutex(false)
  private let bell = Bell()

  /// `log` takes sentences that name no person.
  public init(
    store: Store, clock: OutboxClock = .system, desk: ChannelDesk = .standard,
    log: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.store = store
    self.clock = clock
    self.log = log
    cache = RulesCache(adapter: desk.adapter)
    intake = Intake(store: store, cache: cache)
    let pid = getpid()
    owner = OwnerRecord(
      id: Token.randomID(), pid: pid, processStarted: ProcessTable.started(pid) ?? "", heartbeat: clock.now())
  }

  /// Sends until the task is cancelled, then brings home what is under way (10 s at most) and returns.
  public func run() async {
    await withTaskCancellationHandler {
      // A task of its own: cancelling must not tear the answers from messages that have left.
      await Task { await self.work() }.value
    } onCancel: {
      isStopping.withLock { $0 = true }
      bell.ring()
    }
  }

  private func work() async {
    var dispatchers: [ChannelID: (dispatcher: Dispatcher, task: Task<Void, Never>)] = [:]
    var pollers: [ChannelID: Task<Void, Never>] = [:]
    var guardian = ClockGuard(now: clock.now(), uptime: clock.uptime())
    while !isStopping.withLock({ $0 }) {
      let jump = guardian.jump(now: clock.now(), uptime: clock.uptime())
      do throws(StoreError) {
        for channel in try await housekeeping(jump) where dispatchers[channel] == nil {
          let dispatcher = Dispatcher(channel: channel, owner: owner.id, store: store, clock: clock, cache: cache)
          dispatchers[channel] = (dispatcher, Task { await dispatcher.run() })
          let poller = Poller(channel, store: store, cache: cache, clock: clock, log: log)
          pollers[channel] = Task { await poller.run() }
        }
      } catch {
        log("Sending waits for the store: \(error)")
      }
      await bell.wait(1, clock: clock)
    }
    // What they have fetched and not stored, the provider tells again.
    for poller in pollers.values { poller.cancel() }
    for (dispatcher, _) in dispatchers.values { await dispatcher.stop() }
    for (_, task) in dispatchers.values { await task.value }
    await leave()
  }

  /// Once a second: says that we live, takes over from the dead, ends what is too late. The channels to serve.
  private func housekeeping(_ jump: Double?) async throws(StoreError) -> [ChannelID] {
    let now = clock.now()
    var owner = owner
    owner.heartbeat = now
    let (beating, recovery) = (owner, Recovery(cache: cache))
    if let jump { log("The clock jumped by \(Int(jump)) seconds; sending is paused until: outreach resume --all") }
    return try await store.write { [cache] (tx) throws(StoreError) in
      try tx.beat(beating)
      try recovery.run(tx, except: beating.id, at: now)
      for stored in try tx.expired(at: now, limit: 1000) { try tx.move(stored, .skip, at: now, reason: .expired) }
      try tx.forgetParked(before: now.adding(seconds: -86_400))
      let channels = try cache.rules(tx).channels.keys.sorted()
      if let jump {
        for channel in channels {
          try tx.pauseChannel(channel, reason: "clockJump", words: "\(Int(jump)) s", at: now)
        }
      }
      return channels
    }
  }

  /// A clean stop leaves nothing behind that a next start would have to ask about.
  private func leave() async {
    _ = try? await store.write { [owner] (tx) throws(StoreError) in
      if try tx.unfinished(of: owner.id).isEmpty { try tx.removeOwner(owner.id) }
    }
  }

  // MARK: - The door for providers

  /// Answers a provider's call to `/receipts/{channel}` or `/inbound/{channel}`. Says 2xx only after the commit, and
  /// 503 while the store cannot be written, so that the provider asks again.
  public func receive(_ request: CallbackRequest, channel: ChannelID) async -> CallbackAnswer {
    guard request.body.count <= 65_536 else { return CallbackAnswer(status: 413) }
    do throws(StoreError) {
      let configured = try await store.read { [cache] (tx) throws(StoreError) in
        try cache.rules(tx).channels[channel]
      }
      guard let parse = configured?.adapter.descriptor.parseCallback else { return CallbackAnswer(status: 404) }
      switch parse(request) {
      case .forged: return CallbackAnswer(status: 403)
      case .malformed(let why): return CallbackAnswer(status: 400, body: why)
      case .events(let events, let answer):
        return answer(events.isEmpty ? nil : try await intake.take(events, from: channel, at: request.now))
      }
    } catch {
      log("A provider's call could not be stored: \(error)")
      return CallbackAnswer(status: 503)
    }
  }
}

/// Notices when somebody sets the clock: schedules and quiet hours would be wrong by as much.
struct ClockGuard {
  /// Seconds that a clock may be corrected without anybody asking.
  static let tolerance = 300.0

  private var now: Instant
  private var uptime: Double

  init(now: Instant, uptime: Double) {
    self.now = now
    self.uptime = uptime
  }

  /// Seconds by which the wall's clock has moved against the machine's since the last look; nil when all is well.
  mutating func jump(now: Instant, uptime: Double) -> Double? {
    let difference = now.seconds(since: self.now) - (uptime - self.uptime)
    (self.now, self.uptime) = (now, uptime)
    return abs(difference) > Self.tolerance ? difference : nil
  }
}
