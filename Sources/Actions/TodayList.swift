public import Domain
import Storage
import Targeting

/// One decision that waits for somebody.
public struct TodayItem: Sendable, Equatable {
  public enum Matter: Sendable, Equatable {
    /// The program paused the sending by itself: so many messages wait, and the provider's words.
    case heldBack(left: Int, words: String)
    case failing(failed: Int, of: Int)
    case conflict(Conflict)
    /// Needed and had.
    case withoutVolunteer(have: Int, need: Int)
    case unanswered(Int)
    /// People of the plan who were not asked yet.
    case notAsked(Int)
    /// Messages lie ready, and nobody has launched them.
    case launchWaits
    case recordMissing
    case overBudget(line: LocalizedText?, by: Money)
    /// A proposal that nobody has accepted yet.
    case planWaits
    /// So many people would be written to that a second person must approve.
    case approvalWaits
  }

  public var matter: Matter
  public var campaign: CampaignID
  public var campaignName: LocalizedText
  public var card: OccurrenceCard?
  /// The day by which it matters.
  public var date: LocalDate
  /// How many occurrences of the same activity, day and place it stands for.
  public var count = 1

  /// 1 first: what already goes wrong before what may.
  public var rank: Int {
    switch matter {
    case .heldBack, .failing: 1
    case .conflict: 2
    case .withoutVolunteer, .launchWaits: 3
    case .unanswered, .notAsked: 4
    case .recordMissing: 5
    case .overBudget: 6
    case .planWaits, .approvalWaits: 7
    }
  }

  public static func == (a: TodayItem, b: TodayItem) -> Bool {
    a.matter == b.matter && a.campaign == b.campaign && a.card?.id == b.card?.id && a.date == b.date
  }
}

/// What needs a decision today, most urgent first.
public enum TodayList {
  /// Conflicts count for so many days ahead, people for so many, asking them for so many, missing records for so many days back.
  static let conflictDays = 14
  static let teamDays = 3
  static let askDays = 7
  static let recordDays = 60

  public static func run(in context: ActionContext) async throws(ActionError) -> [TodayItem] {
    try context.require(.seeCampaigns)
    let now = context.now
    let mayPlan = context.principal.may(.planCampaigns)
    let mayLaunch = context.principal.may(.launchCampaigns)
    let items = try await context.read { (tx) throws(StoreError) in
      let local = now.local(at: try tx.office().offset(at: now))
      let naming = try OccurrenceNaming(tx)
      var items: [TodayItem] = []
      for campaign in naming.campaigns.values.sorted(by: { $0.id < $1.id }) {
        let scene = try CampaignScene(campaign, today: local.date, in: tx)
        let desk = TodayDesk(scene: scene, naming: naming, now: local)
        items += desk.conflicts() + desk.teams() + desk.records() + desk.money()
        items += try desk.sending(tx)
        if mayLaunch { items += try desk.launch(tx) }
        if mayPlan, try tx.proposal(campaign.id) != nil { items.append(desk.planWaits()) }
      }
      return items
    }
    return ordered(items + (try await approvals(in: context)))
  }

  /// Launches that need a second person's word, for whoever may give it. Those whom a rule selects are more than
  /// those who will be written to, so this may ask too early and never too late.
  private static func approvals(in context: ActionContext) async throws(ActionError) -> [TodayItem] {
    guard context.principal.may(.approveLaunch) else { return [] }
    let now = context.now
    let (limit, waiting, today) = try await context.read { (tx) throws(StoreError) in
      let office = try tx.office()
      return (office.secondPersonAbove, try tx.unapproved(), now.local(at: office.offset(at: now)).date)
    }
    guard let limit else { return [] }
    var items: [TodayItem] = []
    for campaign in waiting where campaign.to >= today {
      guard try await CountPeople.select(campaign.segment.text, in: context).people > limit else { continue }
      items.append(
        TodayItem(
          matter: .approvalWaits, campaign: campaign.id, campaignName: campaign.name, card: nil,
          date: max(today, campaign.from)))
    }
    return items
  }

  /// By rank, then by day, then as the names fall, so that the list does not jump about.
  static func ordered(_ items: [TodayItem]) -> [TodayItem] {
    items.sorted { a, b in
      (a.rank, a.date.dayNumber, a.campaign.text, a.card?.id.text ?? "")
        < (b.rank, b.date.dayNumber, b.campaign.text, b.card?.id.text ?? "")
    }
  }
}

extension Transaction {
  /// Campaigns with messages that could be launched now and that nobody has approved.
  fileprivate func unapproved() throws(StoreError) -> [Campaign] {
    var found: [Campaign] = []
    for campaign in try documents(Campaign.self) where campaign.activities.contains(where: \.kind.isMessage) {
      let isPlanned = try acceptedPlan(campaign.id) != nil
      guard isPlanned || campaign.isMessagesOnly, try sendingState(campaign.id) == nil, let revised = try revised(Campaign.self, campaign.id.text)
      else { continue }
      if try approvers(campaign.id, revision: revised.revision).isEmpty { found.append(campaign) }
    }
    return found
  }
}
