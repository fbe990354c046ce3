import Domain

/// What a transaction does to the numbers of messages in each state, gathered in memory and added to the store's totals
/// just before the commit: one row changed for a state, not one for a message.
///
/// Belongs to one transaction, which belongs to one actor.
final class MessageTally {
  private struct Pile: Hashable {
    var campaign: CampaignID
    var activity: ActivityID
    var state: Delivery.State
    var reason: SkipReason?
  }

  private var changes: [Pile: Int] = [:]

  func add(_ message: Message) { change(message, message.delivery.state, nil, by: 1) }

  func move(_ stored: StoredMessage, to state: Delivery.State, _ reason: SkipReason? = nil) {
    change(stored.message, stored.message.delivery.state, stored.reason, by: -1)
    change(stored.message, state, reason, by: 1)
  }

  private func change(_ message: Message, _ state: Delivery.State, _ reason: SkipReason?, by number: Int) {
    let pile = Pile(campaign: message.campaign, activity: message.activity, state: state, reason: reason)
    changes[pile, default: 0] += number
  }

  /// Brings the store's totals up to date.
  func settle(_ connection: any Connection) throws(StoreError) {
    for (pile, number) in changes where number != 0 {
      _ = try connection.run(
        """
        INSERT INTO message_totals(campaign, activity, state, reason, count) VALUES(?, ?, ?, ?, ?)
        ON CONFLICT(campaign, activity, state, reason) DO UPDATE SET count = count + excluded.count
        """,
        [
          .text(pile.campaign.text), .text(pile.activity.text), .text(pile.state.rawValue),
          .text(pile.reason?.rawValue ?? ""), Value(number),
        ])
    }
    changes.removeAll()
  }
}
