import Domain
import Storage

extension Transaction {
  /// Where a campaign stands in its life, from what was decided about it and what day it is.
  func state(of campaign: Campaign, today: LocalDate) throws(StoreError) -> Campaign.State {
    guard try acceptedPlan(campaign.id) != nil else { return .draft }
    if today > campaign.to { return .done }
    return today < campaign.from ? .scheduled : .running
  }
}
