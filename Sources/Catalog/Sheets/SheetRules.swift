/// Which columns a spreadsheet has, by their headers.
struct SheetRules {
  /// What one row is, as a message names it: "citizen", "place".
  var what: String
  var required: [String]
  var optional: [String]
  /// True where any further column is an attribute; otherwise it is an error.
  var takesFurther = false

  var known: [String] { required + optional }
}

/// The first line of a sheet: what stands in which column.
struct SheetHeader {
  let names: [String]
  private let indexes: [String: Int]

  init(names: [String]) {
    self.names = names
    indexes = Dictionary(names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(_ name: String) -> Int? { indexes[name] }

  /// The columns that the rules do not name: attributes.
  func further(than rules: SheetRules) -> [Int] {
    let known = Set(rules.known)
    return names.indices.filter { !names[$0].isEmpty && !known.contains(names[$0]) }
  }

  /// Complaints about the header itself: missing, unknown and repeated columns.
  func check(against rules: SheetRules, reading: inout Reading, at position: (Int) -> Position) {
    let missing = rules.known.filter { indexes[$0] == nil }
    var meant: Set<String> = []
    for (index, name) in names.enumerated() where !rules.known.contains(name) {
      let near = nearest(to: name, among: missing)
      if let near { meant.insert(near) }
      guard let complaint = complaint(about: name, near: near, rules) else { continue }
      reading.add(complaint.finding(file: reading.file, at: position(index), field: name))
    }
    for (index, name) in names.enumerated() where !name.isEmpty && indexes[name] != index {
      reading.error(
        "the column \"\(name)\" stands here twice", at: position(index), field: name, advice: "keep one of them")
    }
    for name in rules.required where indexes[name] == nil && !meant.contains(name) {
      reading.error(
        "the column \"\(name)\" is missing", at: .start, field: name,
        advice: "a table of \(rules.what)s needs: \(rules.required.joined(separator: ","))")
    }
  }

  private struct Complaint {
    var severity = Finding.Severity.error
    var message: String
    var advice: String

    func finding(file: String, at position: Position, field: String) -> Finding {
      Finding(
        file: file, position: position, severity: severity, message: message, advice: advice,
        field: field.isEmpty ? nil : field)
    }
  }

  /// What is wrong with a column that the rules do not know; nil where it becomes an attribute.
  private func complaint(about name: String, near: String?, _ rules: SheetRules) -> Complaint? {
    if name.isEmpty { return Complaint(message: "a column has no header", advice: "name it or delete it") }
    let unknown = "unknown column \"\(name)\" in a table of \(rules.what)s"
    guard let near else {
      if rules.takesFurther { return nil }
      return Complaint(message: unknown, advice: "known here: \(rules.known.joined(separator: ","))")
    }
    let advice = "did you mean \"\(near)\"?"
    if rules.takesFurther, rules.optional.contains(near) {
      return Complaint(
        severity: .warning, message: "the column \"\(name)\" becomes an attribute", advice: advice)
    }
    return Complaint(message: unknown, advice: advice)
  }
}
