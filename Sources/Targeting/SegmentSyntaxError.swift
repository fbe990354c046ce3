/// What is wrong with a rule, where, and what would be right: enough for a compiler-like finding or a form's message.
public struct SegmentSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Position of the first wrong character, counted from 1 in Unicode scalars.
  public var column: Int
  /// What is wrong, without a full stop.
  public var sentence: String
  /// What would be right: the nearest known word, or an example.
  public var suggestion: String?

  public init(column: Int, _ sentence: String, suggestion: String? = nil) {
    self.column = column
    self.sentence = sentence
    self.suggestion = suggestion
  }

  /// "unknown word 'owns_motobike'; did you mean owns_motorbike".
  public var description: String {
    suggestion.map { "\(sentence); \($0)" } ?? sentence
  }
}
