public import Domain
import Secrets

/// What a person's reply asks for.
public enum ReplyMeaning: String, Sendable, CaseIterable {
  case stop, start, other
}

extension Transaction {
  /// Takes a reply home; false when this very callback was taken before. STOP binds every campaign and channel of
  /// everybody at the address; START opens the address again for the purpose it was asked for.
  public func take(
    _ meaning: ReplyMeaning, text: String, fingerprint: String?, from address: Address, on channel: ChannelID,
    at now: Instant
  ) throws(StoreError) -> Bool {
    let indexed = index(of: address)
    let isNew = try run(
      """
      INSERT INTO replies(channel, fingerprint, address_index, meaning, text_sealed, received_at)
      VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT(channel, fingerprint) DO NOTHING
      """,
      [
        .text(channel.text), Value(fingerprint), .bytes(indexed), .text(meaning.rawValue),
        .bytes(key.seal(text, context: "reply/\(channel)")), .integer(now.milliseconds),
      ])
    guard isNew == 1 else { return false }
    switch meaning {
    case .stop: try stop(address, source: .reply, at: now)
    case .start: try welcomeBack(address, at: now)
    case .other: break
    }
    return true
  }

  /// Ends everything to an address and to everybody who has it. Waiting messages are skipped at once.
  public func stop(_ address: Address, source: ConsentEntry.Source, at now: Instant) throws(StoreError) {
    try suppress(index(of: address), source: source, at: now)
    let people = try citizens(at: address)
    for citizen in people {
      try append(
        ConsentEntry(citizen: citizen, purpose: nil, given: false, source: source, at: now), citizen: citizen)
    }
    let waiting = try all(
      "SELECT \(Self.messageColumns) FROM messages WHERE address_index = ? AND state = 'planned'",
      [.bytes(index(of: address))]
    ) { (row) throws(StoreError) in try message(row) }
    for stored in waiting { try move(stored, .skip, at: now, reason: .stopped) }
  }

  private func welcomeBack(_ address: Address, at now: Instant) throws(StoreError) {
    try unsuppress(index(of: address))
    let purpose = ConsentPurpose.needed(for: address.kind)
    for citizen in try citizens(at: address) {
      try append(
        ConsentEntry(citizen: citizen, purpose: purpose, given: true, source: .reply, at: now), citizen: citizen)
    }
  }
}

extension Transaction {
  /// The language of the latest message to an address; nil when it never had one.
  public func latestLanguage(to address: Address) throws(StoreError) -> Language? {
    try first(
      "SELECT language FROM messages WHERE address_index = ? ORDER BY started_at DESC LIMIT 1",
      [.bytes(index(of: address))]
    ) { $0.text(0) }.flatMap { Language(rawValue: $0) }
  }
}
