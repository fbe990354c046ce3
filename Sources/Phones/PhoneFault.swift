/// Why a cell or a field holds no telephone number. It never repeats what was typed: that may be a person's number.
public enum PhoneFault: Error, Equatable, Sendable, CaseIterable, CustomStringConvertible {
  case empty
  /// Words, or signs that stand in no number.
  case notANumber
  case tooShort
  case tooLong
  /// A spreadsheet rounded it to scientific notation and digits are gone.
  case lostDigits
  case unknownCountry
  /// The length is right, but no such number is given out.
  case unassigned

  public var description: String {
    switch self {
    case .empty: "There is no phone number; \(Self.remedy)."
    case .notANumber: "This is not a phone number; \(Self.remedy)."
    case .tooShort: "The phone number has too few digits; \(Self.remedy)."
    case .tooLong: "The phone number has too many digits; \(Self.remedy)."
    case .lostDigits:
      "A spreadsheet rounded this phone number and digits are lost; format the column as text and enter it again."
    case .unknownCountry: "The phone number begins with no country code that exists; \(Self.remedy)."
    case .unassigned: "No phone number begins like this; check its first digits. \(Self.example)"
    }
  }

  private static let remedy = "enter a phone number like 012 345 678 or +855 12 345 678"
  private static let example = "A phone number is like 012 345 678 or +855 12 345 678."
}
