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
  private var pipeline = Pipeline()
  private var isPacing = false
  private var arrivals: [Arrival] = []
  private var isStopping = false
  private var willRing = false
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
    if arrivals.isEmpty, alarm == nil, adapter != nil, try await nothingToDo() {
      return pipeline.underWay > 0 ? 0.1 : 0.5
    }
    giveBack(pipeline.recallLate(at: clock.uptime()))
    // From here to the emptying nothing may suspend: what arrives meanwhile must be in one of the two.
    let taken = arrivals
    let raised = alarm
    let free = isStopping ? 0 : pipeline.free
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
    return try await store.read { [channel] (tx) throws(StoreError) in
      guard let due = try tx.nextDue(channel), due <= now else { return true }
      if try tx.isHalted() { return true }
      return try tx.channelState(channel).pausedReason != nil
    }
  }

  private func take(_ outcome: Round.Outcome) {
    pace = outcome.pace
    adapter = outcome.rules.channels[channel]?.adapter
    pipeline.isKeyed = adapter?.descriptor.keyed ?? false
    pipeline.connections = max(1, outcome.rules.channels[channel]?.channel.connections ?? 1)
    pipeline.append(outcome.departures)
    letGo()
  }

  // MARK: - Departures

  /// Lets everything leave whose moment has come and for which a connection is free.
  private func letGo() {
    guard !isPacing else { return }
    while let next = pipeline.next, !isStopping {
      let now = clock.uptime()
      guard next.at - now <= Self.soon else {
        isPacing = true
        Task { await self.pause(next.at - now) }
        return
      }
      leave(next, at: now)
    }
  }

  /// Closer than this is now, in seconds.
  private static let soon = 0.0005

  private func pause(_ seconds: Double) async {
    await clock.sleep(seconds)
    isPacing = false
    letGo()
  }

  private func leave(_ departure: Departure, at now: Double) {
    let late = now - departure.at
    if late > SendPace.tolerance, pace.spacing > 0 {
      // All that follow shift with it: catching up would be a burst.
      pipeline.shift(by: late)
      pace.notBefore(now + pace.spacing * Double(pipeline.waitingCount))
    }
    pipeline.leave(at: now)
    send(departure.stored)
  }

  private func send(_ stored: StoredMessage) {
    guard let adapter else {
      pipeline.comeBack()
      return come(stored, .neverDeparted)
    }
    let request = SendRequest(stored.message)
    Task {
      let outcome = await adapter.send(request)
      self.finish(stored, outcome, keyed: adapter.descriptor.keyed)
    }
  }

  private func finish(_ stored: StoredMessage, _ outcome: SendOutcome, keyed: Bool) {
    pipeline.comeBack()
    let now = clock.uptime()
    failedConnections = outcome.neverLeft ? failedConnections + 1 : 0
    if let reason = watch.note(outcome, keyed: keyed, at: now) {
      let words = outcome.words.map { "\($0.code) \($0.text)" } ?? ""
      alarm = (reason, words)
      watch.reset()
    }
    if outcome.kind == .throttled || outcome.kind == .channelDown { giveBack(pipeline.recall()) }
    come(stored, .outcome(outcome))
    letGo()
  }

  /// These were started but do not leave now.
  private func giveBack(_ departures: [Departure]) {
    for departure in departures { come(departure.stored, .neverDeparted) }
  }

  private func come(_ stored: StoredMessage, _ result: Arrival.Result) {
    arrivals.append(Arrival(stored: stored, result: result, jitter: Double.random(in: 0...1)))
    // Few commits for many answers: the next round waits a moment for company, unless the connections wait for it.
    if arrivals.count * 4 >= pipeline.capacity || pipeline.underWay == 0 { return bell.ring() }
    guard !willRing else { return }
    willRing = true
    Task {
      await clock.sleep(Self.company)
      self.ringNow()
    }
  }

  /// How long an answer waits for others, in seconds.
  private static let company = 0.002

  private func ringNow() {
    willRing = false
    bell.ring()
  }

  // MARK: - The end

  /// How long a stop waits for answers, in seconds; what has none by then is for the next start to decide.
  static let patience = 9.0

  private func drain() async {
    giveBack(pipeline.recall())
    let end = clock.uptime() + Self.patience
    while clock.uptime() < end {
      _ = try? await round()
      if pipeline.underWay == 0, arrivals.isEmpty { break }
      await bell.wait(0.05, clock: clock)
    }
  }

  /// Waits until everything that left has come back; for tests that take one round at a time.
  func settled() async {
    while pipeline.underWay > 0 || isPacing || pipeline.waitingCount > 0 { await bell.wait(0.01, clock: .system) }
  }
}
