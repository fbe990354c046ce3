public import Domain

/// The yes/no facts that stand alone in a rule, by the headers of the people's spreadsheet.
public enum Fact: String, Sendable, Hashable, CaseIterable {
  case ownsMotorbike = "owns_motorbike"
  case ownsHouse = "owns_house"
  case ownsBusiness = "owns_business"
  case idPoor = "id_poor"
  case disability
  case ethnicMinority = "ethnic_minority"

  /// Nil when it was never recorded.
  public func value(in facts: PersonFacts) -> Bool? {
    switch self {
    case .ownsMotorbike: facts.ownsMotorbike
    case .ownsHouse: facts.ownsHouse
    case .ownsBusiness: facts.ownsBusiness
    case .idPoor: facts.idPoor
    case .disability: facts.disability
    case .ethnicMinority: facts.ethnicMinority
    }
  }
}

/// The ways to a person, for `has phone` and for counts by channel. Always known: what is not on record is not there.
public enum ContactWay: String, Sendable, Hashable, CaseIterable {
  case phone, telegram, email
  /// A door that a volunteer can find: the household or a point is on record.
  case home
}

/// What a rule can ask about, and what may be unknown.
public enum SegmentColumn: Sendable, Hashable {
  case fact(Fact)
  case sex, age, language, place
  /// A further column of the spreadsheet, by its header.
  case attribute(String)
}

/// What a further column holds. A column with values of several kinds is text.
public enum AttributeKind: String, Sendable, Hashable, CaseIterable {
  case text, number, flag

  public init(_ value: AttributeValue) {
    switch value {
    case .text: self = .text
    case .number: self = .number
    case .flag: self = .flag
    }
  }
}
