/// The languages that the office's pages and messages are written in.
public enum Language: String, Sendable, Codable, CaseIterable {
  case km, en
}

/// Words that people read, in Khmer and English; one of the two may be missing, never both.
public struct LocalizedText: Hashable, Sendable, Codable {
  public var km: String?
  public var en: String?

  public init(km: String? = nil, en: String? = nil) {
    self.km = km
    self.en = en
  }

  public subscript(language: Language) -> String? { language == .km ? km : en }

  /// The words in that language, or else in the other, with the language they are in.
  public func best(_ language: Language) -> (text: String, language: Language) {
    if let text = self[language] { return (text, language) }
    let other: Language = language == .km ? .en : .km
    return (self[other] ?? "", other)
  }
}
