/// What a person may agree to, each by itself.
public enum ConsentPurpose: String, Sendable, Codable, CaseIterable {
  case sms, call, telegram, email, visit

  /// What a channel over that kind of address needs; a phone is texted unless the channel calls.
  public static func needed(for kind: AddressKind, calls: Bool = false) -> ConsentPurpose {
    switch kind {
    case .phone: calls ? .call : .sms
    case .telegram: .telegram
    case .email: .email
    }
  }
}

/// One line of the append-only ledger of consent: said by whom, about what, when, and how we know.
public struct ConsentEntry: Hashable, Sendable {
  public enum Source: String, Sendable, Codable {
    case imported = "import"
    case reply, link, door, counter, staff, provider
  }

  public var citizen: CitizenID?
  /// Nil: all purposes at once, as STOP means it.
  public var purpose: ConsentPurpose?
  public var given: Bool
  public var source: Source
  public var at: Instant

  public init(
    citizen: CitizenID?, purpose: ConsentPurpose?, given: Bool, source: Source, at: Instant
  ) {
    self.citizen = citizen
    self.purpose = purpose
    self.given = given
    self.source = source
    self.at = at
  }
}

/// What the ledger amounts to for one person and purpose. Absent is no; a later entry outweighs an earlier one,
/// except that an import never loosens what a person said otherwise.
public struct ConsentState: Hashable, Sendable {
  public private(set) var given = false
  private var saidByPerson = false

  public init() {}

  public mutating func append(given: Bool, source: ConsentEntry.Source) {
    if source == .imported {
      if !given { self.given = false } else if !saidByPerson { self.given = true }
      return
    }
    self.given = given
    saidByPerson = true
  }
}
