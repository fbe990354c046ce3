/// One word, number, quoted text or sign of a rule, with its place in it.
struct SegmentToken: Hashable {
  enum Kind: Hashable {
    case word(String)
    /// In backquotes: the header of an attribute, whatever it is called.
    case name(String)
    /// Begins with a digit or a minus: numbers, dates and place codes look alike here.
    case number(String)
    /// In single or double quotes.
    case text(String)
    case sign(String)
    case end
  }

  var kind: Kind
  var column: Int

  /// The token as the reader wrote it, for messages.
  var shown: String {
    switch kind {
    case .word(let text), .name(let text), .number(let text), .text(let text), .sign(let text): "'\(text)'"
    case .end: "the end"
    }
  }
}

/// Cuts a rule into tokens.
struct SegmentLexer {
  private let scalars: [Unicode.Scalar]
  private var at = 0

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  static func tokens(_ text: String) throws(SegmentSyntaxError) -> [SegmentToken] {
    var lexer = SegmentLexer(text)
    var tokens: [SegmentToken] = []
    while let token = try lexer.next() { tokens.append(token) }
    tokens.append(SegmentToken(kind: .end, column: lexer.scalars.count + 1))
    return tokens
  }

  /// True when the text is one bare word that needs no quotes.
  static func isWord(_ text: String) -> Bool {
    guard let tokens = try? tokens(text), tokens.count == 2 else { return false }
    return tokens[0].kind == .word(text)
  }

  private mutating func next() throws(SegmentSyntaxError) -> SegmentToken? {
    while at < scalars.count, scalars[at].properties.isWhitespace || scalars[at] == "\u{200B}" { at += 1 }
    guard at < scalars.count else { return nil }
    let column = at + 1
    let first = scalars[at]
    let kind: SegmentToken.Kind
    switch first {
    case "\"", "'": kind = .text(try quoted(first))
    case "`": kind = .name(try quoted(first))
    case _ where startsNumber: kind = .number(take(Self.isNumber))
    case _ where Self.isLetter(first): kind = .word(take(Self.isWordPart))
    default: kind = .sign(try sign())
    }
    return SegmentToken(kind: kind, column: column)
  }

  private var startsNumber: Bool {
    if scalars[at] == "-" { return at + 1 < scalars.count && ("0"..."9").contains(scalars[at + 1]) }
    return ("0"..."9").contains(scalars[at])
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || ("0"..."9").contains(scalar) || ".-+".unicodeScalars.contains(scalar)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic || scalar == "_" }

  /// Khmer signs and the digits of every script belong to words; hyphens too, but not at the front.
  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    if isLetter(scalar) || scalar == "-" { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: return true
    default: return scalar == "\u{200B}"
    }
  }

  private mutating func take(_ belongs: (Unicode.Scalar) -> Bool) -> String {
    var text = String.UnicodeScalarView()
    while at < scalars.count, belongs(scalars[at]) {
      if scalars[at] != "\u{200B}" { text.append(scalars[at]) }
      at += 1
    }
    return String(text)
  }

  private mutating func quoted(_ quote: Unicode.Scalar) throws(SegmentSyntaxError) -> String {
    let start = at
    var text = String.UnicodeScalarView()
    at += 1
    while at < scalars.count, scalars[at] != quote {
      if scalars[at] == "\\", at + 1 < scalars.count { at += 1 }
      text.append(scalars[at])
      at += 1
    }
    guard at < scalars.count else {
      throw SegmentSyntaxError(column: start + 1, "the quotation mark is never closed", suggestion: "add \(quote)")
    }
    at += 1
    return String(text)
  }

  /// Signs of other languages that people try, and ours.
  private static let foreign = ["==": "=", "<>": "!=", "=>": ">=", "=<": "<=", "&&": "and", "||": "or"]

  private mutating func sign() throws(SegmentSyntaxError) -> String {
    let start = at
    let two = String(String.UnicodeScalarView(scalars[at..<min(at + 2, scalars.count)]))
    if let ours = Self.foreign[two] {
      throw SegmentSyntaxError(column: start + 1, "'\(two)' is no sign of a rule", suggestion: "write \(ours)")
    }
    if ["!=", "<=", ">="].contains(two) {
      at += 2
      return two
    }
    let one = String(scalars[at])
    guard ["(", ")", ",", "=", "<", ">"].contains(one) else {
      let hint = one == "!" ? "write not" : "put text with such signs in quotation marks"
      throw SegmentSyntaxError(column: start + 1, "'\(one)' is no sign of a rule", suggestion: hint)
    }
    at += 1
    return one
  }
}
