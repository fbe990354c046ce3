import Domain
import Storage

/// Stops everything that leaves, at once and whatever it is; needs no daemon and no network.
public enum HaltSending {
  public static func run(in context: ActionContext) async throws(ActionError) {
    guard context.principal.may(.launchCampaigns) || context.principal.may(.manageAccounts) else {
      throw .notAllowed(.launchCampaigns)
    }
    let (who, now) = (context.principal.name, context.now)
    try await context.write { (tx) throws(StoreError) in
      try tx.setHalted(true)
      try tx.audit("halt", "sending", by: who, at: now)
    }
  }

  /// Lifts the halt and everything that paused channels by itself. Campaigns that people paused stay paused.
  public static func lift(in context: ActionContext) async throws(ActionError) {
    try context.require(.launchCampaigns)
    let (who, now) = (context.principal.name, context.now)
    try await context.write { (tx) throws(StoreError) in
      try tx.setHalted(false)
      for state in try tx.channelStates() { try tx.resumeChannel(state.channel) }
      try tx.audit("resume", "sending", by: who, at: now)
    }
  }
}
