public import Domain

/// By what a report is cut.
public enum Dimension: String, Sendable, Hashable, CaseIterable {
  case district, channel, activity, facilitation, month
}

/// Where money or people belong, so that one entry can be told by any dimension.
public struct Attribution: Sendable, Hashable {
  public var campaign: CampaignID
  public var facilitation: Facilitation
  /// Nil: the campaign as a whole.
  public var activity: ActivityID?
  /// The channel's id, or the kind of an activity that needs none ("forum", "doorToDoor").
  public var channel: String?
  /// Any code from district down; nil: the campaign as a whole.
  public var place: Place.Code?
  public var date: LocalDate

  public init(campaign: CampaignID, facilitation: Facilitation, date: LocalDate) {
    self.campaign = campaign
    self.facilitation = facilitation
    self.date = date
  }

  /// For what one activity of a campaign did or cost.
  public init(_ campaign: Campaign, _ activity: Activity?, place: Place.Code?, date: LocalDate) {
    self.init(campaign: campaign.id, facilitation: campaign.facilitation, date: date)
    self.activity = activity?.id
    channel = activity.map { $0.channel?.text ?? $0.kind.rawValue }
    self.place = place
  }

  /// The row it stands in: a district's code, a channel, "campaign/activity", a facilitation, "2026-11". Nil when the
  /// entry does not say.
  public func key(_ dimension: Dimension) -> String? {
    switch dimension {
    case .district: place?.ancestor(.district)?.text
    case .channel: channel
    case .activity: activity.map { "\(campaign)/\($0)" }
    case .facilitation: facilitation.rawValue
    case .month: String("\(date)".prefix(7))
    }
  }
}

extension Sequence {
  /// Grouped under keys in their order, those without one last.
  func rows(_ key: (Element) -> String?) -> [(key: String?, elements: [Element])] {
    Dictionary(grouping: self, by: key).sorted { a, b in
      guard let first = a.key, let second = b.key else { return a.key != nil }
      return first < second
    }.map { ($0.key, $0.value) }
  }
}
