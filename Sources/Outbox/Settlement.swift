import Channels
import Domain
import Storage

/// What becomes of a message by what came of sending it; every case of the closed set has its consequence here.
struct Settlement {
  let round: Round
  let rules: SendingRules
  /// Receipts are waiting for messages of this channel.
  let hasParked: Bool

  private var now: Instant { round.now }
  private var keyed: Bool { rules.channels[round.channel]?.adapter.descriptor.keyed ?? false }

  func settle(_ arrival: Arrival, _ tx: Transaction) throws(StoreError) {
    let stored = arrival.stored
    let (event, due) = next(arrival)
    // Not ours any more: another daemon has taken the row for a dead one's and decided.
    guard try tx.move(stored, event, at: now, due: due) else { return }
    try tx.note(attempt(arrival.result), of: stored, at: now)
    switch event {
    case .refusedForGood: try settleRefusal(stored, tx)
    case .retryLater: try giveBack(stored, tx)
    case .answerUnknown: try unpark(stored, tx)
    default: break
    }
    if case .outcome(let outcome) = arrival.result { try heed(outcome, stored, due, tx) }
  }

  /// Where the message goes, and when it is due again.
  private func next(_ arrival: Arrival) -> (Delivery.Event, Instant?) {
    guard case .outcome(let outcome) = arrival.result else { return (.retryLater, now) }
    let attempts = arrival.stored.message.attempts
    let later = now.adding(seconds: BackOff.seconds(after: attempts, jitter: arrival.jitter))
    let isLast = attempts >= BackOff.mostAttempts
    switch outcome {
    case .accepted: return (.accepted, nil)
    case .rejectedAddress, .rejectedMessage, .optedOut: return (.refusedForGood, nil)
    case .channelDown: return (.retryLater, now)
    case .temporary where outcome.neverLeft:
      // The provider's absence is the channel's trouble: all wait, and no message is given up for it.
      let seconds = min(BackOff.seconds(after: round.failedConnections, jitter: arrival.jitter), 60)
      return (.retryLater, now.adding(seconds: seconds))
    case .temporary: return isLast ? (.refusedForGood, nil) : (.retryLater, later)
    case .throttled(let seconds, _):
      return (.retryLater, now.adding(seconds: max(seconds ?? 0, 0.5 + arrival.jitter / 2)))
    case .unknown: return keyed && !isLast ? (.resumeKeyed, later) : (.answerUnknown, nil)
    }
  }

  private func attempt(_ result: Arrival.Result) -> FinishedAttempt {
    guard case .outcome(let outcome) = result else { return FinishedAttempt("neverDeparted", burns: false) }
    return FinishedAttempt(
      outcome.kind.rawValue, code: outcome.words?.code, words: outcome.words?.text,
      burns: outcome.kind != .channelDown && outcome.kind != .throttled && !outcome.neverLeft)
  }

  /// What the outcome means beyond the message itself.
  private func heed(
    _ outcome: SendOutcome, _ stored: StoredMessage, _ due: Instant?, _ tx: Transaction
  ) throws(StoreError) {
    switch outcome {
    case .accepted(let references):
      try tx.setReferences(references, of: stored)
      if hasParked { for reference in references { try tx.unpark(round.channel, reference, at: now) } }
    case .optedOut: try tx.stop(stored.message.address, source: .provider, at: now)
    case .channelDown(let words):
      try tx.pauseChannel(round.channel, reason: "channelDown", words: "\(words.code) \(words.text)", at: now)
    case .throttled: try block(due, tx)
    case .temporary where outcome.neverLeft && round.failedConnections >= 3: try block(due, tx)
    case .temporary, .rejectedAddress, .rejectedMessage, .unknown: break
    }
  }

  private func settleRefusal(_ stored: StoredMessage, _ tx: Transaction) throws(StoreError) {
    try giveBack(stored, tx)
    try unpark(stored, tx)
  }

  private func unpark(_ stored: StoredMessage, _ tx: Transaction) throws(StoreError) {
    if hasParked { try tx.unpark(round.channel, stored.message.id.text, at: now) }
  }

  /// Doubt counts as spent.
  private func giveBack(_ stored: StoredMessage, _ tx: Transaction) throws(StoreError) {
    guard !stored.message.delivery.everInDoubt, stored.reserve > 0 else { return }
    try tx.unreserve(stored.message.campaign, stored.reserve)
  }

  private func block(_ until: Instant?, _ tx: Transaction) throws(StoreError) {
    guard let until else { return }
    var state = try tx.channelState(round.channel)
    state.blockedUntil = max(state.blockedUntil, until)
    try tx.setChannelPace(state)
  }
}
