public import Domain

/// Who is meant: the parsed rule of a segment, with places resolved to codes and attributes to their headers.
public indirect enum SegmentExpression: Sendable, Hashable {
  case everyone
  /// Two or more.
  case and([SegmentExpression])
  /// Two or more.
  case or([SegmentExpression])
  case not(SegmentExpression)
  /// The column was never recorded.
  case unknown(SegmentColumn)
  case fact(Fact)
  case has(ContactWay)
  /// Some activity reached the person on that day or later.
  case reached(since: LocalDate)
  case sex(Sex)
  /// Whole years in the year that the rule is asked for.
  case age(NumberTest)
  /// One of these ISO 639 codes.
  case language([String])
  /// In one of these places or anywhere inside them.
  case place([Place.Code])
  case attribute(String, AttributeTest)
}

/// A comparison of a number; ages and numeric attributes share it.
public enum NumberTest: Sendable, Hashable {
  public enum Order: String, Sendable, Hashable, CaseIterable {
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  case order(Order, Double)
  case oneOf([Double])

  public func holds(_ number: Double) -> Bool {
    switch self {
    case .order(.less, let limit): number < limit
    case .order(.lessOrEqual, let limit): number <= limit
    case .order(.greater, let limit): number > limit
    case .order(.greaterOrEqual, let limit): number >= limit
    case .oneOf(let numbers): numbers.contains(number)
    }
  }
}

/// A question to a further column, in the kind that the whole column has.
public enum AttributeTest: Sendable, Hashable {
  case flag
  case number(NumberTest)
  /// One of these words, without regard to case and invisible word boundaries.
  case text([String])

  /// A value of another kind than the column's answers "unknown"; a text column reads every value as text.
  public func truth(of value: AttributeValue) -> Truth {
    switch (self, value) {
    case (.flag, .flag(let flag)): Truth(flag)
    case (.number(let test), .number(let number)): Truth(test.holds(number))
    case (.text(let words), let value):
      Truth(words.contains { PlainWord($0) == PlainWord(value.text) })
    default: .unknown
    }
  }
}

extension AttributeValue {
  /// The value as somebody would write it in a rule.
  var text: String {
    switch self {
    case .text(let text): text
    case .number(let number): number.plain
    case .flag(let flag): flag ? "yes" : "no"
    }
  }
}

extension Double {
  /// "18", not "18.0".
  var plain: String {
    self == rounded() && magnitude < 1e15 ? String(Int64(self)) : "\(self)"
  }
}
