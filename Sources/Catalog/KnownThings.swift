public import Domain

/// What files may name although they do not describe it themselves: what the store holds already.
public struct KnownThings: Sendable {
  public var office: Office?
  public var places: Set<Place.Code> = []
  public var segments: Set<String> = []
  public var channels: Set<String> = []
  public var surveys: Set<String> = []
  public var campaigns: Set<String> = []
  /// Ids of occurrences.
  public var events: Set<String> = []
  public var resourceKinds: Set<String> = []

  public init() {}

  func has(_ kind: Reference.Kind, _ name: String) -> Bool {
    kind == .place ? Place.Code(name).map(places.contains) ?? false : names(kind).contains(name)
  }

  /// What to write instead of an unknown name.
  func advice(_ kind: Reference.Kind, _ name: String) -> String? {
    guard kind == .place else {
      let known = names(kind)
      if known.isEmpty { return kind == .event ? "plan the campaign first" : "no \(kind.rawValue) is known yet" }
      // Among very many names the search for the nearest would cost more than it helps.
      return known.count <= 5_000 ? adviceForUnknown(name, known: known) : nil
    }
    if places.isEmpty { return "no place is known yet: apply places.csv with it, or before" }
    var parent = Place.Code(name)?.parent
    while let code = parent {
      if places.contains(code) { return "the \(code.level.name) \(code) is known, but nothing by this code inside it" }
      parent = code.parent
    }
    return "look the code up in places.csv"
  }

  private func names(_ kind: Reference.Kind) -> Set<String> {
    switch kind {
    case .place: []
    case .segment: segments
    case .channel: channels
    case .survey: surveys
    case .campaign: campaigns
    case .event: events
    }
  }

  /// These things and those that the documents describe.
  func adding(_ documents: [Document]) -> KnownThings {
    var all = self
    for document in documents {
      switch document.content {
      case .office(let office): all.office = office
      case .campaign(let campaign): all.campaigns.insert(campaign.id.text)
      case .segment(let segment): all.segments.insert(segment.id.text)
      case .channel(let channel): all.channels.insert(channel.id.text)
      case .resource(let resource): all.resourceKinds.insert(resource.kind)
      case .survey(let survey): all.surveys.insert(survey.id.text)
      case .calendar, .tariff: break
      }
    }
    return all
  }
}
