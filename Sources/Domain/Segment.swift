/// A rule that selects people, kept as the coordinator wrote it.
public struct Segment: Hashable, Sendable, Codable, Identifiable {
  public var id: SegmentID
  public var name: LocalizedText
  /// An expression of the segment language, for example `owns_motorbike or owns_house`.
  public var rule: String

  public init(id: SegmentID, name: LocalizedText, rule: String) {
    self.id = id
    self.name = name
    self.rule = rule
  }
}
