public import Domain

/// One document of a file, with the places of the values that later checks may complain about.
public struct Document: Sendable {
  public enum Content: Sendable {
    case office(Office)
    case campaign(Campaign)
    case segment(Segment)
    case channel(Channel)
    case resource(Resource)
    case calendar(HolidayCalendar)
    case survey(Survey)
    case tariff(Tariff)
  }

  public var file: String
  public var content: Content
  /// Where the id stands.
  public var position: Position
  /// Where the words of a segment's rule begin; they are checked by who knows the segment language.
  public var rulePosition: Position?
  var references: [Reference]
}

extension Document.Content {
  /// The top-level key, which says what a document is.
  public var kind: String {
    switch self {
    case .office: "office"
    case .campaign: "campaign"
    case .segment: "segment"
    case .channel: "channel"
    case .resource: "resource"
    case .calendar: "calendar"
    case .survey: "survey"
    case .tariff: "tariff"
    }
  }

  public var id: String {
    switch self {
    case .office(let office): office.id.text
    case .campaign(let campaign): campaign.id.text
    case .segment(let segment): segment.id.text
    case .channel(let channel): channel.id.text
    case .resource(let resource): resource.id.text
    case .calendar(let calendar): calendar.id.text
    case .survey(let survey): survey.id.text
    case .tariff(let tariff): tariff.id.text
    }
  }
}
