/// Where a message is on its way. The states are closed; ``after(_:)`` is the only way from one to another and
/// `docs/delivery-states.md` is its drawing.
public struct Delivery: Hashable, Sendable {
  public enum State: String, Sendable, Codable, CaseIterable {
    /// Waiting, or to be tried again.
    case planned
    /// Committed before the first byte leaves; what happened is not known until an answer is.
    case sending
    case sent, delivered, undelivered, failed, doubt, skipped

    public var isFinal: Bool { self == .delivered || self == .failed || self == .skipped }
  }

  public enum Event: String, Sendable, CaseIterable {
    /// A dispatcher commits to sending.
    case start
    case accepted, refusedForGood, retryLater, answerUnknown
    /// A keyed channel is asked again with the same key.
    case resumeKeyed
    case receiptDelivered, receiptUndelivered
    /// STOP, expiry, cancellation, budget.
    case skip
    /// A person's explicit word, audited.
    case orderedResend
  }

  public private(set) var state: State
  /// Some attempt may have arrived: from then on the message never ends as failed or skipped.
  public private(set) var everInDoubt: Bool

  public init(state: State = .planned, everInDoubt: Bool = false) {
    self.state = state
    self.everInDoubt = everInDoubt
  }

  /// The delivery after an event, or nil when the event cannot happen in this state (a late or repeated receipt, say).
  public func after(_ event: Event) -> Delivery? {
    switch (state, event) {
    case (.planned, .start): to(.sending)
    case (.planned, .skip): everInDoubt ? to(.doubt) : to(.skipped)
    case (.sending, .accepted): to(.sent)
    case (.sending, .refusedForGood): everInDoubt ? to(.doubt) : to(.failed)
    case (.sending, .retryLater): to(.planned)
    case (.sending, .answerUnknown): inDoubt(.doubt)
    case (.sending, .resumeKeyed), (.doubt, .resumeKeyed): inDoubt(.planned)
    case (.sent, .receiptDelivered), (.doubt, .receiptDelivered), (.undelivered, .receiptDelivered): to(.delivered)
    case (.sent, .receiptUndelivered), (.doubt, .receiptUndelivered): to(.undelivered)
    case (.doubt, .orderedResend): inDoubt(.planned)
    default: nil
    }
  }

  private func to(_ state: State) -> Delivery { Delivery(state: state, everInDoubt: everInDoubt) }
  private func inDoubt(_ state: State) -> Delivery { Delivery(state: state, everInDoubt: true) }
}

/// What a provider told later about a message.
public struct Receipt: Hashable, Sendable {
  public enum Status: String, Sendable, Codable, CaseIterable {
    case accepted, delivered, undelivered
  }

  public var channel: ChannelID
  /// The provider's id, or ours where it travels in the callback's address.
  public var reference: String
  public var status: Status
  public var at: Instant?

  public init(channel: ChannelID, reference: String, status: Status, at: Instant? = nil) {
    self.channel = channel
    self.reference = reference
    self.status = status
    self.at = at
  }
}
