public import Domain
import Storage

/// The word of a second person that a large campaign needs; it holds for the campaign as it reads now.
public enum ApproveCampaign {
  public static func run(_ id: CampaignID, in context: ActionContext) async throws(ActionError) {
    try context.require(.approveLaunch)
    let (who, now) = (context.principal.name, context.now)
    try await context.write { (tx) throws(StoreError) in
      guard let campaign = try tx.revised(Campaign.self, id.text) else { throw .notFound("campaign “\(id)”") }
      try tx.approve(id, revision: campaign.revision, by: who, at: now)
      try tx.audit("approve", "campaign/\(id)", by: who, at: now, detail: "revision \(campaign.revision)")
    }
  }
}
