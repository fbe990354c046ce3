public import Domain
import Secrets

/// A citizen as read from the store: which addresses are on record is always known, the addresses themselves only
/// to whoever asked for them.
public struct CitizenOnRecord: Sendable {
  public var citizen: Citizen
  public var addresses: Set<AddressKind>
}

extension Transaction {
  /// Stores the citizen, addresses sealed; consent goes to the ledger, where an import can only tighten.
  @discardableResult
  public func put(_ citizen: Citizen, at now: Instant) throws(StoreError) -> Change {
    let digest = key.keyedDigest(citizen.fingerprint)
    let old: String? = try first("SELECT digest FROM citizens WHERE id = ?", [.text(citizen.id.text)]) { $0.text(0) }
    if old == digest { return .unchanged }
    try run(
      """
      INSERT OR REPLACE INTO citizens(
        id, household, village, name_km, name_en, sex, birth_year, lat, lon, language, owns_motorbike, owns_house,
        owns_business, id_poor, disability, ethnic_minority, phone_sealed, phone_index, telegram_sealed,
        telegram_index, email_sealed, email_index, attributes, digest)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, try values(of: citizen) + [.text(digest)])
    try importConsents(of: citizen, at: now)
    return old == nil ? .created : .changed
  }

  private func values(of citizen: Citizen) throws(StoreError) -> [Value] {
    let facts = citizen.facts
    var values: [Value] = [
      .text(citizen.id.text), Value(citizen.household?.text), Value(citizen.village?.text), Value(citizen.name.km),
      Value(citizen.name.en), Value(citizen.sex?.rawValue), Value(citizen.birthYear), Value(citizen.point?.latitude),
      Value(citizen.point?.longitude), Value(citizen.language), Value(facts.ownsMotorbike), Value(facts.ownsHouse),
      Value(facts.ownsBusiness), Value(facts.idPoor), Value(facts.disability), Value(facts.ethnicMinority),
    ]
    for kind in [AddressKind.phone, .telegram, .email] {
      guard let address = citizen.address(kind) else {
        values += [.null, .null]
        continue
      }
      values.append(.bytes(key.seal(address.value, context: Self.context(citizen.id, kind))))
      values.append(.bytes(index(of: address)))
    }
    values.append(citizen.attributes.isEmpty ? .null : .text(try Self.encode(citizen.attributes)))
    return values
  }

  /// What an address is found by: a keyed hash that reveals nothing without the key.
  public func index(of address: Address) -> [UInt8] { key.blindIndex("\(address.kind.rawValue):\(address.value)") }

  private static func context(_ id: CitizenID, _ kind: AddressKind) -> String { "citizen/\(id)/\(kind.rawValue)" }

  /// One citizen with addresses.
  public func citizen(_ id: CitizenID) throws(StoreError) -> CitizenOnRecord? {
    try first("SELECT \(Self.citizenColumns) FROM citizens WHERE id = ?", [.text(id.text)]) {
      (row) throws(StoreError) in try citizen(row, opening: true)
    }
  }

  /// All citizens in order of their ids, one by one; addresses are opened only when asked for.
  public func eachCitizen(
    openingAddresses: Bool, _ body: (CitizenOnRecord) throws(StoreError) -> Void
  ) throws(StoreError) {
    try rows("SELECT \(Self.citizenColumns) FROM citizens ORDER BY id") { (row) throws(StoreError) in
      try body(try citizen(row, opening: openingAddresses))
    }
  }

  public func citizenCount() throws(StoreError) -> Int {
    try first("SELECT count(*) FROM citizens") { $0.int(0) } ?? 0
  }

  /// Ids of the people on record under that address.
  public func citizens(at address: Address) throws(StoreError) -> [CitizenID] {
    try all(
      "SELECT id FROM citizens WHERE \(address.kind.rawValue)_index = ? ORDER BY id", [.bytes(index(of: address))]
    ) { CitizenID($0.text(0)) }
  }

  static let citizenColumns = """
    id, household, village, name_km, name_en, sex, birth_year, lat, lon, language, owns_motorbike, owns_house, \
    owns_business, id_poor, disability, ethnic_minority, phone_sealed, telegram_sealed, email_sealed, attributes
    """

  private func citizen(_ row: any Row, opening: Bool) throws(StoreError) -> CitizenOnRecord {
    var citizen = Citizen(
      id: CitizenID(row.text(0)), name: LocalizedText(km: row.textOrNil(3), en: row.textOrNil(4)))
    citizen.household = row.textOrNil(1).map { HouseholdID($0) }
    citizen.village = row.textOrNil(2).flatMap { Place.Code($0) }
    citizen.sex = row.textOrNil(5).flatMap { Sex(rawValue: $0) }
    citizen.birthYear = row.intOrNil(6)
    citizen.point = Self.coordinate(row, 7)
    citizen.language = row.textOrNil(9)
    citizen.facts.ownsMotorbike = row.boolOrNil(10)
    citizen.facts.ownsHouse = row.boolOrNil(11)
    citizen.facts.ownsBusiness = row.boolOrNil(12)
    citizen.facts.idPoor = row.boolOrNil(13)
    citizen.facts.disability = row.boolOrNil(14)
    citizen.facts.ethnicMinority = row.boolOrNil(15)
    if let attributes = row.textOrNil(19) {
      citizen.attributes = try Self.decode([String: AttributeValue].self, attributes)
    }
    var kinds: Set<AddressKind> = []
    for (kind, column) in [(AddressKind.phone, 16), (.telegram, 17), (.email, 18)] where !row.isNull(column) {
      kinds.insert(kind)
      if opening { citizen.set(kind, try open(row.bytes(column), Self.context(citizen.id, kind))) }
    }
    return CitizenOnRecord(citizen: citizen, addresses: kinds)
  }

  func open(_ sealed: [UInt8], _ context: String) throws(StoreError) -> String {
    do {
      return try key.openText(sealed, context: context)
    } catch {
      throw .corrupt("a sealed address cannot be opened")
    }
  }
}

extension Citizen {
  /// Everything an import says, as one text: equal texts mean that nothing changed.
  fileprivate var fingerprint: String {
    var parts: [String?] = [
      household?.text, village?.text, name.km, name.en, sex?.rawValue, birthYear.map(String.init),
      point.map { "\($0.latitude),\($0.longitude)" }, phone?.e164, telegram, email, language,
    ]
    let known = [
      facts.ownsMotorbike, facts.ownsHouse, facts.ownsBusiness, facts.idPoor, facts.disability, facts.ethnicMinority,
    ]
    parts += known.map { $0.map { $0 ? "1" : "0" } }
    parts += ConsentPurpose.allCases.map { consents[$0].map { $0 ? "1" : "0" } }
    parts.append(optedOut ? "out" : nil)
    parts += attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return parts.map { $0.map { "+\($0)" } ?? "-" }.joined(separator: "\u{1F}")
  }

  fileprivate mutating func set(_ kind: AddressKind, _ value: String) {
    switch kind {
    case .phone: phone = PhoneNumber(e164: value)
    case .telegram: telegram = value
    case .email: email = value
    }
  }
}
