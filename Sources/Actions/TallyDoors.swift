public import Domain
import Storage

/// What the doors of a campaign say about awareness, place by place.
public enum TallyDoors {
  /// By the district of the walk; walks of activities without a survey count nothing.
  public static func run(
    _ id: CampaignID, in context: ActionContext
  ) async throws(ActionError) -> [(district: Place.Code?, tally: DoorTally)] {
    try context.require(.seeCosts)
    let tallies = try await context.read { (tx) throws(StoreError) -> [(district: Place.Code?, tally: DoorTally)]? in
      guard let campaign = try tx.document(Campaign.self, id.text) else { return nil }
      let visits = Dictionary(grouping: try tx.visits(of: id), by: \.route)
      var byDistrict: [Place.Code?: DoorTally] = [:]
      for route in try tx.routes(of: id) {
        guard let occurrence = try tx.occurrence(route.occurrence), let seen = visits[route.id],
          let survey = campaign.activity(occurrence.activity)?.survey,
          let questions = try tx.document(Survey.self, survey.text)
        else { continue }
        let district = occurrence.place?.ancestor(.district)
        byDistrict[district, default: DoorTally()] += DoorTally(seen, survey: questions)
      }
      return byDistrict.map { ($0.key, $0.value) }.sorted { ($0.district?.text ?? "") < ($1.district?.text ?? "") }
    }
    guard let tallies else { throw .notFound("campaign “\(id)”") }
    return tallies
  }
}
