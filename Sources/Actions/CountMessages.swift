public import Domain
import Storage

/// Counts all messages of all campaigns by state, for whoever watches the machine. Names nobody, so it asks for no right.
public enum CountMessages {
  /// Every state, those without messages too: a watcher's graph should not lose a line.
  public static func run(in context: ActionContext) async throws(ActionError) -> [(state: Delivery.State, count: Int)] {
    let counts = try await context.read { (tx) throws(StoreError) in
      var counts: [Delivery.State: Int] = [:]
      for campaign in try tx.documents(Campaign.self) {
        for one in try tx.messageCounts(campaign.id) { counts[one.state, default: 0] += one.count }
      }
      return counts
    }
    return Delivery.State.allCases.map { (state: $0, count: counts[$0] ?? 0) }
  }
}
