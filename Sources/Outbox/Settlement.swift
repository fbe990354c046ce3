import Channels
import Domain
import Storage

/// What becomes of a message by what came of sending it; every case of the closed set has its consequence here.
struct Settlement {
  let round: Round
  let rules: SendingRules

  private var now: Instant { round.now }
  private var keyed: Bool { rules.channels[round.channel]?.adapter.descriptor.keyed ?? false }

  func settle(_ arrival: Arrival, _ tx: Transaction) throws(StoreError) {
    // Not ours any more: another daemon has taken the row for a dead one's and decided.
    guard let stored = try tx.sending(arrival.seq, owner: round.owner) else { return }
    switch arrival.result {
    case .neverDeparted:
      try tx.finishAttempt(stored.seq, outcome: "neverDeparted", code: nil, words: nil, burns: false, at: now)
      try again(stored, at: now, tx)
    case .outcome(let outcome):
      let burns = outcome.kind != .channelDown && outcome.kind != .throttled && !outcome.neverLeft
      try tx.finishAttempt(
        stored.seq, outcome: outcome.kind.rawValue, code: outcome.words?.code, words: outcome.words?.text,
        burns: burns, at: now)
      try settle(stored, outcome, arrival.jitter, tx)
    }
  }

  private func settle(
    _ stored: StoredMessage, _ outcome: SendOutcome, _ jitter: Double, _ tx: Transaction
  ) throws(StoreError) {
    let later = now.adding(seconds: BackOff.seconds(after: stored.message.attempts, jitter: jitter))
    let isLast = stored.message.attempts >= BackOff.mostAttempts
    switch outcome {
    case .accepted(let references):
      try tx.move(stored, .accepted, at: now)
      try tx.setReferences(references, of: stored, at: now)
    case .rejectedAddress, .rejectedMessage:
      try refuse(stored, tx)
    case .optedOut:
      try refuse(stored, tx)
      try tx.stop(stored.message.address, source: .provider, at: now)
    case .channelDown(let words):
      try again(stored, at: now, tx)
      try tx.pauseChannel(round.channel, reason: "channelDown", words: "\(words.code) \(words.text)", at: now)
    case .temporary where outcome.neverLeft:
      // The provider's absence is the channel's trouble: all wait, and no message is given up for it.
      let until = now.adding(seconds: min(BackOff.seconds(after: round.failedConnections, jitter: jitter), 60))
      try again(stored, at: until, tx)
      if round.failedConnections >= 3 { try block(until, tx) }
    case .temporary:
      if isLast { try refuse(stored, tx) } else { try again(stored, at: later, tx) }
    case .throttled(let seconds, _):
      let until = now.adding(seconds: max(seconds ?? 0, 0.5 + jitter / 2))
      try again(stored, at: until, tx)
      try block(until, tx)
    case .unknown:
      if keyed, !isLast {
        try tx.move(stored, .resumeKeyed, at: now, due: later)
      } else {
        try tx.move(stored, .answerUnknown, at: now)
        try tx.unpark(round.channel, stored.message.id.text, at: now)
      }
    }
  }

  private func refuse(_ stored: StoredMessage, _ tx: Transaction) throws(StoreError) {
    try tx.move(stored, .refusedForGood, at: now)
    try giveBack(stored, tx)
    try tx.unpark(round.channel, stored.message.id.text, at: now)
  }

  private func again(_ stored: StoredMessage, at due: Instant, _ tx: Transaction) throws(StoreError) {
    try tx.move(stored, .retryLater, at: now, due: due)
    try giveBack(stored, tx)
  }

  /// Doubt counts as spent.
  private func giveBack(_ stored: StoredMessage, _ tx: Transaction) throws(StoreError) {
    guard !stored.message.delivery.everInDoubt, stored.reserve > 0 else { return }
    try tx.unreserve(stored.message.campaign, stored.reserve)
  }

  private func block(_ until: Instant, _ tx: Transaction) throws(StoreError) {
    var state = try tx.channelState(round.channel)
    state.blockedUntil = max(state.blockedUntil, until)
    try tx.setChannelPace(state)
  }
}
