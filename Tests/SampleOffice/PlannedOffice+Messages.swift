public import Domain
import Storage

extension PlannedOffice {
  public static let prices: CampaignID = "prices"

  /// Adds a campaign of one message, `tell`, to so many people who agreed to text messages.
  public func addMessages(to people: Int) async throws {
    try await store.write { (tx) throws(StoreError) in
      try tx.put(Segment(id: "riders", name: LocalizedText(en: "Motorbike owners"), rule: "owns_motorbike"), at: Self.now)
      var channel = Channel(id: "spool", adapter: "spool")
      channel.price = UnitPrice("0.02 USD")
      try tx.put(channel, at: Self.now)
      var campaign = Campaign(
        id: Self.prices, name: LocalizedText(km: "តម្លៃ​សេវា", en: "Prices"), places: [Place.Code("0203")!],
        dates: (LocalDate("2026-11-02")!, LocalDate("2026-12-20")!))
      campaign.segment = "riders"
      var tell = Activity(id: "tell", kind: .message)
      tell.channel = "spool"
      tell.at = .now
      tell.text = LocalizedText(km: "តម្លៃ​សេវា​នៅ​ការិយាល័យ។ {stop}", en: "Prices are posted at the office. {stop}")
      campaign.activities = [tell]
      try tx.put(campaign, at: Self.now)
      for number in 0..<people {
        var citizen = Citizen(id: CitizenID("c-\(number)"), name: LocalizedText(en: "Somebody"))
        citizen.village = Place.Code("02030101")
        citizen.phone = PhoneNumber(e164: "+8551\(2_000_000 + number)")
        citizen.facts.ownsMotorbike = true
        citizen.consents = [.sms: true]
        try tx.put(citizen, at: Self.now)
      }
      try tx.bumpPeopleVersion()
    }
  }
}
