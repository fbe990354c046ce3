public import Domain

/// The names that a rule may use beside the built-in words: the places on record and the further columns of people.
public struct SegmentVocabulary: Sendable {
  public let places: PlaceNames
  /// Header → what the column holds.
  public let attributes: [String: AttributeKind]

  public init(places: [Place] = [], attributes: [String: AttributeKind] = [:]) {
    self.places = PlaceNames(places)
    self.attributes = attributes
  }

  /// These names and more: what files are about to add to what the store holds.
  public func adding(places more: [Place], attributes further: [String: AttributeKind]) -> SegmentVocabulary {
    let all = Dictionary((places.all + more).map { ($0.code, $0) }, uniquingKeysWith: { _, new in new })
    return SegmentVocabulary(
      places: Array(all.values), attributes: attributes.merging(further) { old, new in old == new ? old : .text })
  }

  /// The kinds of the further columns of these people; a column with several kinds is text.
  public static func kinds(of attributes: some Sequence<[String: AttributeValue]>) -> [String: AttributeKind] {
    var kinds: [String: AttributeKind] = [:]
    for row in attributes {
      for (header, value) in row {
        let kind = AttributeKind(value)
        kinds[header] = kinds[header, default: kind] == kind ? kind : .text
      }
    }
    return kinds
  }

  /// The header as it is spelt on record, found without regard to case and invisible word boundaries.
  func header(_ name: String) -> String? {
    if attributes[name] != nil { return name }
    let plain = PlainWord(name)
    return attributes.keys.filter { PlainWord($0) == plain }.min()
  }
}
