public import Domain
import Storage

/// Everything that a campaign's own page shows.
public struct CampaignOverview: Sendable {
  public var view: CampaignView
  public var state: Campaign.State
  public var cards: [OccurrenceCard]
  public var conflicts: [Conflict]
  public var budget: BudgetLines
  public var reach: CampaignReach
  public var places: [Place.Code: LocalizedText]
  public var holidays: [LocalDate: LocalizedText]
  public var segment: LocalizedText?
  public var switches: SendingSwitches
  /// Who approved the launch of the campaign as it reads now.
  public var approvers: [String]

  public var blocksLaunch: Bool { conflicts.contains { $0.severity == .blocksLaunch } }

  public func card(_ id: OccurrenceID?) -> OccurrenceCard? { cards.first { $0.id == id } }
}

/// One line of the list of campaigns.
public struct CampaignLine: Sendable {
  public var campaign: Campaign
  public var state: Campaign.State
  public var budget: BudgetLines
  public var reach: CampaignReach
  public var places: [LocalizedText]
  public var next: OccurrenceCard?
}

/// Shows campaigns with what became of them so far.
public enum OverseeCampaign {
  public static func run(_ id: CampaignID, in context: ActionContext) async throws(ActionError) -> CampaignOverview {
    let view = try await ShowCampaign.run(id, in: context)
    let now = context.now
    return try await context.read { (tx) throws(StoreError) in
      let today = now.local(at: try tx.office().offset(at: now)).date
      let scene = try CampaignScene(view.campaign, today: today, in: tx)
      let naming = try OccurrenceNaming(tx)
      let segment = try tx.document(Segment.self, view.campaign.segment.text)
      return CampaignOverview(
        view: view, state: try tx.state(of: view.campaign, today: today),
        cards: scene.occurrences.compactMap(naming.card), conflicts: ConflictFinder(scene: scene).conflicts(),
        budget: BudgetLines(scene), reach: try CampaignReach(view.campaign, tx), places: naming.places,
        holidays: scene.holidays, segment: segment?.name, switches: try SendingSwitches(view.campaign, tx),
        approvers: try tx.approvers(id, revision: view.revision))
    }
  }

  /// All campaigns, those that go on or come first, then the past ones.
  public static func list(in context: ActionContext) async throws(ActionError) -> [CampaignLine] {
    let campaigns = try await ShowCampaign.list(in: context)
    let now = context.now
    return try await context.read { (tx) throws(StoreError) in
      let today = now.local(at: try tx.office().offset(at: now)).date
      let naming = try OccurrenceNaming(tx)
      var lines: [CampaignLine] = []
      for campaign in campaigns {
        let scene = try CampaignScene(campaign, today: today, in: tx)
        let next = scene.occurrences.first { $0.isOpen && $0.date >= today }
        lines.append(
          CampaignLine(
            campaign: campaign, state: try tx.state(of: campaign, today: today), budget: BudgetLines(scene),
            reach: try CampaignReach(campaign, tx), places: campaign.places.compactMap { naming.places[$0] },
            next: next.flatMap(naming.card)))
      }
      return lines.filter { $0.campaign.to >= today } + lines.filter { $0.campaign.to < today }
    }
  }
}
