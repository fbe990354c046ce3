public import Domain
import Storage

/// Sends an activity's doubtful messages once more: people may get them twice, so only a person's word does it.
///
/// The order names how many there are, so that nobody orders more than was read on the page, and it stands in the audit
/// trail. Whoever said STOP meanwhile gets nothing, and the message stays in doubt.
public enum ResendDoubts {
  public struct View: Sendable {
    public var campaign: Campaign
    public var activity: Activity
    public var count: Int
    public var parts: Int
    /// What it costs if all of it is paid twice; one amount for each currency.
    public var cost: [Money]
  }

  public static func preview(
    _ activity: ActivityID, of campaign: CampaignID, in context: ActionContext
  ) async throws(ActionError) -> View {
    try context.require(.launchCampaigns)
    return try await context.read { (tx) throws(StoreError) in
      guard let document = try tx.document(Campaign.self, campaign.text),
        let found = document.activities.first(where: { $0.id == activity && $0.kind.isMessage })
      else { throw .notFound("message “\(campaign).\(activity)”") }
      let doubts = try tx.doubts(campaign, activity)
      let prices = doubts.compactMap(\.message.price)
      return View(
        campaign: document, activity: found, count: doubts.count, parts: doubts.reduce(0) { $0 + $1.message.parts },
        cost: Currency.allCases.compactMap { currency in
          let own = prices.filter { $0.currency == currency }
          return own.isEmpty ? nil : own.reduce(.zero(currency), +)
        })
    }
  }

  /// Orders it for as many as there are; anything else is refused and nothing is sent.
  public static func run(
    _ activity: ActivityID, of campaign: CampaignID, count: Int, in context: ActionContext
  ) async throws(ActionError) {
    let view = try await preview(activity, of: campaign, in: context)
    let (who, now) = (context.principal.name, context.now)
    let refusal = try await context.write { (tx) throws(StoreError) -> String? in
      guard try tx.sendingState(campaign) != .cancelled else { return "Campaign \(campaign) was cancelled for good." }
      let doubts = try tx.doubts(campaign, activity)
      guard doubts.count == count, count > 0 else {
        return "There are \(doubts.count) messages in doubt now, not \(count). Look at them again, then order it."
      }
      let cost = doubts.reduce(0) { $0 + $1.reserve }
      if let budget = view.campaign.budget?.total, try tx.reserved(campaign) + cost > budget.minor {
        return "Sending \(count) messages once more would pass the budget of \(campaign), \(budget.text)."
      }
      for stored in doubts { _ = try tx.sendAgain(stored, at: now) }
      try tx.audit("resend", "campaign/\(campaign)", by: who, at: now, detail: "\(activity): \(count) in doubt")
      return nil
    }
    if let refusal { throw .refused(refusal) }
  }
}
