public import Domain
import Secrets

/// A message as it is laid down at launch.
public struct NewMessage: Sendable {
  public var message: Message
  public var purpose: ConsentPurpose
  /// What it sets aside of the campaign's budget, in the budget's minor units.
  public var reserve: Int64

  public init(_ message: Message, purpose: ConsentPurpose, reserve: Int64) {
    self.message = message
    self.purpose = purpose
    self.reserve = reserve
  }
}

/// A message as the store keeps it, with the row's own number.
public struct StoredMessage: Sendable {
  public var seq: Int64
  public var message: Message
  public var purpose: ConsentPurpose
  public var reserve: Int64
  public var reason: SkipReason?
  public var startedAt: Instant?
  /// The daemon that is sending it; nil while none is.
  public var owner: String?
}

extension Transaction {
  /// Lays down a message; false when this campaign's activity already has one for the address.
  @discardableResult
  public func add(_ new: NewMessage, at now: Instant) throws(StoreError) -> Bool {
    let message = new.message
    let changed = try run(
      """
      INSERT INTO messages(
        id, campaign, activity, channel, citizen, address_index, address_sealed, address_kind, purpose, language, text,
        parts, price_minor, price_currency, reserve_minor, key, state, due, not_after, created_at)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned', ?, ?, ?)
      ON CONFLICT(campaign, activity, address_index) DO NOTHING
      """,
      [
        .text(message.id.text), .text(message.campaign.text), .text(message.activity.text), .text(message.channel.text),
        .text(message.citizen.text), .bytes(index(of: message.address)),
        .bytes(key.seal(message.address.value, context: Self.context(message.id))),
        .text(message.address.kind.rawValue), .text(new.purpose.rawValue), .text(message.language.rawValue),
        .text(message.text), Value(message.parts), Value(message.price?.minor),
        Value(message.price?.currency.rawValue), .integer(new.reserve), .text(message.key),
        .integer(message.notBefore.milliseconds), Value(message.notAfter?.milliseconds), .integer(now.milliseconds),
      ])
    if changed == 1 { tally.add(message) }
    return changed == 1
  }

  static func context(_ id: MessageID) -> String { "message/\(id)" }

  /// The store's own secret, on which idempotency keys depend.
  public func deliverySecret() throws(StoreError) -> String {
    guard let secret = try meta("deliverySecret") else { throw .corrupt("the delivery secret is missing") }
    return secret
  }

  /// Notes who was passed over at launch.
  public func leaveOut(
    _ citizen: CitizenID, _ reason: SkipReason, _ campaign: CampaignID, _ activity: ActivityID
  ) throws(StoreError) {
    try run(
      "INSERT OR REPLACE INTO left_out(campaign, activity, citizen, reason) VALUES(?, ?, ?, ?)",
      [.text(campaign.text), .text(activity.text), .text(citizen.text), .text(reason.rawValue)])
  }

  /// Messages of the campaign by activity and state.
  public func messageCounts(_ campaign: CampaignID) throws(StoreError) -> [MessageCount] {
    try all(
      """
      SELECT activity, state, sum(count) FROM message_totals WHERE campaign = ?
      GROUP BY activity, state HAVING sum(count) > 0 ORDER BY activity, state
      """, [.text(campaign.text)]
    ) { (row) throws(StoreError) in
      MessageCount(activity: ActivityID(row.text(0)), state: try Self.state(row.text(1)), count: row.int(2))
    }
  }

  static func state(_ text: String) throws(StoreError) -> Delivery.State {
    guard let state = Delivery.State(rawValue: text) else { throw .corrupt("a message is in an unknown state") }
    return state
  }

