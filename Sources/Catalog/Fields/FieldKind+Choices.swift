/// Lists, objects and choices made of other kinds.
extension FieldKind {
  /// One of a closed set of words.
  static func choice(_ words: [String: Value]) -> FieldKind {
    let known = words.keys.sorted()
    let schema: JSONTree =
      known.isEmpty ? ["type": "string"] : ["type": "string", "enum": .array(known.map { .string($0) })]
    return FieldKind(schema: { schema }) { value, reading in
      guard case .string(let word) = value.content else {
        reading.wrongType(value, expected: "a text", advice: "one of: \(known.joined(separator: ", "))")
        return nil
      }
      if let chosen = words[word] { return chosen }
      reading.error(
        "\"\(word)\" is not known here", at: value.position, advice: adviceForUnknown(word, known: known, listing: 20))
      return nil
    }
  }

  /// A list; wrong elements are findings and the others are kept.
  static func list<Element>(of kind: FieldKind<Element>, atLeast: Int = 0) -> FieldKind where Value == [Element] {
    FieldKind(schema: {
      ["type": "array", "items": kind.schema(), "minItems": .integer(atLeast)]
    }) { value, reading in
      guard case .array(let values) = value.content else {
        reading.wrongType(value, expected: "a list", advice: "put it between [ and ]")
        return nil
      }
      if values.count < atLeast {
        reading.error("this list is empty", at: value.position, advice: "name at least \(atLeast)")
        return nil
      }
      return values.compactMap { kind.read($0, &reading) }
    }
  }

  /// An object whose keys are free names.
  static func names<Element>(
    to kind: FieldKind<Element>, key: FieldKind<String>
  ) -> FieldKind where Value == [(name: Located<String>, value: Element)] {
    FieldKind(schema: { ["type": "object", "additionalProperties": kind.schema()] }) { value, reading in
      guard case .object(let members) = value.content else {
        reading.wrongType(value, expected: "an object", advice: "put it between { and }")
        return nil
      }
      return members.compactMap { member in
        let keyValue = JSON5Value(content: .string(member.key), position: member.keyPosition)
        let name = key.read(keyValue, &reading)
        let element = kind.read(member.value, &reading)
        guard let name, let element else { return nil }
        return (Located(value: name, position: member.keyPosition), element)
      }
    }
  }

  /// An object with declared keys.
  static func object(_ what: String, _ body: @escaping (inout FieldReader) -> Value?) -> FieldKind {
    FieldKind(schema: { FieldReader.schema(what, body) }) { value, reading in
      FieldReader.read(value, what, &reading, body)
    }
  }

  /// Either of two kinds, told apart by how the value looks.
  static func either(
    _ first: FieldKind, or second: FieldKind, when isSecond: @escaping (JSON5Value.Content) -> Bool
  ) -> FieldKind {
    FieldKind(schema: { ["anyOf": [first.schema(), second.schema()]] }) { value, reading in
      isSecond(value.content) ? second.read(value, &reading) : first.read(value, &reading)
    }
  }
}

extension JSON5Value.Content {
  var isObject: Bool { if case .object = self { true } else { false } }
  var isArray: Bool { if case .array = self { true } else { false } }
  var isString: Bool { if case .string = self { true } else { false } }
}
