/// A JSON5 text as a tree that still knows where everything stood, so that a wrong value can be pointed at.
struct JSON5Value: Equatable {
  enum Content: Equatable {
    case null
    case bool(Bool)
    case number(JSON5Number)
    case string(String)
    case array([JSON5Value])
    case object([JSON5Member])
  }

  var content: Content
  var position: Position

  /// What a person would call this value, for "expected …, found …".
  var kindName: String {
    switch content {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let number): "the number \(number.text)"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// One `key: value` of an object, in the order written.
struct JSON5Member: Equatable {
  var key: String
  var keyPosition: Position
  var value: JSON5Value
}

/// A number as written and as understood; whole numbers stay exact.
struct JSON5Number: Equatable {
  var text: String
  /// Set when the number was written without point and exponent and fits.
  var integer: Int?
  var double: Double
}

/// The first place where a text stops being JSON5.
struct JSON5SyntaxError: Error, Equatable {
  var position: Position
  var message: String
  var advice: String?
}
