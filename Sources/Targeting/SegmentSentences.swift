public import Domain

/// Says a rule in sentences, one for each line that must hold, for pages where nobody reads formulas.
public struct SegmentSentences: Sendable {
  let vocabulary: SegmentVocabulary
  let language: Language

  public init(_ vocabulary: SegmentVocabulary, in language: Language) {
    self.vocabulary = vocabulary
    self.language = language
  }

  /// "Owns a motorbike or owns a house", "Lives in Krong Battambang, Battambang". Khmer lines carry U+200B between
  /// words.
  public func lines(_ expression: SegmentExpression) -> [String] {
    expression.lines.map { line in
      let phrase = phrase(line, positive: true, inside: nil)
      return phrase.prefix(1).uppercased() + phrase.dropFirst()
    }
  }

  private enum Joint { case and, or }

  /// A negation moves inward to the single conditions, where it reads best; the meaning stays, unknowns included.
  private func phrase(_ expression: SegmentExpression, positive: Bool, inside outer: Joint?) -> String {
    switch expression {
    case .not(let inner): return phrase(inner, positive: !positive, inside: outer)
    case .and(let parts): return joined(parts, positive ? .and : .or, positive, outer)
    case .or(let parts): return joined(parts, positive ? .or : .and, positive, outer)
    default:
      return language == .en ? english(expression, positive) : khmer(expression, positive).khmer
    }
  }

  private func joined(_ parts: [SegmentExpression], _ joint: Joint, _ positive: Bool, _ outer: Joint?) -> String {
    let word =
      switch (joint, language) {
      case (.and, .en): " and "
      case (.or, .en): " or "
      case (.and, .km): " និង "
      case (.or, .km): " ឬ "
      }
    let text = parts.map { phrase($0, positive: positive, inside: joint) }.joined(separator: word)
    return outer == nil || outer == joint ? text : "(\(text))"
  }

  func titles(_ places: [Place.Code]) -> String {
    places.map { vocabulary.places.title($0, language) }.joined(separator: language == .en ? " or " : " ឬ ")
  }
}

extension String {
  /// Khmer phrases are written with "|" between words; pages get the invisible boundary instead.
  fileprivate var khmer: String {
    split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\u{200B}")
  }
}
