/// What reading one file has brought to light so far: its findings, and the names it uses of things in other files.
struct Reading {
  let file: String
  private(set) var findings: [Finding] = []
  private(set) var references: [Reference] = []

  init(file: String) {
    self.file = file
  }

  mutating func error(_ message: String, at position: Position, field: String? = nil, advice: String? = nil) {
    findings.append(
      Finding(file: file, position: position, message: message, advice: advice, field: field))
  }

  mutating func warning(_ message: String, at position: Position, field: String? = nil, advice: String? = nil) {
    findings.append(
      Finding(file: file, position: position, severity: .warning, message: message, advice: advice, field: field))
  }

  mutating func add(_ finding: Finding) {
    findings.append(finding)
  }

  mutating func refer(to kind: Reference.Kind, _ name: String, at position: Position) {
    references.append(Reference(kind: kind, name: name, file: file, position: position))
  }
}

/// A name that must exist somewhere: in another file of the same call, or in the store already.
struct Reference: Hashable, Sendable {
  enum Kind: String, Hashable, Sendable {
    case place, segment, channel, survey, campaign, event
  }

  var kind: Kind
  var name: String
  var file: String
  var position: Position
}
