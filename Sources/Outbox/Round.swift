import Channels
import Domain
import Storage

/// One message given to its departure.
struct Departure: Sendable {
  var stored: StoredMessage
  /// Seconds of the machine's clock.
  var at: Double
}

/// One message that came back.
struct Arrival: Sendable {
  enum Result: Sendable {
    case outcome(SendOutcome)
    /// It was started, but the daemon stopped before its turn came: not a byte left.
    case neverDeparted
  }

  var seq: Int64
  var result: Result
  /// 0…1, drawn when it came back.
  var jitter: Double
}

/// One transaction of a dispatcher: settles what came back, then claims and starts what may leave. All of it is
/// committed before the first byte of a started message leaves; nothing here touches the network.
struct Round: Sendable {
  var channel: ChannelID
  var owner: String
  var arrivals: [Arrival]
  /// Connections that are free.
  var free: Int
  var pace: SendPace
  var now: Instant
  var uptime: Double
  /// Why the dispatcher itself wants the channel paused, with the provider's words.
  var alarm: (reason: String, words: String)?
  /// How often in a row the provider could not be reached.
  var failedConnections = 0

  struct Outcome: Sendable {
    var departures: [Departure] = []
    var pace: SendPace
    var rules: SendingRules
    /// Seconds until the next look is worth while.
    var wait: Double
    /// Claims that were looked at.
    var handled = 0
  }

  static let lease = 30.0

  func run(_ tx: Transaction, _ cache: RulesCache) throws(StoreError) -> Outcome {
    let rules = try cache.rules(tx)
    for arrival in arrivals { try Settlement(round: self, rules: rules).settle(arrival, tx) }
    if let alarm { try tx.pauseChannel(channel, reason: alarm.reason, words: alarm.words, at: now) }
    var outcome = Outcome(pace: pace, rules: rules, wait: 0.5)
    guard let configured = rules.channels[channel] else { return outcome }
    outcome.pace = SendPace(rate: configured.channel.rate, next: pace.next)
    let state = try tx.channelState(channel)
    guard try mayStart(tx, state) else {
      try tx.release(owner, on: channel)
      if state.blockedUntil > now { outcome.wait = min(0.5, state.blockedUntil.seconds(since: now)) }
      return outcome
    }
    try start(tx, rules, &outcome)
    return outcome
  }

  /// False while the channel, or everything, is held back.
  private func mayStart(_ tx: Transaction, _ state: ChannelState) throws(StoreError) -> Bool {
    guard state.pausedReason == nil, state.blockedUntil <= now else { return false }
    return try !tx.isHalted()
  }

  private func start(_ tx: Transaction, _ rules: SendingRules, _ outcome: inout Outcome) throws(StoreError) {
    guard free > 0 else {
      outcome.wait = 0.1
      return
    }
    var state = try tx.channelState(channel)
    // What was given out is kept in wall time, which is all that two lives of the daemon share.
    let ahead = min(state.nextAt.seconds(since: now), 255 * max(outcome.pace.spacing, 0.001))
    outcome.pace.notBefore(uptime + ahead)
    let given = outcome.pace.next
    try claim(tx, rules)
    for stored in try tx.claimed(by: owner, on: channel, limit: free) {
      outcome.handled += 1
      if let reason = try LastLook(rules: rules, now: now).objection(to: stored, tx) {
        try tx.move(stored, .skip, at: now, reason: reason)
        continue
      }
      let departed = try depart(stored, tx, &outcome)
      if !departed { break }
    }
    outcome.wait = try wait(tx, outcome)
    guard outcome.pace.next != given, outcome.pace.spacing > 0 else { return }
    state.nextAt = now.adding(seconds: outcome.pace.next - uptime + 0.001)
    try tx.setChannelPace(state)
  }

  private func depart(
    _ stored: StoredMessage, _ tx: Transaction, _ outcome: inout Outcome
  ) throws(StoreError) -> Bool {
    var pace = outcome.pace
    guard let at = pace.take(parts: stored.message.parts, at: uptime) else { return false }
    guard try tx.start(stored, owner: owner, at: now.adding(seconds: at - uptime)) else { return true }
    outcome.pace = pace
    outcome.departures.append(Departure(stored: stored, at: at))
    return true
  }

  /// Takes due messages of every running campaign in turn, so that a large one does not starve a small one.
  private func claim(_ tx: Transaction, _ rules: SendingRules) throws(StoreError) {
    let held = try tx.claimedCount(by: owner, on: channel)
    var room = free - held
    let campaigns = try tx.runningCampaigns().filter { rules.quietUntil($0, channel, at: now) == nil }
    for (index, campaign) in campaigns.enumerated() where room > 0 {
      let share = max(1, room / (campaigns.count - index))
      room -= try tx.claim(
        campaign, channel, owner: owner, until: now.adding(seconds: Self.lease), at: now, limit: share)
    }
  }

  /// At once when the round was full, at the next departure or due time otherwise, at most half a second.
  private func wait(_ tx: Transaction, _ outcome: Outcome) throws(StoreError) -> Double {
    let busy = !outcome.departures.isEmpty || free == 0
    let patience = busy ? 0.1 : 0.5
    if outcome.departures.count == free { return patience }
    if try tx.claimedCount(by: owner, on: channel) > 0 {
      return min(patience, max(0.001, outcome.pace.next - uptime - SendPace.horizon / 2))
    }
    guard let due = try tx.nextDue(channel) else { return patience }
    if due > now { return min(patience, due.seconds(since: now)) }
    // Due and not taken: other claims were in the way, or quiet hours are.
    return outcome.handled > 0 ? 0 : patience
  }
}
