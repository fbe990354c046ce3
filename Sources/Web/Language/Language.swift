import Domain

/// What pages need to know about a language beyond its code.
extension Language {
  var other: Language { self == .km ? .en : .km }

  /// The language's name in itself, as the switch shows it.
  var ownName: String { self == .km ? "ខ្មែរ" : "English" }

  /// The first language of an Accept-Language header that the program speaks, weights respected.
  init?(acceptLanguage header: String) {
    let choices = header.split(separator: ",").enumerated().compactMap { order, part -> (Language, Double, Int)? in
      let pieces = part.split(separator: ";")
      guard let range = pieces.first?.filter({ $0 != " " }).lowercased(),
        let language = Language(rawValue: String(range.prefix(2)))
      else { return nil }
      let weight = pieces.dropFirst().first.flatMap { Double($0.filter { $0 != " " }.dropFirst(2)) } ?? 1
      return weight > 0 ? (language, weight, order) : nil
    }
    guard let best = choices.min(by: { ($1.1, $0.2) < ($0.1, $1.2) }) else { return nil }
    self = best.0
  }
}
