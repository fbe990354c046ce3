import Domain

/// Phrases carry "|" at word boundaries; ``SegmentSentences`` turns it into U+200B.
extension SegmentSentences {
  func khmer(_ condition: SegmentExpression, _ positive: Bool) -> String {
    switch condition {
    case .everyone: positive ? "មនុស្ស|ទាំងអស់|ក្នុង|បញ្ជី" : "គ្មាន|នរណា|ម្នាក់"
    case .fact(let fact): khmer(fact, positive)
    case .unknown(let column):
      positive ? "មិន|ទាន់|បាន|កត់ត្រា|\(khmer(column))" : "បាន|កត់ត្រា|\(khmer(column))"
    case .has(let way): "\(positive ? "មាន" : "គ្មាន")|\(khmer(way))"
    case .reached(let day):
      (positive ? "បាន|ទទួល|ព័ត៌មាន" : "មិន|បាន|ទទួល|ព័ត៌មាន") + "|ចាប់|ពី|ថ្ងៃទី|\(Self.digits("\(day)"))"
    case .sex(let sex): "ជា|\(positive == (sex == .female) ? "ស្ត្រី" : "បុរស")"
    case .age(let test): "អាយុ|\(khmer(test, positive))|ឆ្នាំ"
    case .language(let codes):
      "\(positive ? "និយាយ" : "មិន|និយាយ")|ភាសា|\(codes.map(Self.khmerName).joined(separator: " ឬ "))"
    case .place(let places): "\(positive ? "រស់នៅ" : "មិន|រស់នៅ")|ក្នុង|\(titles(places))"
    case .attribute(let header, let test): khmer(header, test, positive)
    case .and, .or, .not: preconditionFailure("joined(_:_:_:_:) says these")
    }
  }

  private func khmer(_ fact: Fact, _ positive: Bool) -> String {
    let (yes, no) =
      switch fact {
      case .ownsMotorbike: ("មាន|ម៉ូតូ", "គ្មាន|ម៉ូតូ")
      case .ownsHouse: ("មាន|ផ្ទះ|ផ្ទាល់|ខ្លួន", "គ្មាន|ផ្ទះ|ផ្ទាល់|ខ្លួន")
      case .ownsBusiness: ("មាន|អាជីវកម្ម", "គ្មាន|អាជីវកម្ម")
      case .idPoor: ("ជា|គ្រួសារ|ក្រីក្រ", "មិន|មែន|ជា|គ្រួសារ|ក្រីក្រ")
      case .disability: ("មាន|ពិការភាព", "គ្មាន|ពិការភាព")
      case .ethnicMinority: ("ជា|ជនជាតិ|ភាគតិច", "មិន|មែន|ជា|ជនជាតិ|ភាគតិច")
      }
    return positive ? yes : no
  }

  private func khmer(_ way: ContactWay) -> String {
    switch way {
    case .phone: "លេខ|ទូរស័ព្ទ|ក្នុង|បញ្ជី"
    case .telegram: "Telegram ក្នុង|បញ្ជី"
    case .email: "អ៊ីមែល|ក្នុង|បញ្ជី"
    case .home: "ផ្ទះ|ក្នុង|បញ្ជី"
    }
  }

  private func khmer(_ column: SegmentColumn) -> String {
    switch column {
    case .fact(.ownsMotorbike): "ថា|មាន|ម៉ូតូ|ឬ|អត់"
    case .fact(.ownsHouse): "ថា|មាន|ផ្ទះ|ឬ|អត់"
    case .fact(.ownsBusiness): "ថា|មាន|អាជីវកម្ម|ឬ|អត់"
    case .fact(.idPoor): "ថា|ជា|គ្រួសារ|ក្រីក្រ|ឬ|អត់"
    case .fact(.disability): "ថា|មាន|ពិការភាព|ឬ|អត់"
    case .fact(.ethnicMinority): "ថា|ជា|ជនជាតិ|ភាគតិច|ឬ|អត់"
    case .sex: "ភេទ"
    case .age: "អាយុ"
    case .language: "ភាសា"
    case .place: "កន្លែង|រស់នៅ"
    case .attribute(let header): "«\(header)»"
    }
  }

  private func khmer(_ test: NumberTest, _ positive: Bool) -> String {
    switch (test, positive) {
    case (.order(.less, let limit), true), (.order(.greaterOrEqual, let limit), false):
      "ក្រោម|\(Self.digits(limit.plain))"
    case (.order(.lessOrEqual, let limit), true), (.order(.greater, let limit), false):
      "មិន|លើស|\(Self.digits(limit.plain))"
    case (.order(.greater, let limit), true), (.order(.lessOrEqual, let limit), false):
      "លើស|\(Self.digits(limit.plain))"
    case (.order(.greaterOrEqual, let limit), true), (.order(.less, let limit), false):
      "យ៉ាង|តិច|\(Self.digits(limit.plain))"
    case (.oneOf(let numbers), _):
      (positive ? "" : "មិន|មែន|") + numbers.map { Self.digits($0.plain) }.joined(separator: " ឬ ")
    }
  }

  private func khmer(_ header: String, _ test: AttributeTest, _ positive: Bool) -> String {
    switch test {
    case .flag: "«\(header)» \(positive ? "បាទ/ចាស" : "ទេ")"
    case .number(let test): "«\(header)» \(khmer(test, positive))"
    case .text(let words):
      "«\(header)» \(positive ? "គឺ" : "មិន|មែន")|" + words.map { "«\($0)»" }.joined(separator: " ឬ ")
    }
  }

  /// Running Khmer text has Khmer digits.
  private static func digits(_ text: String) -> String {
    var khmer = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      khmer.append(isDigit ? Unicode.Scalar(scalar.value - 0x30 + 0x17E0)! : scalar)
    }
    return String(khmer)
  }

  private static func khmerName(_ code: String) -> String {
    ["km": "ខ្មែរ", "en": "អង់គ្លេស", "vi": "វៀតណាម", "lo": "ឡាវ", "th": "ថៃ", "zh": "ចិន", "fr": "បារាំង"][code] ?? code
  }
}
