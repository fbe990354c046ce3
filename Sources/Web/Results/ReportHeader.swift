/// The headers of reports in the page's language.
enum ReportHeader {
  static func title(_ column: String, _ t: Wording) -> String {
    let end = ["_low", "_high", "_not_recorded"].first { column.hasSuffix($0) } ?? ""
    let stem = String(column.dropLast(end.count))
    let title = phrase(stem).map { t($0) } ?? stem
    switch end {
    case "_low": return "\(title), \(t(.lowEnd))"
    case "_high": return "\(title), \(t(.highEnd))"
    case "_not_recorded": return "\(title), \(t(.notRecorded))"
    default: return title
    }
  }

  private static func phrase(_ column: String) -> Phrase? {
    switch column {
    case "key": .code
    case "name": .name
    case "currency": .currency
    case "planned": .planned
    case "spent": .spent
    case "planned_in_kind": .plannedInKind
    case "spent_in_kind": .inKind
    case "people": .citizensReached
    case "per_reached": .costPerReached
    case "per_aware": .costPerAware
    case "per_newly_aware": .costPerNewlyAware
    case "remark": .note
    default: nil
    }
  }
}

extension Phrase {
  static let lowEnd = Phrase("at least", "យ៉ាង|តិច")
  static let highEnd = Phrase("at most", "យ៉ាង|ច្រើន")
  static let currency = Phrase("Currency", "រូបិយប័ណ្ណ")
  static let plannedInKind = Phrase("Planned in kind", "គម្រោង|ជា|សម្ភារៈ ឬ|ពេលវេលា")
}
