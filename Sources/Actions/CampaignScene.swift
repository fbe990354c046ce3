import Domain
import Storage

/// A campaign with everything around it that decides whether its plan can be: people, things, holidays, money, and
/// what other campaigns have taken.
struct CampaignScene: Sendable {
  var campaign: Campaign
  var today: LocalDate
  var occurrences: [Occurrence]
  /// Other campaigns' occurrences in the same weeks.
  var others: [Occurrence] = []
  var otherCampaigns: [CampaignID: Campaign] = [:]
  var volunteers: [VolunteerID: Volunteer] = [:]
  var resources: [ResourceID: Resource] = [:]
  var holidays: [LocalDate: LocalizedText] = [:]
  var costs: [Cost] = []
  /// What launched messages have cost, and what those that wait will cost.
  var messages: [ActivityID: (spent: [Money], waiting: [Money])] = [:]
  /// Doors on the route of an occurrence.
  var doors: [OccurrenceID: Int] = [:]
  var rates = ExchangeRates()
  /// What the office and the campaign set: all quiet hours, and the stricter cap.
  var quietHours: [QuietHours] = []
  var contactCap: ContactCap?
  /// People whom the accepted plan expects in all of an activity's occurrences together.
  var expected: [ActivityID: Int] = [:]

  init(_ campaign: Campaign, occurrences: [Occurrence], today: LocalDate) {
    self.campaign = campaign
    self.occurrences = occurrences
    self.today = today
  }

  /// Loads the scene, so that all of it is of one moment.
  init(_ campaign: Campaign, today: LocalDate, in tx: Transaction) throws(StoreError) {
    self.init(campaign, occurrences: try tx.occurrences(of: campaign.id), today: today)
    let first = (occurrences.map(\.date) + [campaign.from]).min() ?? campaign.from
    let last = (occurrences.map(\.date) + [campaign.to]).max() ?? campaign.to
    others = try tx.occurrences(from: first.weekStart, to: last.weekStart + 6).filter { $0.campaign != campaign.id }
    for other in try tx.documents(Campaign.self) where other.id != campaign.id { otherCampaigns[other.id] = other }
    for volunteer in try tx.volunteers() { volunteers[volunteer.id] = volunteer }
    for resource in try tx.documents(Resource.self) { resources[resource.id] = resource }
    holidays = try tx.holidays()
    costs = try tx.costs(of: campaign.id)
    if try tx.sendingState(campaign.id) != nil { messages = try tx.messageMoney(campaign.id) }
    doors = try tx.doorCounts(of: campaign.id)
    let office = try tx.office()
    rates = office.rates
    quietHours = [office.quietHours, campaign.quietHours].compactMap { $0 }
    contactCap = [campaign.contactCap, office.contactCap].compactMap { $0 }
      .min { $0.messages * $1.days < $1.messages * $0.days }
    for row in try tx.acceptedPlan(campaign.id)?.forecast.rows ?? [] { expected[row.activity, default: 0] += row.people }
  }

  /// The activity of an occurrence of this campaign or another.
  func activity(of occurrence: Occurrence) -> Activity? {
    let owner = occurrence.campaign == campaign.id ? campaign : otherCampaigns[occurrence.campaign]
    return owner?.activity(occurrence.activity)
  }

  func name(_ id: VolunteerID) -> LocalizedText { volunteers[id]?.name ?? LocalizedText(en: id.text) }
  func name(_ id: ResourceID) -> LocalizedText { resources[id]?.name ?? LocalizedText(en: id.text) }
}

extension Transaction {
  /// All calendars' holidays with their names.
  func holidays() throws(StoreError) -> [LocalDate: LocalizedText] {
    var names: [LocalDate: LocalizedText] = [:]
    for holiday in try documents(HolidayCalendar.self).flatMap(\.holidays) { names[holiday.date] = holiday.name }
    return names
  }
}
