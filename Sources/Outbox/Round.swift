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

  /// As it was when it was started.
  var stored: StoredMessage
  var result: Result
  /// 0…1, drawn when it came back.
  var jitter: Double
}

/// One transaction of a dispatcher: settles what came back, then starts what may leave. All of it is committed before the
/// first byte of a started message leaves; nothing here touches the network.
struct Round: Sendable {
  var channel: ChannelID
  var owner: String
  var arrivals: [Arrival]
  /// How many messages may be started.
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
    /// Due messages that were looked at.
    var handled = 0
    /// The rate lets nothing more leave now.
    var isPaced = false
  }

  func run(_ tx: Transaction, _ cache: RulesCache) throws(StoreError) -> Outcome {
    let rules = try cache.rules(tx)
    if !arrivals.isEmpty {
      let settlement = Settlement(round: self, rules: rules, hasParked: try tx.hasParked(channel))
      for arrival in arrivals { try settlement.settle(arrival, tx) }
    }
    if let alarm { try tx.pauseChannel(channel, reason: alarm.reason, words: alarm.words, at: now) }
    var outcome = Outcome(pace: pace, rules: rules, wait: 0.5)
    guard let configured = rules.channels[channel] else { return outcome }
    outcome.pace = SendPace(rate: configured.channel.rate, next: pace.next)
    let state = try tx.channelState(channel)
    guard try mayStart(tx, state) else {
      if state.blockedUntil > now { outcome.wait = min(0.5, state.blockedUntil.seconds(since: now)) }
      return outcome
    }
    try start(tx, state, &outcome)
    return outcome
  }

  /// False while the channel, or everything, is held back.
  private func mayStart(_ tx: Transaction, _ state: ChannelState) throws(StoreError) -> Bool {
    guard state.pausedReason == nil, state.blockedUntil <= now else { return false }
    return try !tx.isHalted()
  }

  private func start(_ tx: Transaction, _ state: ChannelState, _ outcome: inout Outcome) throws(StoreError) {
    guard free > 0 else {
      outcome.wait = 0.1
      return
    }
    // What was given out is kept in wall time, which is all that two lives of the daemon share.
    let ahead = min(state.nextAt.seconds(since: now), 255 * max(outcome.pace.spacing, 0.001))
    outcome.pace.notBefore(uptime + ahead)
    let given = outcome.pace.next
    try startDue(tx, &outcome)
    outcome.wait = try wait(tx, outcome)
    guard outcome.pace.next != given, outcome.pace.spacing > 0 else { return }
    var state = state
    state.nextAt = now.adding(seconds: outcome.pace.next - uptime + 0.001)
    try tx.setChannelPace(state)
  }

  /// Starts due messages of every running campaign in turn, so that a large one does not starve a small one.
  private func startDue(_ tx: Transaction, _ outcome: inout Outcome) throws(StoreError) {
    var room = min(free, outcome.pace.room(at: uptime))
    let campaigns = try tx.runningCampaigns().filter { outcome.rules.quietUntil($0, channel, at: now) == nil }
    for (index, campaign) in campaigns.enumerated() where room > 0 && !outcome.isPaced {
      let share = max(1, room / (campaigns.count - index))
      let before = outcome.departures.count
      for due in try tx.due(campaign, channel, at: now, limit: share) where !outcome.isPaced {
        outcome.handled += 1
        if let reason = try LastLook(rules: outcome.rules, now: now).objection(to: due, tx) {
          try tx.move(due.stored, .skip, at: now, reason: reason)
        } else {
          try depart(due.stored, tx, &outcome)
        }
      }
      room -= outcome.departures.count - before
    }
    outcome.isPaced = outcome.isPaced || (room == 0 && outcome.departures.count < free)
  }

  private func depart(_ stored: StoredMessage, _ tx: Transaction, _ outcome: inout Outcome) throws(StoreError) {
    var pace = outcome.pace
    guard let at = pace.take(parts: stored.message.parts, at: uptime) else {
      outcome.isPaced = true
      return
    }
    guard let started = try tx.start(stored, owner: owner, at: now.adding(seconds: at - uptime)) else { return }
    outcome.pace = pace
    outcome.departures.append(Departure(stored: started, at: at))
  }

  /// At once when the round was full, at the next departure or due time otherwise, at most half a second.
  private func wait(_ tx: Transaction, _ outcome: Outcome) throws(StoreError) -> Double {
    let busy = !outcome.departures.isEmpty || free == 0
    let patience = busy ? 0.1 : 0.5
    if outcome.departures.count == free { return patience }
    if outcome.isPaced { return min(patience, max(0.001, outcome.pace.next - uptime - SendPace.horizon / 2)) }
    guard let due = try tx.nextDue(channel) else { return patience }
    if due > now { return min(patience, due.seconds(since: now)) }
    // Due and not taken: quiet hours are in the way, or a campaign had no room in this round.
    return outcome.handled > 0 ? 0 : patience
  }
}
