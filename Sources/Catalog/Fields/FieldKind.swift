/// What may stand behind a key: how to read it, and how a schema describes it. One declaration serves both.
struct FieldKind<Value> {
  /// JSON Schema of the value.
  let schema: () -> JSONTree
  /// Nil when the value is wrong; then a finding says why.
  let read: (JSON5Value, inout Reading) -> Value?
}

/// Why a phrase was not understood.
struct PhraseProblem: Error {
  var message: String
  var advice: String?

  init(_ message: String, advice: String? = nil) {
    self.message = message
    self.advice = advice
  }
}

extension FieldKind {
  /// The same value, made into something else that may refuse it.
  func map<Other>(_ make: @escaping (Value) throws(PhraseProblem) -> Other) -> FieldKind<Other> {
    FieldKind<Other>(schema: schema) { value, reading in
      guard let plain = read(value, &reading) else { return nil }
      do throws(PhraseProblem) {
        return try make(plain)
      } catch {
        reading.error(error.message, at: value.position, advice: error.advice)
        return nil
      }
    }
  }

  /// The value together with the place where it stands, for checks that come later.
  var located: FieldKind<Located<Value>> {
    FieldKind<Located<Value>>(schema: schema) { value, reading in
      read(value, &reading).map { Located(value: $0, position: value.position) }
    }
  }
}

/// A value that remembers where it was written.
struct Located<Value> {
  var value: Value
  var position: Position
}

// MARK: Plain values

extension FieldKind<String> {
  /// A text that says something: not empty, without spaces around it.
  static func text(limit: Int = 2_000, advice: String = "write a text in quotes") -> FieldKind {
    FieldKind(schema: { ["type": "string", "minLength": .integer(1), "maxLength": .integer(limit)] }) {
      value, reading in
      guard case .string(let text) = value.content else {
        reading.wrongType(value, expected: "a text", advice: advice)
        return nil
      }
      guard text.contains(where: { !$0.isWhitespace }) else {
        reading.error("this text is empty", at: value.position, advice: advice)
        return nil
      }
      guard text.unicodeScalars.count <= limit else {
        reading.error("this text has more than \(limit) characters", at: value.position, advice: "shorten it")
        return nil
      }
      return text
    }
  }
}

extension FieldKind<Bool> {
  static var yesNo: FieldKind {
    FieldKind(schema: { ["type": "boolean"] }) { value, reading in
      guard case .bool(let flag) = value.content else {
        reading.wrongType(value, expected: "true or false", advice: nil)
        return nil
      }
      return flag
    }
  }
}

extension FieldKind<Int> {
  static func whole(_ range: ClosedRange<Int>) -> FieldKind {
    FieldKind(schema: {
      ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
    }) { value, reading in
      let advice = "write a whole number from \(range.lowerBound) to \(range.upperBound)"
      guard case .number(let number) = value.content, let whole = number.integer else {
        reading.wrongType(value, expected: "a whole number", advice: advice)
        return nil
      }
      guard range.contains(whole) else {
        reading.error("\(whole) is out of range", at: value.position, advice: advice)
        return nil
      }
      return whole
    }
  }
}

extension FieldKind<Double> {
  static func number(_ range: ClosedRange<Double>) -> FieldKind {
    FieldKind(schema: {
      ["type": "number", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)]
    }) { value, reading in
      let advice = "write a number from \(plainNumber(range.lowerBound)) to \(plainNumber(range.upperBound))"
      guard case .number(let number) = value.content else {
        reading.wrongType(value, expected: "a number", advice: advice)
        return nil
      }
      guard range.contains(number.double) else {
        reading.error("\(number.text) is out of range", at: value.position, advice: advice)
        return nil
      }
      return number.double
    }
  }
}

extension Reading {
  mutating func wrongType(_ value: JSON5Value, expected: String, advice: String?) {
    error("expected \(expected), found \(value.kindName)", at: value.position, advice: advice)
  }
}
