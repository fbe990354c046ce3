/// What happened at an occurrence. Counts that nobody made stay nil: "not recorded", never zero.
public struct OccurrenceRecord: Hashable, Sendable, Codable {
  public var occurrence: OccurrenceID
  public var participants: Int?
  public var groups: [Group: Int]
  public var questionsAsked: Int?
  public var questionsAnswered: Int?
  public var note: String?
  public var complete: Bool

  public init(occurrence: OccurrenceID) {
    self.occurrence = occurrence
    groups = [:]
    complete = true
  }

  /// Nobody was counted, nothing asked, nothing said.
  public var isEmpty: Bool { participants == nil && groups.isEmpty && questionsAsked == nil && note == nil }
}

/// Money spent (or given in kind), under a line, where and for what.
public struct Cost: Hashable, Sendable, Codable, Identifiable {
  /// Random, or the row's own id when imported: the same id again is the same cost.
  public var id: String
  public var campaign: CampaignID
  public var activity: ActivityID?
  public var occurrence: OccurrenceID?
  public var district: Place.Code?
  public var line: String
  public var amount: Money
  public var inKind: Bool
  public var date: LocalDate
  public var receipt: String?

  public init(id: String, campaign: CampaignID, line: String, amount: Money, date: LocalDate) {
    self.id = id
    self.campaign = campaign
    self.line = line
    self.amount = amount
    self.date = date
    inKind = false
  }
}

/// How well a figure of reach is known, best first.
public enum ReachGrade: String, Sendable, Codable, CaseIterable {
  case receipt, doorVisit, countedHeads, estimatedAudience, declared

  public var isEstimate: Bool { self == .estimatedAudience || self == .declared }
}
