import Domain
import SampleOffice
import Storage
import Testing

@testable import Actions

@Suite struct ResendDoubtsTests {
  /// An office whose campaign was launched to five, three of them in doubt.
  private static func office(budget: Money? = nil) async throws -> PlannedOffice {
    let office = try await PlannedOffice()
    try await office.addMessages(to: 5)
    if let budget {
      try await office.store.write { (tx) throws(StoreError) in
        guard var campaign = try tx.document(Campaign.self, PlannedOffice.prices.text) else { return }
        campaign.budget = Budget(total: budget)
        try tx.put(campaign, at: PlannedOffice.now)
      }
    }
    _ = try await LaunchCampaign.run(PlannedOffice.prices, recipients: 5, in: office.context(.coordinator))
    try await office.store.write { (tx) throws(StoreError) in
      for (number, due) in try tx.due(PlannedOffice.prices, "spool", at: PlannedOffice.now, limit: 5).enumerated() {
        guard let started = try tx.start(due.stored, owner: "test", at: PlannedOffice.now) else { continue }
        try tx.move(started, number < 3 ? .answerUnknown : .accepted, at: PlannedOffice.now)
      }
    }
    return office
  }

  private static func counts(_ office: PlannedOffice) async throws -> [Delivery.State: Int] {
    let counts = try await office.store.read { (tx) throws(StoreError) in try tx.messageCounts(PlannedOffice.prices) }
    return counts.reduce(into: [:]) { $0[$1.state, default: 0] += $1.count }
  }

  @Test func `ordered with the right number, doubtful messages wait again, and the order is on record`() async throws {
    let office = try await Self.office()
    let context = office.context(.coordinator)
    let view = try await ResendDoubts.preview("tell", of: PlannedOffice.prices, in: context)
    #expect(view.count == 3 && view.parts >= 3 && !view.cost.isEmpty)
    try await ResendDoubts.run("tell", of: PlannedOffice.prices, count: 3, in: context)
    #expect(try await Self.counts(office) == [.planned: 3, .sent: 2])
    let lines = try await CampaignHistory.run(PlannedOffice.prices, in: context).lines
    #expect(lines.contains { $0.action == "resend" && $0.detail == "tell: 3 in doubt" })
  }

  @Test(arguments: [0, 2, 4])
  func `another number than there are orders nothing`(count: Int) async throws {
    let office = try await Self.office()
    await #expect(throws: ActionError.self) {
      try await ResendDoubts.run("tell", of: PlannedOffice.prices, count: count, in: office.context(.coordinator))
    }
    #expect(try await Self.counts(office) == [.doubt: 3, .sent: 2])
  }

  @Test func `nobody without the right to launch orders it`() async throws {
    let office = try await Self.office()
    await #expect(throws: ActionError.self) {
      try await ResendDoubts.run("tell", of: PlannedOffice.prices, count: 3, in: office.context(.manager))
    }
    #expect(try await Self.counts(office)[.doubt] == 3)
  }

  @Test func `what may be paid twice must fit into the budget twice`() async throws {
    // Five messages of 2 cents are spent; three more do not fit into 15.
    let office = try await Self.office(budget: Money(minor: 15, .usd))
    await #expect(throws: ActionError.self) {
      try await ResendDoubts.run("tell", of: PlannedOffice.prices, count: 3, in: office.context(.coordinator))
    }
    #expect(try await Self.counts(office)[.doubt] == 3)
  }
}