  /// How many messages were skipped after launch, by reason.
  public func skippedReasons(_ campaign: CampaignID) throws(StoreError) -> [String: Int] {
    let pairs = try all(
      """
      SELECT reason, sum(count) FROM message_totals WHERE campaign = ? AND state = 'skipped'
      GROUP BY reason HAVING sum(count) > 0
      """, [.text(campaign.text)]
    ) { ($0.text(0), $0.int(1)) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// How many people were passed over at launch, by reason; each activity counts by itself.
  public func leftOutReasons(_ campaign: CampaignID) throws(StoreError) -> [String: Int] {
    let pairs = try all(
      "SELECT reason, count(*) FROM left_out WHERE campaign = ? GROUP BY reason", [.text(campaign.text)]
    ) { ($0.text(0), $0.int(1)) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// The campaign's messages one by one, in the order they were laid down, with addresses.
  public func eachMessage(
    of campaign: CampaignID, _ body: (StoredMessage) throws(StoreError) -> Void
  ) throws(StoreError) {
    try rows(
      "SELECT \(Self.messageColumns) FROM messages WHERE campaign = ? ORDER BY seq", [.text(campaign.text)]
    ) { (row) throws(StoreError) in try body(try message(row)) }
  }

  /// One person's messages in a campaign, and why activities passed the person over.
  public func messages(
    to citizen: CitizenID, in campaign: CampaignID
  ) throws(StoreError) -> (messages: [StoredMessage], leftOut: [(ActivityID, String)]) {
    let messages = try all(
      "SELECT \(Self.messageColumns) FROM messages WHERE citizen = ? AND campaign = ? ORDER BY seq",
      [.text(citizen.text), .text(campaign.text)]
    ) { (row) throws(StoreError) in try message(row) }
    let leftOut = try all(
      "SELECT activity, reason FROM left_out WHERE citizen = ? AND campaign = ? ORDER BY activity",
      [.text(citizen.text), .text(campaign.text)]
    ) { (ActivityID($0.text(0)), $0.text(1)) }
    return (messages, leftOut)
  }

  public func message(_ id: MessageID) throws(StoreError) -> StoredMessage? {
    try first("SELECT \(Self.messageColumns) FROM messages WHERE id = ?", [.text(id.text)]) {
      (row) throws(StoreError) in try message(row)
    }
  }

  static let messageColumns = """
    seq, id, campaign, activity, channel, citizen, address_sealed, address_kind, purpose, language, text, parts, \
    price_minor, price_currency, reserve_minor, key, state, in_doubt, attempts, due, not_after, reason, started_at, owner
    """
  static let messageColumnCount = 24

  func message(_ row: any Row) throws(StoreError) -> StoredMessage {
    let id = MessageID(row.text(1))
    let address = Address(
      AddressKind(rawValue: row.text(7)) ?? .phone, try open(row.bytes(6), Self.context(id)))
    var message = Message(
      id: id, campaign: CampaignID(row.text(2)), activity: ActivityID(row.text(3)), channel: ChannelID(row.text(4)),
      to: (CitizenID(row.text(5)), address))
    message.language = Language(rawValue: row.text(9)) ?? .km
    message.text = row.text(10)
    message.parts = row.int(11)
    if let minor = row.integerOrNil(12), let currency = Currency(rawValue: row.text(13)) {
      message.price = Money(minor: minor, currency)
    }
    message.key = row.text(15)
    message.delivery = Delivery(state: try Self.state(row.text(16)), everInDoubt: row.bool(17))
    message.attempts = row.int(18)
    message.notBefore = Instant(milliseconds: row.integer(19))
    message.notAfter = row.integerOrNil(20).map { Instant(milliseconds: $0) }
    return StoredMessage(
      seq: row.integer(0), message: message, purpose: ConsentPurpose(rawValue: row.text(8)) ?? .sms,
      reserve: row.integer(14), reason: row.textOrNil(21).flatMap { SkipReason(rawValue: $0) },
      startedAt: row.integerOrNil(22).map { Instant(milliseconds: $0) }, owner: row.textOrNil(23))
  }
}

/// How many messages of an activity are in a state.
public struct MessageCount: Sendable, Equatable {
  public var activity: ActivityID
  public var state: Delivery.State
  public var count: Int
}

extension Transaction {
  /// Whether a message of ours was ever taken for the address.
  public func hasBeenReached(_ address: Address) throws(StoreError) -> Bool {
    try first(
      "SELECT 1 FROM messages WHERE address_index = ? AND state IN ('sent', 'delivered') LIMIT 1",
      [.bytes(index(of: address))]
    ) { _ in true } ?? false
  }

  /// How many messages have left, or wait, for the address since `then`, whatever campaign they belong to.
  public func contacts(to address: Address, since then: Instant) throws(StoreError) -> Int {
    try first(
      """
      SELECT count(*) FROM messages WHERE address_index = ?1 AND (
        state = 'planned'
        OR (started_at >= ?2 AND state IN ('sending', 'sent', 'delivered', 'undelivered', 'doubt')))
      """, [.bytes(index(of: address)), .integer(then.milliseconds)]
    ) { $0.int(0) } ?? 0
  }
}
