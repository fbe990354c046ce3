public import Domain

extension Transaction {
  /// Writes a line of the ledger and what it now amounts to. A refusal of everything (no purpose) also suppresses the
  /// person's addresses, for everybody who shares them; consent given again by the person lifts that.
  public func append(_ entry: ConsentEntry, citizen: CitizenID) throws(StoreError) {
    try run(
      "INSERT INTO consents(citizen, purpose, given, source, at) VALUES(?, ?, ?, ?, ?)",
      [
        .text(citizen.text), Value(entry.purpose?.rawValue), Value(entry.given), .text(entry.source.rawValue),
        .integer(entry.at.milliseconds),
      ])
    for purpose in entry.purpose.map({ [$0] }) ?? ConsentPurpose.allCases {
      try update(citizen, purpose, entry)
    }
    guard entry.purpose == nil else { return }
    for address in try addresses(of: citizen) {
      if entry.given { try lift(address, source: entry.source) } else { try suppress(address, entry) }
    }
  }

  private func update(
    _ citizen: CitizenID, _ purpose: ConsentPurpose, _ entry: ConsentEntry
  ) throws(StoreError) {
    let byImport = entry.source == .imported
    // An import may withdraw, and may grant only where the person has never spoken otherwise.
    try run(
      """
      INSERT INTO consent_now(citizen, purpose, given, said_by_person) VALUES(?1, ?2, ?3, ?4)
      ON CONFLICT(citizen, purpose) DO UPDATE SET
        given = CASE WHEN ?4 = 1 OR ?3 = 0 OR said_by_person = 0 THEN ?3 ELSE given END,
        said_by_person = max(said_by_person, ?4)
      """,
      [.text(citizen.text), .text(purpose.rawValue), Value(entry.given), Value(!byImport)])
  }

  /// What a spreadsheet says about consent: written to the ledger where it changes something.
  func importConsents(of citizen: Citizen, at now: Instant) throws(StoreError) {
    for purpose in ConsentPurpose.allCases {
      guard let given = citizen.consents[purpose] else { continue }
      let known: Bool? = try first(
        "SELECT given FROM consent_now WHERE citizen = ? AND purpose = ?",
        [.text(citizen.id.text), .text(purpose.rawValue)]
      ) { $0.bool(0) }
      if known == given || (known == nil && !given) { continue }
      try append(
        ConsentEntry(citizen: citizen.id, purpose: purpose, given: given, source: .imported, at: now),
        citizen: citizen.id)
    }
    guard citizen.optedOut else { return }
    try append(
      ConsentEntry(citizen: citizen.id, purpose: nil, given: false, source: .imported, at: now), citizen: citizen.id)
  }

  /// True when the ledger amounts to a yes. Absent is no.
  public func hasConsent(_ citizen: CitizenID, _ purpose: ConsentPurpose) throws(StoreError) -> Bool {
    try first(
      "SELECT given FROM consent_now WHERE citizen = ? AND purpose = ?",
      [.text(citizen.text), .text(purpose.rawValue)]) { $0.bool(0) } ?? false
  }

  /// Everybody who said yes to the purpose.
  public func citizens(consentingTo purpose: ConsentPurpose) throws(StoreError) -> Set<CitizenID> {
    Set(
      try all(
        "SELECT citizen FROM consent_now WHERE purpose = ? AND given = 1", [.text(purpose.rawValue)]
      ) { CitizenID($0.text(0)) })
  }

  /// The ledger of one person, oldest first.
  public func consents(of citizen: CitizenID) throws(StoreError) -> [ConsentEntry] {
    try all(
      "SELECT purpose, given, source, at FROM consents WHERE citizen = ? ORDER BY seq", [.text(citizen.text)]
    ) { row in
      ConsentEntry(
        citizen: citizen, purpose: row.textOrNil(0).flatMap { ConsentPurpose(rawValue: $0) }, given: row.bool(1),
        source: ConsentEntry.Source(rawValue: row.text(2)) ?? .staff, at: Instant(milliseconds: row.integer(3)))
    }
  }

  /// True when somebody at that address asked for everything to stop.
  public func isSuppressed(_ addressIndex: [UInt8]) throws(StoreError) -> Bool {
    try first("SELECT 1 FROM suppressions WHERE address_index = ?", [.bytes(addressIndex)]) { _ in true } ?? false
  }

  /// The keyed hashes of all suppressed addresses.
  public func suppressedAddresses() throws(StoreError) -> Set<[UInt8]> {
    Set(try all("SELECT address_index FROM suppressions") { $0.bytes(0) })
  }

  /// Stops everything to an address, also when nobody on record has it.
  public func suppress(_ addressIndex: [UInt8], source: ConsentEntry.Source, at now: Instant) throws(StoreError) {
    try run(
      "INSERT INTO suppressions(address_index, source, since) VALUES(?, ?, ?) ON CONFLICT(address_index) DO NOTHING",
      [.bytes(addressIndex), .text(source.rawValue), .integer(now.milliseconds)])
  }

  /// Lets an address be written to again, by its owner's own word.
  public func unsuppress(_ addressIndex: [UInt8]) throws(StoreError) {
    try run("DELETE FROM suppressions WHERE address_index = ?", [.bytes(addressIndex)])
  }

  private func suppress(_ addressIndex: [UInt8], _ entry: ConsentEntry) throws(StoreError) {
    try suppress(addressIndex, source: entry.source, at: entry.at)
  }

  private func lift(_ addressIndex: [UInt8], source: ConsentEntry.Source) throws(StoreError) {
    if source != .imported { try unsuppress(addressIndex) }
  }

  /// Keyed hashes of the person's addresses.
  private func addresses(of citizen: CitizenID) throws(StoreError) -> [[UInt8]] {
    try first(
      "SELECT phone_index, telegram_index, email_index FROM citizens WHERE id = ?", [.text(citizen.text)]
    ) { row in (0..<3).compactMap { row.bytesOrNil($0) } } ?? []
  }
}

extension Transaction {
  /// What the ledger amounts to for everybody who is in it.
  public func consentsNow() throws(StoreError) -> [CitizenID: [ConsentPurpose: Bool]] {
    var said: [CitizenID: [ConsentPurpose: Bool]] = [:]
    try rows("SELECT citizen, purpose, given FROM consent_now") { row in
      if let purpose = ConsentPurpose(rawValue: row.text(1)) {
        said[CitizenID(row.text(0)), default: [:]][purpose] = row.bool(2)
      }
    }
    return said
  }

  /// Everybody with a suppressed address.
  public func citizensWhoOptedOut() throws(StoreError) -> [CitizenID] {
    try all(
      """
      SELECT id FROM citizens c WHERE EXISTS (SELECT 1 FROM suppressions s
        WHERE s.address_index IN (c.phone_index, c.telegram_index, c.email_index))
      """) { CitizenID($0.text(0)) }
  }
}
