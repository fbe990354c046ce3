import Domain

/// From a column and its comparison to what it means: each column has its own values and its own advice.
extension SegmentReader {
  /// A column without a comparison: only yes/no columns may stand so.
  func alone(_ column: SegmentColumn, _ token: SegmentToken) throws(SegmentSyntaxError) -> SegmentExpression {
    let example: String
    switch column {
    case .fact(let fact): return .fact(fact)
    case .attribute(let header) where vocabulary.attributes[header] == .flag: return .attribute(header, .flag)
    case .attribute(let header) where vocabulary.attributes[header] == .number: example = "\(header) > 2"
    case .attribute(let header): example = "\(header) = \"…\""
    case .sex: example = "sex = F"
    case .age: example = "age >= 18"
    case .language: example = "language = km"
    case .place: example = "place = 0203"
    }
    throw SegmentSyntaxError(
      column: token.column, "\(token.shown) is no yes/no column", suggestion: "compare it, for example \(example)")
  }

  func build(_ column: SegmentColumn, _ comparison: SegmentComparison) throws(SegmentSyntaxError) -> SegmentExpression {
    let plain = try meaning(column, comparison)
    return comparison.negated ? .not(plain) : plain
  }

  private func meaning(
    _ column: SegmentColumn, _ comparison: SegmentComparison
  ) throws(SegmentSyntaxError) -> SegmentExpression {
    switch column {
    case .age: return .age(try numbers(comparison))
    case .attribute(let header):
      switch vocabulary.attributes[header] ?? .text {
      case .number: return .attribute(header, .number(try numbers(comparison)))
      case .flag: return try yesOrNo(comparison, .attribute(header, .flag))
      case .text:
        try equalityOnly(comparison)
        return .attribute(header, .text(comparison.values.map(\.text)))
      }
    case .fact(let fact): return try yesOrNo(comparison, .fact(fact))
    case .sex: return try sexes(comparison)
    case .language: return .language(try languages(comparison))
    case .place: return .place(try places(comparison))
    }
  }

  private func equalityOnly(_ comparison: SegmentComparison) throws(SegmentSyntaxError) {
    guard comparison.sign == .equal else {
      throw SegmentSyntaxError(
        column: comparison.column, "only numbers and ages have an order", suggestion: "use =, != or in (…)")
    }
  }

  private func numbers(_ comparison: SegmentComparison) throws(SegmentSyntaxError) -> NumberTest {
    var numbers: [Double] = []
    for value in comparison.values {
      guard let number = Double(value.text), number.isFinite else {
        throw SegmentSyntaxError(
          column: value.column, "'\(value.text)' is no number", suggestion: "write digits, for example 18 or 2.5")
      }
      numbers.append(number)
    }
    guard case .order(let order) = comparison.sign else { return .oneOf(numbers) }
    return .order(order, numbers[0])
  }

  /// `= yes` and `= no` of a yes/no column.
  private func yesOrNo(
    _ comparison: SegmentComparison, _ yes: SegmentExpression
  ) throws(SegmentSyntaxError) -> SegmentExpression {
    try equalityOnly(comparison)
    var parts: [SegmentExpression] = []
    for value in comparison.values {
      switch value.text.lowercased() {
      case "yes", "true", "1": parts.append(yes)
      case "no", "false", "0": parts.append(.not(yes))
      default:
        throw SegmentSyntaxError(
          column: value.column, "'\(value.text)' is neither yes nor no", suggestion: "write yes or no")
      }
    }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private func sexes(_ comparison: SegmentComparison) throws(SegmentSyntaxError) -> SegmentExpression {
    try equalityOnly(comparison)
    var parts: [SegmentExpression] = []
    for value in comparison.values {
      switch value.text.lowercased() {
      case "f", "female": parts.append(.sex(.female))
      case "m", "male": parts.append(.sex(.male))
      default:
        throw SegmentSyntaxError(
          column: value.column, "'\(value.text)' is no value of sex", suggestion: "write F or M")
      }
    }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private func languages(_ comparison: SegmentComparison) throws(SegmentSyntaxError) -> [String] {
    try equalityOnly(comparison)
    var codes: [String] = []
    for value in comparison.values {
      let code = value.text.lowercased()
      guard (2...3).contains(code.utf8.count), code.utf8.allSatisfy({ (97...122).contains($0) }) else {
        throw SegmentSyntaxError(
          column: value.column, "'\(value.text)' is no language code",
          suggestion: "write two or three letters (ISO 639), for example km")
      }
      codes.append(code)
    }
    return codes
  }

  private func places(_ comparison: SegmentComparison) throws(SegmentSyntaxError) -> [Place.Code] {
    try equalityOnly(comparison)
    var codes: [Place.Code] = []
    for value in comparison.values { codes.append(try place(value)) }
    return codes
  }

  private func place(_ value: SegmentComparison.Value) throws(SegmentSyntaxError) -> Place.Code {
    if let code = Place.Code(value.text) {
      guard vocabulary.places.isEmpty || vocabulary.places[code] != nil else {
        let known = code.parent.flatMap { vocabulary.places[$0] }.map { vocabulary.places.title($0.code, .en) }
        throw SegmentSyntaxError(
          column: value.column, "there is no place with the code \(code)",
          suggestion: known.map { "its first digits mean \($0)" } ?? "look it up in places.csv")
      }
      return code
    }
    let candidates = vocabulary.places.candidates(value.text)
    if candidates.count == 1 { return candidates[0].code }
    guard candidates.isEmpty else { throw ambiguous(value, candidates) }
    let near = vocabulary.places.nearestName(to: value.text).map { "did you mean \($0)" }
    throw SegmentSyntaxError(
      column: value.column, "no place is called '\(value.text)'",
      suggestion: near ?? "write its code of 2, 4, 6 or 8 digits")
  }

  private func ambiguous(_ value: SegmentComparison.Value, _ candidates: [Place]) -> SegmentSyntaxError {
    let shown = candidates.prefix(5).map { "\($0.code) (\(vocabulary.places.title($0.code, .en)))" }
    let more = candidates.count > 5 ? " and \(candidates.count - 5) more" : ""
    return SegmentSyntaxError(
      column: value.column, "\(candidates.count) places are called '\(value.text)'",
      suggestion: "write the code: \(shown.joined(separator: ", "))\(more)")
  }
}
