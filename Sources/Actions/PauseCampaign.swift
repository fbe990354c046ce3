public import Domain
import Storage

/// Holds a campaign's messages back; what is under way comes home.
public enum PauseCampaign {
  public static func run(_ campaign: CampaignID, in context: ActionContext) async throws(ActionError) {
    try context.require(.launchCampaigns)
    try await Switch(campaign, context).set(.paused)
  }
}

/// Lets a campaign's messages leave again, and lifts what paused its channels.
public enum ResumeCampaign {
  public static func run(_ campaign: CampaignID, in context: ActionContext) async throws(ActionError) {
    try context.require(.launchCampaigns)
    try await Switch(campaign, context).set(.running)
  }
}

/// Ends a campaign's sending for good.
public enum CancelCampaign {
  /// The number of messages that people will not get.
  @discardableResult
  public static func run(_ campaign: CampaignID, in context: ActionContext) async throws(ActionError) -> Int {
    try context.require(.launchCampaigns)
    return try await Switch(campaign, context).cancel()
  }
}

/// Turns a launched campaign's sending on and off, with a line in the audit trail.
private struct Switch {
  let campaign: CampaignID
  let context: ActionContext

  init(_ campaign: CampaignID, _ context: ActionContext) {
    self.campaign = campaign
    self.context = context
  }

  func set(_ state: SendingState) async throws(ActionError) {
    let (campaign, who, now) = (campaign, context.principal.name, context.now)
    let found = try await context.write { (tx) throws(StoreError) in
      guard let document = try tx.document(Campaign.self, campaign.text) else {
        throw .notFound("campaign “\(campaign)”")
      }
      let found = try tx.sendingState(campaign)
      guard let found, found != .cancelled else { return found }
      if state == .running {
        for channel in document.messageChannels { try tx.resumeChannel(channel) }
      }
      guard found != state else { return found }
      try tx.setSendingState(campaign, state)
      try tx.audit(state == .paused ? "pause" : "resume", "campaign/\(campaign)", by: who, at: now)
      return found
    }
    try check(found)
  }

  func cancel() async throws(ActionError) -> Int {
    let (campaign, who, now) = (campaign, context.principal.name, context.now)
    let (found, count) = try await context.write { (tx) throws(StoreError) -> (SendingState?, Int) in
      guard try tx.document(Campaign.self, campaign.text) != nil else { throw .notFound("campaign “\(campaign)”") }
      guard let found = try tx.sendingState(campaign) else { return (nil, 0) }
      try tx.setSendingState(campaign, .cancelled)
      let count = try tx.cancelWaiting(campaign, at: now)
      if found != .cancelled {
        try tx.audit("cancel", "campaign/\(campaign)", by: who, at: now, detail: "\(count) messages")
      }
      return (.running, count)
    }
    try check(found)
    return count
  }

  private func check(_ found: SendingState?) throws(ActionError) {
    switch found {
    case nil: throw .refused("Campaign \(campaign) was not launched yet. Run: outreach launch \(campaign)")
    case .cancelled: throw .refused("Campaign \(campaign) was cancelled for good.")
    case .running, .paused: break
    }
  }
}
