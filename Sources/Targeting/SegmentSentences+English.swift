import Domain

extension SegmentSentences {
  func english(_ condition: SegmentExpression, _ positive: Bool) -> String {
    switch condition {
    case .everyone: positive ? "everyone on record" : "no one"
    case .fact(let fact): english(fact, positive)
    case .unknown(let column):
      positive ? "\(english(column)) was never recorded" : "\(english(column)) is on record"
    case .has(let way): "\(positive ? "has" : "has no") \(english(way))"
    case .reached(let day): "was \(positive ? "" : "not ")reached since \(day)"
    case .sex(let sex): "is \(positive == (sex == .female) ? "female" : "male")"
    case .age(let test): "is \(english(test, positive)) years old"
    case .language(let codes):
      "\(positive ? "speaks" : "does not speak") \(codes.map(Self.englishName).joined(separator: " or "))"
    case .place(let places): "\(positive ? "lives in" : "does not live in") \(titles(places))"
    case .attribute(let header, let test): english(header, test, positive)
    case .and, .or, .not: preconditionFailure("joined(_:_:_:_:) says these")
    }
  }

  private func english(_ fact: Fact, _ positive: Bool) -> String {
    switch fact {
    case .ownsMotorbike: "\(positive ? "owns a" : "owns no") motorbike"
    case .ownsHouse: "\(positive ? "owns a" : "owns no") house"
    case .ownsBusiness: "\(positive ? "owns a" : "owns no") business"
    case .idPoor: "is \(positive ? "" : "not ")in an ID-Poor household"
    case .disability: "has \(positive ? "a" : "no") disability"
    case .ethnicMinority: "is \(positive ? "" : "not ")of an ethnic minority"
    }
  }

  private func english(_ way: ContactWay) -> String {
    switch way {
    case .phone: "phone on record"
    case .telegram: "Telegram on record"
    case .email: "e-mail on record"
    case .home: "home on record"
    }
  }

  private func english(_ column: SegmentColumn) -> String {
    switch column {
    case .fact(.ownsMotorbike): "owning a motorbike"
    case .fact(.ownsHouse): "owning a house"
    case .fact(.ownsBusiness): "owning a business"
    case .fact(.idPoor): "being in an ID-Poor household"
    case .fact(.disability): "having a disability"
    case .fact(.ethnicMinority): "being of an ethnic minority"
    case .sex: "the sex"
    case .age: "the age"
    case .language: "the language"
    case .place: "the place"
    case .attribute(let header): "“\(header)”"
    }
  }

  private func english(_ test: NumberTest, _ positive: Bool) -> String {
    switch (test, positive) {
    case (.order(.less, let limit), true), (.order(.greaterOrEqual, let limit), false): "under \(limit.plain)"
    case (.order(.lessOrEqual, let limit), true), (.order(.greater, let limit), false): "at most \(limit.plain)"
    case (.order(.greater, let limit), true), (.order(.lessOrEqual, let limit), false): "over \(limit.plain)"
    case (.order(.greaterOrEqual, let limit), true), (.order(.less, let limit), false): "at least \(limit.plain)"
    case (.oneOf(let numbers), _):
      (positive ? "" : "not ") + numbers.map(\.plain).joined(separator: " or ")
    }
  }

  private func english(_ header: String, _ test: AttributeTest, _ positive: Bool) -> String {
    switch test {
    case .flag: "“\(header)” is \(positive ? "yes" : "no")"
    case .number(let test): "“\(header)” is \(english(test, positive))"
    case .text(let words):
      "“\(header)” is \(positive ? "" : "not ")" + words.map { "“\($0)”" }.joined(separator: " or ")
    }
  }

  private static func englishName(_ code: String) -> String {
    ["km": "Khmer", "en": "English", "vi": "Vietnamese", "lo": "Lao", "th": "Thai", "zh": "Chinese", "fr": "French"][
      code]
      ?? code
  }
}
