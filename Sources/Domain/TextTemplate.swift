/// The blanks that a text may leave for each receiver. Closed: a blank that nobody fills must never reach a person.
public enum TextField: String, Sendable, Codable, CaseIterable {
  /// The receiver's name.
  case name
  /// Where the occurrence takes place that the message invites to; else the receiver's village.
  case place
  /// Day and time of that occurrence.
  case date, time
  /// The office's name.
  case office
  /// How to get no further messages.
  case stop

  /// True for what only a message before an occurrence can fill.
  public var needsOccurrence: Bool { self == .date || self == .time }
}

/// A text with blanks in braces, read once; what is put into a blank is never read again as a template.
public struct TextTemplate: Hashable, Sendable {
  public enum Piece: Hashable, Sendable {
    case words(String)
    case field(TextField)
  }

  /// Why a text is no template.
  public enum Problem: Error, Hashable, Sendable {
    /// The name between the braces, and the scalars before its opening brace.
    case unknownField(String, at: Int)
    /// A brace without its partner.
    case looseBrace(at: Int)
  }

  public let pieces: [Piece]

  public init(_ text: String) throws(Problem) {
    var pieces: [Piece] = []
    var words = ""
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      switch scalars[index] {
      case "}": throw .looseBrace(at: index)
      case "{":
        guard let end = scalars[index...].firstIndex(of: "}") else { throw .looseBrace(at: index) }
        var name = String.UnicodeScalarView()
        name.append(contentsOf: scalars[(index + 1)..<end])
        guard let field = TextField(rawValue: String(name)) else { throw .unknownField(String(name), at: index) }
        if !words.isEmpty { pieces.append(.words(words)) }
        words = ""
        pieces.append(.field(field))
        index = end
      default: words.unicodeScalars.append(scalars[index])
      }
      index += 1
    }
    if !words.isEmpty { pieces.append(.words(words)) }
    self.pieces = pieces
  }

  public var fields: Set<TextField> {
    Set(pieces.compactMap { if case .field(let field) = $0 { field } else { nil } })
  }

  /// The text with its blanks filled; nil when a value is missing.
  public func rendered(_ value: (TextField) -> String?) -> String? {
    var text = ""
    for piece in pieces {
      switch piece {
      case .words(let words): text += words
      case .field(let field):
        guard let filled = value(field) else { return nil }
        text += filled
      }
    }
    return text
  }

  /// True when the text tells how to opt out: by ``TextField/stop``, or by a keyword in its own words.
  public var offersOptOut: Bool {
    if fields.contains(.stop) { return true }
    return pieces.contains { piece in
      guard case .words(let words) = piece else { return false }
      return words.uppercased().contains("STOP") || words.contains("ឈប់") || words.contains("បញ្ឈប់")
    }
  }
}
