public import Domain
import Storage

/// An occurrence with the names that people know it by: what every list, calendar and agenda shows.
public struct OccurrenceCard: Sendable, Identifiable {
  public var occurrence: Occurrence
  public var kind: ActivityKind
  public var activityName: LocalizedText?
  public var campaignName: LocalizedText
  public var facilitation: Facilitation
  /// Nil: the campaign as a whole.
  public var placeName: LocalizedText?
  /// People the plan expects at one occurrence.
  public var expected: Int?
  public var isRecorded: Bool

  public var id: OccurrenceID { occurrence.id }
}

/// Puts names to occurrences of any campaign.
struct OccurrenceNaming {
  let campaigns: [CampaignID: Campaign]
  let places: [Place.Code: LocalizedText]
  let recorded: Set<OccurrenceID>

  init(_ tx: Transaction) throws(StoreError) {
    var campaigns: [CampaignID: Campaign] = [:]
    for campaign in try tx.documents(Campaign.self) { campaigns[campaign.id] = campaign }
    self.campaigns = campaigns
    recorded = try tx.recordedOccurrences()
    let codes = campaigns.values.flatMap { $0.places + $0.activities.flatMap { $0.places ?? [] } }
    var places: [Place.Code: LocalizedText] = [:]
    if !codes.isEmpty {
      for place in try tx.places(under: codes) { places[place.code] = place.name }
    }
    self.places = places
  }

  func card(_ occurrence: Occurrence) -> OccurrenceCard? {
    guard let campaign = campaigns[occurrence.campaign], let activity = campaign.activity(occurrence.activity) else {
      return nil
    }
    return OccurrenceCard(
      occurrence: occurrence, kind: activity.kind, activityName: activity.name, campaignName: campaign.name,
      facilitation: campaign.facilitation, placeName: occurrence.place.flatMap { places[$0] },
      expected: activity.expects?.people, isRecorded: recorded.contains(occurrence.id))
  }
}
