/// Reads JSON5 because Foundation's reader gives no line, takes the first of two equal keys and says nothing.
///
/// The whole language of json5.org except `Infinity` and `NaN`, which no setting of ours can mean.
struct JSON5Reader {
  /// Deeper than any document of ours, shallow enough for any stack.
  static let depthLimit = 64

  var bytes: [UInt8]
  var index = 0
  private var depth = 0
  private var counter = PositionCounter()
  /// Keys written twice in one object: later ones are kept out of the tree.
  private(set) var duplicates: [JSON5Member] = []

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// - Parameter text: UTF-8 without byte order mark.
  /// - Returns: the tree, and the members whose key was there already.
  static func read(_ text: [UInt8]) throws(JSON5SyntaxError) -> (root: JSON5Value, duplicates: [JSON5Member]) {
    var reader = JSON5Reader(text)
    try reader.skipSpace()
    guard reader.peek != nil else {
      throw reader.failure("the file is empty", advice: "a document looks like { segment: { id: \"…\" } }")
    }
    let root = try reader.value()
    try reader.skipSpace()
    if reader.peek != nil {
      throw reader.failure("something follows the end of the document", advice: "keep one document in one file")
    }
    return (root, reader.duplicates)
  }

  // MARK: Values

  private mutating func value() throws(JSON5SyntaxError) -> JSON5Value {
    let position = here
    guard let first = peek else { throw failure("the file ends where a value should stand") }
    switch first {
    case UInt8(ascii: "{"): return JSON5Value(content: .object(try object()), position: position)
    case UInt8(ascii: "["): return JSON5Value(content: .array(try array()), position: position)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return JSON5Value(content: .string(try string()), position: position)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return JSON5Value(content: .number(try number()), position: position)
    default: return JSON5Value(content: try word(), position: position)
    }
  }

  /// Steps over an opening bracket.
  private mutating func enter() throws(JSON5SyntaxError) {
    guard depth < JSON5Reader.depthLimit else {
      throw failure("objects and lists stand deeper than \(JSON5Reader.depthLimit) levels")
    }
    depth += 1
    index += 1
  }

  private mutating func object() throws(JSON5SyntaxError) -> [JSON5Member] {
    let opened = here
    try enter()
    defer { depth -= 1 }
    var members: [JSON5Member] = []
    var seen: Set<String> = []
    while true {
      try skipSpace()
      if take("}") { return members }
      guard peek != nil else { throw unclosed("object", "}", opened) }
      let keyPosition = here
      let key = try self.key()
      try skipSpace()
      guard take(":") else { throw failure("no \":\" after the key \"\(key)\"", advice: "write key: value") }
      try skipSpace()
      let member = JSON5Member(key: key, keyPosition: keyPosition, value: try value())
      if seen.insert(key).inserted { members.append(member) } else { duplicates.append(member) }
      try skipSpace()
      if take(",") { continue }
      guard let next = peek else { throw unclosed("object", "}", opened) }
      guard next == UInt8(ascii: "}") else {
        throw failure("no \",\" after the value of \"\(key)\"", advice: "separate the keys of an object by commas")
      }
    }
  }

  private mutating func array() throws(JSON5SyntaxError) -> [JSON5Value] {
    let opened = here
    try enter()
    defer { depth -= 1 }
    var values: [JSON5Value] = []
    while true {
      try skipSpace()
      if take("]") { return values }
      guard peek != nil else { throw unclosed("list", "]", opened) }
      values.append(try value())
      try skipSpace()
      if take(",") { continue }
      guard let next = peek else { throw unclosed("list", "]", opened) }
      guard next == UInt8(ascii: "]") else {
        throw failure("no \",\" between two values of a list", advice: "separate them by commas")
      }
    }
  }

  private mutating func word() throws(JSON5SyntaxError) -> JSON5Value.Content {
    let start = here
    guard let scalar = scalar(), JSON5Reader.startsName(scalar) else {
      throw failure("a value cannot begin with \(shown)")
    }
    switch try name() {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "Infinity", "NaN":
      throw JSON5SyntaxError(position: start, message: "Infinity and NaN mean nothing here", advice: "write a number")
    case let other:
      throw JSON5SyntaxError(
        position: start, message: "the text \(other) has no quotes", advice: "write \"\(other)\"")
    }
  }

  // MARK: Positions and errors

  var here: Position {
    mutating get { counter.position(of: index, in: bytes) }
  }

  mutating func failure(_ message: String, advice: String? = nil) -> JSON5SyntaxError {
    JSON5SyntaxError(position: here, message: message, advice: advice)
  }

  private func unclosed(_ what: String, _ mark: String, _ opened: Position) -> JSON5SyntaxError {
    JSON5SyntaxError(
      position: opened, message: "this \(what) is never closed", advice: "add the missing \"\(mark)\"")
  }

  /// The character here, as a message shows it.
  private var shown: String {
    guard let scalar = scalar() else { return "the end of the file" }
    return scalar.value < 0x20 ? "a control character" : "\"\(scalar)\""
  }
}
