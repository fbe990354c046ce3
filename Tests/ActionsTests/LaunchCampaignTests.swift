import Domain
import SampleOffice
import Storage
import Testing

@testable import Actions

@Suite struct LaunchCampaignTests {
  @Test func `messages stand in the budget: what waits as planned, what left as spent`() async throws {
    let office = try await PlannedOffice()
    try await office.addMessages(to: 5)
    let context = office.context(.coordinator)
    _ = try await LaunchCampaign.run(PlannedOffice.prices, recipients: 5, in: context)
    let before = try await OverseeCampaign.run(PlannedOffice.prices, in: context).budget
    #expect(before.spent.minor == 0)
    let each = before.committed.minor / 5
    #expect(each > 0)
    try await office.store.write { (tx) throws(StoreError) in
      for due in try tx.due(PlannedOffice.prices, "spool", at: PlannedOffice.now, limit: 2) {
        _ = try tx.start(due.stored, owner: "test", at: PlannedOffice.now)
      }
    }
    let after = try await OverseeCampaign.run(PlannedOffice.prices, in: context).budget
    #expect(after.spent.minor == 2 * each)
    #expect(after.committed == before.committed)
  }

  @Test func `a plan that cannot be is launched through no door`() async throws {
    let office = try await PlannedOffice()
    try await office.addMessages(to: 3)
    try await office.store.write { (tx) throws(StoreError) in
      guard var campaign = try tx.document(Campaign.self, PlannedOffice.prices.text) else { return }
      campaign.activities.append(Activity(id: "parade", kind: .parade))
      try tx.put(campaign, at: PlannedOffice.now)
      var plan = Plan(campaign: PlannedOffice.prices)
      var parade = PlannedOffice.occurrence("parade-two", "parade", "2026-11-25", "07:00")
      parade.campaign = PlannedOffice.prices
      plan.occurrences = [parade]
      try tx.propose(plan, at: PlannedOffice.now)
      _ = try tx.accept(PlannedOffice.prices, at: PlannedOffice.now)
    }
    let context = office.context(.coordinator)
    var refusal = ""
    do throws(ActionError) {
      _ = try await LaunchCampaign.run(PlannedOffice.prices, recipients: 3, in: context)
    } catch { refusal = error.refusal ?? "another error" }
    #expect(refusal.contains("parade on 2026-11-25: a public holiday (Water Festival)"))
    let state = try await office.store.read { (tx) throws(StoreError) in try tx.sendingState(PlannedOffice.prices) }
    #expect(state == nil)
  }
}
