public import Domain

/// What was read, with what the reader had to decide, so that an import can show it to somebody.
public struct PhoneReading: Hashable, Sendable {
  public let number: PhoneNumber
  public let notes: [PhoneNote]
}

/// A decision the reader took to get one number out of a cell.
public enum PhoneNote: Hashable, Sendable, CustomStringConvertible {
  /// The cell held more than one number or word; the first number was taken.
  case othersLeftOut
  /// A spreadsheet's scientific notation was undone; no digit was lost.
  case scientificUndone
  /// The leading zero that a spreadsheet takes away was put back.
  case zeroRestored

  public var description: String {
    switch self {
    case .othersLeftOut: "There is more than one number here; the first was taken."
    case .scientificUndone: "A spreadsheet wrote this number in scientific notation; it was undone, no digit was lost."
    case .zeroRestored: "The number had lost its leading zero; it was put back."
    }
  }
}
