/// Reads one object by declared keys, so that a misspelt or forgotten key can never pass silently.
///
/// The same declarations describe the object to an editor: run over nothing, they give its JSON Schema.
/// A body therefore declares every key before it gives up on a wrong one.
struct FieldReader {
  private struct Declaration {
    var name: String
    var isRequired: Bool
    var about: String
    var schema: () -> JSONTree
  }

  /// What the object is, as a message names it: "campaign", "activity".
  let what: String
  let position: Position
  var reading: Reading
  private var members: [String: JSON5Member] = [:]
  private var order: [JSON5Member] = []
  private var declarations: [Declaration] = []
  private var missing: [String] = []

  private init(_ what: String, _ members: [JSON5Member], _ position: Position, _ reading: Reading) {
    self.what = what
    self.position = position
    self.reading = reading
    order = members
    for member in members { self.members[member.key] = member }
  }

  // MARK: Declaring

  /// A key that must be there.
  mutating func required<Value>(_ name: String, _ kind: FieldKind<Value>, _ about: String) -> Value? {
    declare(name, kind, about, isRequired: true)
    guard let member = members[name] else {
      missing.append(name)
      return nil
    }
    return kind.read(member.value, &reading)
  }

  /// A key that may be missing; nil then, and also when it is wrong.
  mutating func optional<Value>(_ name: String, _ kind: FieldKind<Value>, _ about: String) -> Value? {
    declare(name, kind, about, isRequired: false)
    guard let member = members[name] else { return nil }
    if member.value.content == .null { return nil }
    return kind.read(member.value, &reading)
  }

  private mutating func declare<Value>(_ name: String, _ kind: FieldKind<Value>, _ about: String, isRequired: Bool) {
    declarations.append(Declaration(name: name, isRequired: isRequired, about: about, schema: kind.schema))
  }

  // MARK: Asking and complaining

  func has(_ name: String) -> Bool { members[name] != nil }

  /// Where the value of a key stands; the object itself if the key is missing.
  func position(of name: String) -> Position {
    members[name]?.value.position ?? position
  }

  /// Where the value of every key stands that is there.
  var positions: [String: Position] { members.mapValues(\.value.position) }

  mutating func error(_ message: String, at name: String, advice: String? = nil) {
    reading.error(message, at: position(of: name), field: name, advice: advice)
  }

  mutating func warning(_ message: String, at name: String, advice: String? = nil) {
    reading.warning(message, at: position(of: name), field: name, advice: advice)
  }

  /// Complains about the keys that nobody declared and those that are missing; a misspelt key is told once.
  private mutating func finish() {
    let known = declarations.map(\.name)
    let unused = known.filter { members[$0] == nil }
    var meant: Set<String> = []
    for member in order where !known.contains(member.key) {
      let near = nearest(to: member.key, among: unused)
      if let near { meant.insert(near) }
      reading.error(
        "unknown key \"\(member.key)\" in this \(what)", at: member.keyPosition, field: member.key,
        advice: near.map { "did you mean \"\($0)\"?" } ?? adviceForUnknown(member.key, known: known))
    }
    for name in missing where !meant.contains(name) {
      reading.error("this \(what) has no \"\(name)\"", at: position, field: name, advice: "add \(name): …")
    }
  }

  // MARK: Running

  /// - Returns: nil when the object is none, or when the body gave up; findings say why.
  static func read<Value>(
    _ value: JSON5Value, _ what: String, _ reading: inout Reading, _ body: (inout FieldReader) -> Value?
  ) -> Value? {
    guard case .object(let members) = value.content else {
      reading.wrongType(value, expected: "an object (\(what))", advice: "put it between { and }")
      return nil
    }
    var fields = FieldReader(what, members, value.position, reading)
    let result = body(&fields)
    fields.finish()
    reading = fields.reading
    return result
  }

  /// The JSON Schema of an object with these declarations.
  static func schema<Value>(_ what: String, _ body: (inout FieldReader) -> Value?) -> JSONTree {
    var fields = FieldReader(what, [], .start, Reading(file: ""))
    _ = body(&fields)
    let properties = fields.declarations.map { field in
      JSONTree.Member(key: field.name, value: field.schema().described(field.about))
    }
    let required = fields.declarations.filter(\.isRequired).map { JSONTree.string($0.name) }
    var schema: [JSONTree.Member] = [
      .init(key: "type", value: "object"),
      .init(key: "properties", value: .object(properties)),
    ]
    if !required.isEmpty { schema.append(.init(key: "required", value: .array(required))) }
    schema.append(.init(key: "additionalProperties", value: .bool(false)))
    return .object(schema)
  }
}

extension JSONTree {
  fileprivate func described(_ about: String) -> JSONTree {
    guard case .object(let members) = self, !about.isEmpty else { return self }
    return .object([Member(key: "description", value: .string(about))] + members)
  }
}
