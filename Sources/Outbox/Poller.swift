import Channels
import Domain
import Storage

/// Fetches what a provider keeps for us, where there is no public address that it could call.
actor Poller {
  private let channel: ChannelID
  private let store: Store
  private let cache: RulesCache
  private let intake: Intake
  private let clock: OutboxClock
  private let log: @Sendable (String) -> Void
  /// Lives in memory only: what was not yet forgotten is told again after a start, and known by its fingerprint.
  private var cursor: String?
  private var complaint: String?

  init(
    _ channel: ChannelID, store: Store, cache: RulesCache, clock: OutboxClock, log: @escaping @Sendable (String) -> Void
  ) {
    self.channel = channel
    self.store = store
    self.cache = cache
    self.clock = clock
    self.log = log
    intake = Intake(store: store, cache: cache)
  }

  /// Asks until the task is cancelled.
  func run() async {
    while !Task.isCancelled { await clock.sleep(await turn()) }
  }

  /// Asks once and stores what came; the seconds to wait until the next time.
  func turn() async -> Double {
    guard let poll = await question() else { return 10 }
    switch await poll(cursor) {
    case .failed(let words):
      let text = "\(words.code) \(words.text)"
      if text != complaint { log("Channel \(channel) could not be asked for replies: \(text)") }
      complaint = text
      return 30
    case .events(let events, let next):
      complaint = nil
      guard !Task.isCancelled, await isStored(events) else { return 2 }
      cursor = next
      return events.isEmpty ? 1 : 0
    }
  }

  /// Nil for a channel that calls us, or has nothing to tell.
  private func question() async -> (@Sendable (String?) async -> PollReading)? {
    let rules = try? await store.read { [cache] (tx) throws(StoreError) in try cache.rules(tx) }
    return rules?.channels[channel]?.adapter.descriptor.poll
  }

  private func isStored(_ events: [CallbackEvent]) async -> Bool {
    if events.isEmpty { return true }
    return (try? await intake.take(events, from: channel, at: clock.now())) != nil
  }
}
