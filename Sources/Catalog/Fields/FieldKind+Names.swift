import Domain

/// Ids, names that people read, places, and words of closed sets.
extension FieldKind {
  /// An id that other documents may name.
  static func id<Noun>() -> FieldKind where Value == Identifier<Noun> {
    FieldKind(schema: { ["type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,63}$"] }) { value, reading in
      let advice = "use lower-case letters, digits and hyphens, 64 at most"
      guard case .string(let text) = value.content else {
        reading.wrongType(value, expected: "an id", advice: advice)
        return nil
      }
      let id = Identifier<Noun>(text)
      if id.isDocumentID { return id }
      reading.error("\"\(shortened(text))\" is no id", at: value.position, advice: advice)
      return nil
    }
  }

  /// The id of something that another file describes.
  static func reference<Noun>(to kind: Reference.Kind) -> FieldKind where Value == Identifier<Noun> {
    let plain = FieldKind<Identifier<Noun>>.id()
    return FieldKind(schema: plain.schema) { value, reading in
      guard let id = plain.read(value, &reading) else { return nil }
      reading.refer(to: kind, id.text, at: value.position)
      return id
    }
  }

  /// One word of a closed set of the domain.
  static func word() -> FieldKind where Value: CaseIterable & RawRepresentable<String> {
    .choice(Dictionary(uniqueKeysWithValues: Value.allCases.map { ($0.rawValue, $0) }))
  }
}

extension FieldKind<LocalizedText> {
  /// Words in Khmer, English or both.
  static func words(limit: Int = 200) -> FieldKind {
    .object("text in languages") { fields in
      let km = fields.optional("km", .text(limit: limit), "in Khmer")
      let en = fields.optional("en", .text(limit: limit), "in English")
      if !fields.has("km"), !fields.has("en") {
        fields.reading.error(
          "there are no words here", at: fields.position, advice: "write { km: \"…\", en: \"…\" }")
      }
      return km == nil && en == nil ? nil : LocalizedText(km: km, en: en)
    }
  }
}

extension FieldKind<Place.Code> {
  /// The official code of a place that must be known.
  static var place: FieldKind {
    FieldKind(schema: { ["type": "string", "pattern": "^([0-9]{2}){1,4}$"] }) { value, reading in
      guard case .string(let text) = value.content else {
        reading.wrongType(value, expected: "a place code in quotes", advice: "codes have 2, 4, 6 or 8 digits")
        return nil
      }
      guard let code = Place.Code(text) else {
        reading.error("\"\(shortened(text))\" is no place code", at: value.position, advice: adviceForCode(text))
        return nil
      }
      reading.refer(to: .place, text, at: value.position)
      return code
    }
  }
}

extension FieldKind<Weekday> {
  static var weekday: FieldKind {
    .phrase("weekday", like: "monday") { Weekday(name: $0.lowercased()) }
  }
}
