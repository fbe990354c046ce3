public import Domain

extension Transaction {
  /// Remembers by which ids of the provider receipts for a message will come.
  public func setReferences(_ references: [String], of stored: StoredMessage) throws(StoreError) {
    for reference in references where reference != stored.message.id.text {
      try run(
        """
        INSERT INTO message_references(channel, reference, message) VALUES(?, ?, ?)
        ON CONFLICT(channel, reference) DO NOTHING
        """, [.text(stored.message.channel.text), .text(reference), .integer(stored.seq)])
    }
  }

  /// Whether receipts came for messages of the channel before it was known that they had left.
  public func hasParked(_ channel: ChannelID) throws(StoreError) -> Bool {
    try first("SELECT 1 FROM parked_receipts WHERE channel = ? LIMIT 1", [.text(channel.text)]) { _ in true } ?? false
  }

  /// Takes a receipt home. Duplicates, disorder and late ones are harmless: a message only ever moves upward. One that
  /// nobody can place yet is parked.
  public func take(_ receipt: Receipt, at now: Instant) throws(StoreError) {
    guard let stored = try message(receipt.channel, receipt.reference) else {
      return try park(receipt, at: now)
    }
    // Its answer is not committed yet, or it waits to be asked again: the receipt's turn comes after that.
    if [.planned, .sending].contains(stored.message.delivery.state) { return try park(receipt, at: now) }
    try run(
      "INSERT INTO receipts(message, status, provider_at, received_at) VALUES(?, ?, ?, ?) ON CONFLICT DO NOTHING",
      [
        .integer(stored.seq), .text(receipt.status.rawValue), Value(receipt.at?.milliseconds),
        .integer(now.milliseconds),
      ])
    switch receipt.status {
    case .accepted: break
    case .delivered: try move(stored, .receiptDelivered, at: now)
    case .undelivered: try move(stored, .receiptUndelivered, at: now)
    }
  }

  private func message(_ channel: ChannelID, _ reference: String) throws(StoreError) -> StoredMessage? {
    try first(
      """
      SELECT \(Self.messageColumns) FROM messages WHERE channel = ?1 AND (
        seq = (SELECT message FROM message_references WHERE channel = ?1 AND reference = ?2)
        OR seq = (SELECT seq FROM messages WHERE id = ?2))
      """, [.text(channel.text), .text(reference)]
    ) { (row) throws(StoreError) in try message(row) }
  }

  private func park(_ receipt: Receipt, at now: Instant) throws(StoreError) {
    try run(
      """
      INSERT INTO parked_receipts(channel, reference, status, provider_at, received_at) VALUES(?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """,
      [
        .text(receipt.channel.text), .text(receipt.reference), .text(receipt.status.rawValue),
        Value(receipt.at?.milliseconds), .integer(now.milliseconds),
      ])
  }

  /// Applies what was parked under a reference; called once the message has left `sending`.
  public func unpark(_ channel: ChannelID, _ reference: String, at now: Instant) throws(StoreError) {
    let parked = try all(
      "SELECT status, provider_at FROM parked_receipts WHERE channel = ? AND reference = ?",
      [.text(channel.text), .text(reference)]
    ) { ($0.text(0), $0.integerOrNil(1)) }
    guard !parked.isEmpty else { return }
    try run(
      "DELETE FROM parked_receipts WHERE channel = ? AND reference = ?", [.text(channel.text), .text(reference)])
    for (status, at) in parked {
      guard let status = Receipt.Status(rawValue: status) else { continue }
      try take(
        Receipt(channel: channel, reference: reference, status: status, at: at.map { Instant(milliseconds: $0) }),
        at: now)
    }
  }

  /// Forgets parked receipts that nobody could place in time.
  public func forgetParked(before then: Instant) throws(StoreError) {
    try run("DELETE FROM parked_receipts WHERE received_at < ?", [.integer(then.milliseconds)])
  }
}
