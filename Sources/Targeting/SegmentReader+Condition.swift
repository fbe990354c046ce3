import Domain

/// A column compared with values, before it is known what the column holds.
struct SegmentComparison {
  enum Sign: Hashable {
    case equal
    case order(NumberTest.Order)
  }

  struct Value {
    var text: String
    var column: Int
  }

  var sign: Sign
  var negated: Bool
  var values: [Value]
  /// Where the sign stands.
  var column: Int
}

extension SegmentReader {
  mutating func condition() throws(SegmentSyntaxError) -> SegmentExpression {
    if skip("everyone") { return .everyone }
    if skip("unknown") { return .unknown(try unknownColumn()) }
    if skip("has") { return .has(try way()) }
    if skip("reached") {
      guard skip("since") else { throw expected("since and a day, for example reached since 2026-01-01", at: token) }
      return .reached(since: try day())
    }
    let named = token
    let column = try self.column()
    guard let comparison = try comparison() else { return try alone(column, named) }
    return try build(column, comparison)
  }

  private mutating func unknownColumn() throws(SegmentSyntaxError) -> SegmentColumn {
    if stands("has") || stands("reached") {
      throw SegmentSyntaxError(
        column: token.column, "whether somebody \(stands("has") ? "has an address" : "was reached") is always known",
        suggestion: "write not instead of unknown")
    }
    return try column()
  }

  private mutating func way() throws(SegmentSyntaxError) -> ContactWay {
    let token = take()
    let words = ContactWay.allCases.map(\.rawValue)
    guard case .word(let word) = token.kind, let way = ContactWay(rawValue: word.lowercased()) else {
      throw unknown(token, of: words, else: "write has \(words.joined(separator: ", has "))")
    }
    return way
  }

  private mutating func day() throws(SegmentSyntaxError) -> LocalDate {
    let token = take()
    switch token.kind {
    case .number(let text), .text(let text):
      if let date = LocalDate(text) { return date }
    default: break
    }
    throw SegmentSyntaxError(
      column: token.column, "\(token.shown) is no day", suggestion: "write year, month and day like 2026-01-31")
  }

  private mutating func column() throws(SegmentSyntaxError) -> SegmentColumn {
    let token = take()
    switch token.kind {
    case .word(let word):
      let lower = word.lowercased()
      if let fact = Fact(rawValue: lower) { return .fact(fact) }
      switch lower {
      case "sex": return .sex
      case "age": return .age
      case "language": return .language
      case "place": return .place
      default: if !Self.reserved.contains(lower), let header = vocabulary.header(word) { return .attribute(header) }
      }
    case .name(let name): if let header = vocabulary.header(name) { return .attribute(header) }
    default: break
    }
    throw unknown(token, of: knownWords, else: "write a column such as owns_house, age >= 18 or place = 0203")
  }

  private var knownWords: [String] {
    Fact.allCases.map(\.rawValue) + Self.columns + Self.reserved.sorted() + vocabulary.attributes.keys.sorted()
  }

  private func unknown(_ token: SegmentToken, of words: [String], else hint: String) -> SegmentSyntaxError {
    switch token.kind {
    case .word(let word), .name(let word), .text(let word):
      if Self.reserved.contains(word.lowercased()) { break }
      let near = NearestWord.to(word, among: words).map { "did you mean \($0)" }
      return SegmentSyntaxError(column: token.column, "unknown word '\(word)'", suggestion: near ?? hint)
    default: break
    }
    return SegmentSyntaxError(column: token.column, "\(token.shown) cannot stand here", suggestion: hint)
  }

  private mutating func comparison() throws(SegmentSyntaxError) -> SegmentComparison? {
    let column = token.column
    if skip("in") { return SegmentComparison(sign: .equal, negated: false, values: try list(), column: column) }
    if skip("not") {
      guard skip("in") else { throw expected("in after not, or and before it", at: token) }
      return SegmentComparison(sign: .equal, negated: true, values: try list(), column: column)
    }
    guard case .sign(let sign) = token.kind, sign != "(", sign != ")", sign != "," else { return nil }
    _ = take()
    let values = [try value()]
    let order = NumberTest.Order(rawValue: sign)
    return SegmentComparison(
      sign: order.map { .order($0) } ?? .equal, negated: sign == "!=", values: values, column: column)
  }

  private mutating func list() throws(SegmentSyntaxError) -> [SegmentComparison.Value] {
    guard skip("(") else { throw expected("a list in brackets, for example in (0203, 0204)", at: token) }
    var values = [try value()]
    while skip(",") { values.append(try value()) }
    guard skip(")") else { throw expected("a comma or the closing bracket", at: token) }
    return values
  }

  private mutating func value() throws(SegmentSyntaxError) -> SegmentComparison.Value {
    let token = take()
    switch token.kind {
    case .word(let text) where Self.reserved.contains(text.lowercased()): break
    case .word(let text), .number(let text), .text(let text):
      return SegmentComparison.Value(text: text, column: token.column)
    default: break
    }
    throw SegmentSyntaxError(
      column: token.column, "\(token.shown) is no value", suggestion: "write a number, a word or \"a text\"")
  }
}
