import Domain
import Evaluation
import Storage
import Targeting

/// Reads what is on record about campaigns.
struct ResultsLoader: Sendable {
  let context: ActionContext

  func load(_ ids: [CampaignID]) async throws(ActionError) -> ResultsOnRecord {
    var record = try await context.read { (tx) throws(StoreError) in
      var record = ResultsOnRecord(office: try tx.office())
      for id in Set(ids).sorted() {
        guard let campaign = try tx.document(Campaign.self, id.text) else { throw .notFound("campaign “\(id)”") }
        try record.add(campaign, tx)
      }
      try record.addInterviews(tx)
      try record.addFigures(tx)
      for place in try tx.places(level: .district) { record.places[place.code] = place.name }
      for channel in try tx.documents(Channel.self) { record.channels[channel.id.text] = channel.name }
      return record
    }
    if let area = context.principal.area { record = record.only(area: area) }
    for side in record.sides {
      record.concerned[side] = try await concerned(side, record)
    }
    return record
  }

  /// Everybody whom a campaign of that side means in that district, once; nil when nobody is on record there.
  private func concerned(_ side: ResultsOnRecord.Side, _ record: ResultsOnRecord) async throws(ActionError) -> Int? {
    let area = context.principal.area
    if let area, !area.contains(side.district), !side.district.contains(area) { return nil }
    let segments = try await context.read { (tx) throws(StoreError) in try tx.documents(Segment.self) }
    let rules = Dictionary(uniqueKeysWithValues: segments.map { ($0.id, $0.rule) })
    let parts = record.campaigns.filter { $0.facilitation == side.facilitation }.compactMap { campaign -> String? in
      let places = campaign.places.compactMap { place -> Place.Code? in
        place.contains(side.district) ? side.district : side.district.contains(place) ? place : nil
      }
      guard !places.isEmpty, let rule = rules[campaign.segment] else { return nil }
      return "((\(rule)) and place in (\(places.map(\.text).joined(separator: ", "))))"
    }
    guard !parts.isEmpty else { return nil }
    let people = try await CountPeople.select(parts.joined(separator: " or "), in: context).people
    return people > 0 ? people : nil
  }
}

extension ResultsOnRecord {
  /// Everything of one campaign except interviews.
  mutating func add(_ campaign: Campaign, _ tx: Transaction) throws(StoreError) {
    campaigns.append(campaign)
    var found: Set<Place.Code> = []
    for place in campaign.places {
      if let district = place.ancestor(.district) {
        found.insert(district)
      } else {
        found.formUnion(try tx.places(under: [place], level: .district).map(\.code))
      }
    }
    districts[campaign.id] = found.sorted()
    let occurrences = try tx.occurrences(of: campaign.id)
    addForecast(of: campaign, try tx.acceptedPlan(campaign.id)?.forecast, occurrences)
    addSpending(of: campaign, try tx.costs(of: campaign.id), occurrences)
    let doors = try DoorAnswers(tx, campaign)
    addReach(of: campaign, try tx.records(of: campaign.id), occurrences, doors)
    addWork(of: campaign, occurrences, doors)
    try addAnswers(at: doors, of: campaign, occurrences, tx)
    try addMessages(of: campaign, tx)
  }
}
