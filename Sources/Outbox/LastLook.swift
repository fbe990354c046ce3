import Domain
import Storage

/// The last look at a message, in the transaction that lets it leave: what has changed since launch binds it still.
struct LastLook {
  let rules: SendingRules
  let now: Instant

  /// Why the message must not leave any more; nil when it may.
  func objection(to due: DueMessage, _ tx: Transaction) throws(StoreError) -> SkipReason? {
    let (stored, message) = (due.stored, due.stored.message)
    if let end = message.notAfter, end <= now { return .expired }
    if due.isStopped { return .stopped }
    if !rules.mayReach(message.address, over: message.channel) { return .notTestRecipient }
    guard let campaign = rules.campaigns[message.campaign] else { return nil }
    for cap in campaign.caps {
      let since = now.adding(seconds: -86_400 * Double(cap.days))
      if try tx.contacts(sameAddressAs: stored.seq, since: since) >= cap.messages { return .contactCap }
    }
    guard let budget = campaign.budget, !message.delivery.everInDoubt else { return nil }
    // What an attempt in doubt has set aside is set aside already.
    return try tx.reserved(message.campaign) + stored.reserve > budget.minor ? .overBudget : nil
  }
}
