/// One thing wrong in a file that people edit, said so that they can mend it without asking anyone.
///
/// Readers collect findings and never stop at the first one: a coordinator mends a file once, not ten times.
public struct Finding: Error, Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable {
    /// The file cannot be taken as it is.
    case error
    /// The file is taken, but somebody should look.
    case warning
  }

  /// The path as the person gave it.
  public var file: String
  public var position: Position
  public var severity: Severity
  /// What is wrong, without a full stop.
  public var message: String
  /// What would be right; nil where the message says it already.
  public var advice: String?
  /// The key or column at fault, for reports that sort by it; nil where the whole file is meant.
  public var field: String?

  public init(
    file: String, position: Position, severity: Severity = .error, message: String, advice: String? = nil,
    field: String? = nil
  ) {
    self.file = file
    self.position = position
    self.severity = severity
    self.message = message
    self.advice = advice
    self.field = field
  }
}

/// A place in a text, counted as editors do.
public struct Position: Hashable, Sendable, Comparable {
  /// Lines from 1.
  public var line: Int
  /// Unicode scalars from 1.
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static let start = Position(line: 1, column: 1)

  public static func < (a: Position, b: Position) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

extension Finding: CustomStringConvertible {
  /// `FILE:LINE:COLUMN: error: what is wrong; what would be right`, the form editors and terminals make a link of.
  public var description: String {
    let place = "\(file):\(position.line):\(position.column)"
    let remedy = advice.map { "; \($0)" } ?? ""
    return "\(place): \(severity.rawValue): \(message)\(remedy)"
  }
}

extension Finding: Comparable {
  /// By file, then by place: the order in which a person walks through the files.
  public static func < (a: Finding, b: Finding) -> Bool {
    if a.file != b.file { return a.file < b.file }
    if a.position != b.position { return a.position < b.position }
    return (a.severity.rawValue, a.message) < (b.severity.rawValue, b.message)
  }
}

extension Sequence where Element == Finding {
  /// True if one of the findings forbids taking the files.
  public var hasErrors: Bool { contains { $0.severity == .error } }
}
