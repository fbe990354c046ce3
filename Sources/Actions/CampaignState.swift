import Domain
import Storage

extension Transaction {
  /// Where a campaign stands in its life, from what was decided about it and what day it is.
  func state(of campaign: Campaign, today: LocalDate) throws(StoreError) -> Campaign.State {
    let sending = try sendingState(campaign.id)
    if sending == .cancelled { return .cancelled }
    let isPlanned = try acceptedPlan(campaign.id) != nil
    guard isPlanned || sending != nil else { return .draft }
    if today > campaign.to { return .done }
    if sending == .paused { return .paused }
    return today < campaign.from ? .scheduled : .running
  }
}
