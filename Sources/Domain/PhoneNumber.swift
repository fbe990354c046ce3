/// A telephone number in E.164. It has no plain description: a number in a log is a person in a log.
public struct PhoneNumber: Hashable, Sendable {
  /// "+" and 8–15 digits.
  public let e164: String

  public init?(e164: String) {
    let digits = e164.utf8.dropFirst()
    guard e164.utf8.first == UInt8(ascii: "+"), (8...15).contains(digits.count),
      digits.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    self.e164 = e164
  }

  /// For people who may know that there is a number but not which: the country code and the last three digits.
  public var masked: String { "\(e164.prefix(4))•••••\(e164.suffix(3))" }
}

extension PhoneNumber: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "PhoneNumber(hidden)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// By which kind of address a channel finds a person.
public enum AddressKind: String, Sendable, Codable, CaseIterable {
  case phone, telegram, email
}

/// One address of one kind, normalised: E.164, a Telegram name or chat id, a mail address. Hidden like a number.
public struct Address: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public let kind: AddressKind
  public let value: String

  public init(_ kind: AddressKind, _ value: String) {
    self.kind = kind
    self.value = value
  }

  public init(_ phone: PhoneNumber) { self.init(.phone, phone.e164) }

  public var description: String { "Address(\(kind.rawValue), hidden)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
