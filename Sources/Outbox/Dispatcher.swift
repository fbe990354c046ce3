import Channels
import Domain
import Storage

/// Sends one channel's messages. Its heart is ``Round``: everything is decided and committed there; the dispatcher only
/// lets started messages leave at their departures and collects what comes back for the next round.
actor Dispatcher {
  let channel: ChannelID
  private let owner: String
  private let store: Store
  private let clock: OutboxClock
  private let cache: RulesCache
  private let bell = Bell()

  private var pace = SendPace(rate: nil)
  private var watch = ErrorWatch()
  private var alarm: (reason: String, words: String)?
  private var adapter: (any ChannelAdapter)?
  private var connections = 1
  /// Given a departure that has not come yet, in their order.
  private var waiting: [Departure] = []
  private var isPacing = false
  private var underWay = 0
  private var arrivals: [Arrival] = []
  private var isStopping = false
  /// In a row; the provider cannot be reached.
  private var failedConnections = 0

  init(channel: ChannelID, owner: String, store: Store, clock: OutboxClock, cache: RulesCache) {
    self.channel = channel
    self.owner = owner
    self.store = store
    self.clock = clock
    self.cache = cache
  }

  /// Sends until ``stop()``; a store that cannot be written only makes it wait.
  func run() async {
    while !isStopping {
      let wait: Double
      do throws(StoreError) {
        wait = try await round()
      } catch {
        wait = 0.5
      }
      if isStopping { break }
      await bell.wait(wait, clock: clock)
    }
    await drain()
  }

  /// Lets nothing leave from now on; ``run()`` then brings home what is under way.
  func stop() {
    isStopping = true
    bell.ring()
  }

  /// One look at the store; the seconds until the next one is worth while.
  func round() async throws(StoreError) -> Double {
    if arrivals.isEmpty, alarm == nil, adapter != nil, try await nothingToDo() { return underWay > 0 ? 0.1 : 0.5 }
    // From here to the emptying nothing may suspend: what arrives meanwhile must be in one of the two.
    let taken = arrivals
    let raised = alarm
    let free = isStopping ? 0 : max(0, connections - underWay - waiting.count)
    let round = Round(
      channel: channel, owner: owner, arrivals: taken, free: free, pace: pace, now: clock.now(),
      uptime: clock.uptime(), alarm: raised, failedConnections: failedConnections)
    arrivals.removeAll(keepingCapacity: true)
    alarm = nil
    do throws(StoreError) {
      let outcome = try await store.write { [cache] (tx) throws(StoreError) in try round.run(tx, cache) }
      take(outcome)
      return outcome.wait
    } catch {
      arrivals = taken + arrivals
      alarm = raised ?? alarm
      throw error
    }
  }

  /// A look without a write, so that an idle daemon leaves the disk alone.
  private func nothingToDo() async throws(StoreError) -> Bool {
    let now = clock.now()
    return try await store.read { [channel, owner] (tx) throws(StoreError) in
      if try tx.claimedCount(by: owner, on: channel) > 0 { return false }
      guard let due = try tx.nextDue(channel), due <= now else { return true }
      if try tx.isHalted() { return true }
      return try tx.channelState(channel).pausedReason != nil
    }
  }

  private func take(_ outcome: Round.Outcome) {
    pace = outcome.pace
    adapter = outcome.rules.channels[channel]?.adapter
    connections = max(1, outcome.rules.channels[channel]?.channel.connections ?? 1)
    waiting += outcome.departures
    if !isPacing, !waiting.isEmpty { Task { await self.depart() } }
  }

  // MARK: - Departures

  private func depart() async {
    guard !isPacing else { return }
    isPacing = true
    defer { isPacing = false }
    var shift = 0.0
    while let next = waiting.first, !isStopping {
      let now = clock.uptime()
      let ahead = next.at + shift - now
      if ahead > 0.0005 {
        await clock.sleep(ahead)
        continue
      }
      if -ahead > SendPace.tolerance, pace.spacing > 0 {
        shift -= ahead
        pace.notBefore(now + pace.spacing * Double(waiting.count))
      }
      waiting.removeFirst()
      send(next.stored)
    }
  }

  private func send(_ stored: StoredMessage) {
    guard let adapter else { return come(stored.seq, .neverDeparted) }
    underWay += 1
    let request = SendRequest(stored.message)
    Task {
      let outcome = await adapter.send(request)
      self.finish(stored.seq, outcome, keyed: adapter.descriptor.keyed)
    }
  }

  private func finish(_ seq: Int64, _ outcome: SendOutcome, keyed: Bool) {
    underWay -= 1
    let now = clock.uptime()
    failedConnections = outcome.neverLeft ? failedConnections + 1 : 0
    if let reason = watch.note(outcome, keyed: keyed, at: now) {
      let words = outcome.words.map { "\($0.code) \($0.text)" } ?? ""
      alarm = (reason, words)
      watch.reset()
    }
    if outcome.kind == .throttled || outcome.kind == .channelDown { recall() }
    come(seq, .outcome(outcome))
  }

  /// Takes back what has a departure but has not left.
  private func recall() {
    for departure in waiting { come(departure.stored.seq, .neverDeparted) }
    waiting.removeAll()
  }

  private func come(_ seq: Int64, _ result: Arrival.Result) {
    arrivals.append(Arrival(seq: seq, result: result, jitter: Double.random(in: 0...1)))
    bell.ring()
  }

  // MARK: - The end

  /// How long a stop waits for answers, in seconds; what has none by then is for the next start to decide.
  static let patience = 9.0

  private func drain() async {
    recall()
    let end = clock.uptime() + Self.patience
    while clock.uptime() < end {
      _ = try? await round()
      if underWay == 0, arrivals.isEmpty { break }
      await bell.wait(0.05, clock: clock)
    }
    _ = try? await store.write { [channel, owner] (tx) throws(StoreError) in try tx.release(owner, on: channel) }
  }

  /// Waits until everything that left has come back; for tests that take one round at a time.
  func settled() async {
    while underWay > 0 || isPacing || !waiting.isEmpty { await bell.wait(0.01, clock: .system) }
  }
}
