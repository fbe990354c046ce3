/// The facts about people that targeting and donors' tables use. Nil is "never recorded", which is not "no".
public struct PersonFacts: Hashable, Sendable, Codable {
  public var ownsMotorbike: Bool?
  public var ownsHouse: Bool?
  public var ownsBusiness: Bool?
  public var idPoor: Bool?
  public var disability: Bool?
  public var ethnicMinority: Bool?

  public init() {}
}

public enum Sex: String, Sendable, Codable, CaseIterable {
  case female = "F"
  case male = "M"
}

/// A value of a further column of a spreadsheet, typed from how it is written.
public enum AttributeValue: Hashable, Sendable, Codable {
  case text(String)
  case number(Double)
  case flag(Bool)
}

/// One person on record. Addresses are in clear only in memory; the store keeps them sealed.
public struct Citizen: Hashable, Sendable, Identifiable {
  public var id: CitizenID
  public var household: HouseholdID?
  public var name: LocalizedText
  public var sex: Sex?
  public var birthYear: Int?
  public var village: Place.Code?
  public var point: Coordinate?
  public var phone: PhoneNumber?
  public var telegram: String?
  public var email: String?
  /// ISO 639 code; nil when not recorded.
  public var language: String?
  public var facts = PersonFacts()
  /// What an import says about consent; the ledger decides (see ``ConsentEntry``).
  public var consents: [ConsentPurpose: Bool] = [:]
  public var optedOut = false
  public var attributes: [String: AttributeValue] = [:]

  public init(id: CitizenID, name: LocalizedText = LocalizedText()) {
    self.id = id
    self.name = name
  }

  public func address(_ kind: AddressKind) -> Address? {
    switch kind {
    case .phone: phone.map { Address($0) }
    case .telegram: telegram.map { Address(.telegram, $0) }
    case .email: email.map { Address(.email, $0) }
    }
  }

  /// Whole years in that calendar year; nil when the year of birth is not recorded.
  public func age(in year: Int) -> Int? { birthYear.map { year - $0 } }
}

/// The five groups that donors' tables ask for.
public enum Group: String, Sendable, Codable, CaseIterable {
  case female, youth, idPoor, ethnicMinority, disability

  /// Ages that count as youth: 15 to 30, as the programme's tables do.
  public static let youthAges = 15...30
}

extension Citizen {
  /// Whether the person belongs to the group in that year; nil when it was never recorded.
  public func belongs(to group: Group, in year: Int) -> Bool? {
    switch group {
    case .female: sex.map { $0 == .female }
    case .youth: age(in: year).map { Group.youthAges.contains($0) }
    case .idPoor: facts.idPoor
    case .ethnicMinority: facts.ethnicMinority
    case .disability: facts.disability
    }
  }
}
