import Domain

/// Reads the segment language of `docs/segments.md`. Every name is checked against the vocabulary, so a rule that
/// parses can be counted.
public struct SegmentParser: Sendable {
  /// Brackets and `not` deeper than this are refused: nobody reads them, and a hostile rule must not fill the stack.
  public static let deepest = 100
  /// Unicode scalars; longer rules are refused.
  public static let longest = 20_000

  let vocabulary: SegmentVocabulary

  public init(_ vocabulary: SegmentVocabulary = SegmentVocabulary()) { self.vocabulary = vocabulary }

  public func parse(_ text: String) throws(SegmentSyntaxError) -> SegmentExpression {
    guard text.unicodeScalars.count <= Self.longest else {
      throw SegmentSyntaxError(
        column: Self.longest + 1, "the rule is longer than \(Self.longest) characters", suggestion: "split it")
    }
    var reader = SegmentReader(tokens: try SegmentLexer.tokens(text), vocabulary: vocabulary)
    let expression = try reader.disjunction()
    guard reader.token.kind == .end else { throw reader.expected("and, or, or the end", at: reader.token) }
    return expression
  }
}

/// The descent through the tokens of one rule; `SegmentReader+Condition.swift` reads the single conditions.
struct SegmentReader {
  static let reserved: Set<String> = ["and", "or", "not", "in", "has", "unknown", "reached", "since", "everyone"]
  static let columns = ["sex", "age", "language", "place"]

  let tokens: [SegmentToken]
  let vocabulary: SegmentVocabulary
  private var at = 0
  private var depth = 0

  init(tokens: [SegmentToken], vocabulary: SegmentVocabulary) {
    self.tokens = tokens
    self.vocabulary = vocabulary
  }

  var token: SegmentToken { tokens[at] }

  mutating func disjunction() throws(SegmentSyntaxError) -> SegmentExpression {
    var parts = [try conjunction()]
    while skip("or") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func conjunction() throws(SegmentSyntaxError) -> SegmentExpression {
    var parts = [try negation()]
    while skip("and") { parts.append(try negation()) }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func negation() throws(SegmentSyntaxError) -> SegmentExpression {
    let opening = token
    depth += 1
    defer { depth -= 1 }
    guard depth <= SegmentParser.deepest else {
      throw SegmentSyntaxError(
        column: opening.column, "the rule nests deeper than \(SegmentParser.deepest) levels",
        suggestion: "write it with fewer brackets")
    }
    if skip("not") { return .not(try negation()) }
    guard skip("(") else { return try condition() }
    let inner = try disjunction()
    guard skip(")") else { throw expected("and, or, or the closing bracket", at: token) }
    return inner
  }

  /// Steps over the keyword or sign if it stands here.
  mutating func skip(_ text: String) -> Bool {
    guard stands(text) else { return false }
    at += 1
    return true
  }

  func stands(_ text: String) -> Bool {
    switch token.kind {
    case .word(let word): word.lowercased() == text
    case .sign(let sign): sign == text
    default: false
    }
  }

  /// Takes the token here and steps on; the end stays where it is.
  mutating func take() -> SegmentToken {
    defer { if at < tokens.count - 1 { at += 1 } }
    return token
  }

  func expected(_ what: String, at token: SegmentToken) -> SegmentSyntaxError {
    var suggestion = "write \(what)"
    if case .word(let word) = token.kind, let near = NearestWord.to(word, among: ["and", "or", "in", "since"]) {
      suggestion = "did you mean \(near)"
    }
    return SegmentSyntaxError(column: token.column, "\(token.shown) cannot stand here", suggestion: suggestion)
  }
}
