import Domain

extension SegmentExpression: CustomStringConvertible {
  /// The rule in its canonical spelling; parsing it gives the same expression again.
  public var text: String {
    switch self {
    case .everyone: "everyone"
    case .and(let parts): parts.map { $0.bracketed(inside: self) }.joined(separator: " and ")
    case .or(let parts): parts.map { $0.bracketed(inside: self) }.joined(separator: " or ")
    case .not(let inner): inner.negatedEquality ?? "not \(inner.bracketed(inside: self))"
    case .unknown(let column): "unknown \(column.text)"
    case .fact(let fact): fact.rawValue
    case .has(let way): "has \(way.rawValue)"
    case .reached(let since): "reached since \(since)"
    case .sex(let sex): "sex = \(sex.rawValue)"
    case .age(let test): "age \(test.text)"
    case .language(let codes): "language \(Self.equality(codes))"
    case .place(let codes): "place \(Self.equality(codes.map(\.text)))"
    case .attribute(let header, let test): test.text(SegmentColumn.attribute(header).text)
    }
  }

  public var description: String { text }

  private func bracketed(inside outer: SegmentExpression) -> String {
    switch (outer, self) {
    case (.or, .and): text
    case (_, .and), (_, .or): "(\(text))"
    default: text
    }
  }

  /// `x != 1` reads better than `not x = 1`; nil when this is no comparison with one value.
  private var negatedEquality: String? {
    switch self {
    case .sex(let sex): "sex != \(sex.rawValue)"
    case .age(.oneOf(let numbers)) where numbers.count == 1: "age != \(numbers[0].plain)"
    case .language(let codes) where codes.count == 1: "language != \(codes[0])"
    case .place(let codes) where codes.count == 1: "place != \(codes[0])"
    default: nil
    }
  }

  fileprivate static func equality(_ values: [String]) -> String {
    values.count == 1 ? "= \(values[0])" : "in (\(values.joined(separator: ", ")))"
  }
}

extension NumberTest {
  var text: String {
    switch self {
    case .order(let order, let number): "\(order.rawValue) \(number.plain)"
    case .oneOf(let numbers): SegmentExpression.equality(numbers.map(\.plain))
    }
  }
}

extension AttributeTest {
  func text(_ column: String) -> String {
    switch self {
    case .flag: column
    case .number(let test): "\(column) \(test.text)"
    case .text(let words): "\(column) \(SegmentExpression.equality(words.map { $0.quoted("\"") }))"
    }
  }
}

extension SegmentColumn {
  /// The column as a rule names it; a header that could be misread stands in backquotes.
  var text: String {
    switch self {
    case .fact(let fact): fact.rawValue
    case .sex: "sex"
    case .age: "age"
    case .language: "language"
    case .place: "place"
    case .attribute(let header):
      Self.needsQuotes(header) ? header.quoted("`") : header
    }
  }

  private static func needsQuotes(_ header: String) -> Bool {
    let lower = header.lowercased()
    return !SegmentLexer.isWord(header) || Fact(rawValue: lower) != nil || SegmentReader.columns.contains(lower)
      || SegmentReader.reserved.contains(lower)
  }
}

extension String {
  fileprivate func quoted(_ mark: Unicode.Scalar) -> String {
    var text = String.UnicodeScalarView([mark])
    for scalar in unicodeScalars {
      if scalar == mark || scalar == "\\" { text.append("\\") }
      text.append(scalar)
    }
    text.append(mark)
    return String(text)
  }
}
