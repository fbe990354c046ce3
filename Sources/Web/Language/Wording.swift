import Domain

/// How one reader reads: the language, the digits and the separators. Pages ask it for every word and number they show.
///
///     let t = page.wording
///     "<h1>\(t(.today))</h1><p>\(t.number(12_118))</p>"
struct Wording: Sendable, Equatable {
  enum Digits: String, Sendable { case arabic, khmer }
  /// Comma between thousands and a point before decimals, or the other way round.
  enum Separators: String, Sendable { case commaThousands, pointThousands }

  var language: Language
  var digits: Digits
  var separators: Separators

  init(_ language: Language, digits: Digits = .arabic, separators: Separators = .commaThousands) {
    self.language = language
    self.digits = digits
    self.separators = separators
  }

  /// The phrase in the reader's language.
  func callAsFunction(_ phrase: Phrase) -> String {
    phrase.text(in: language)
  }

  /// The same words in the other language, as subtitles show them.
  func other(_ phrase: Phrase) -> String {
    phrase.text(in: language.other)
  }

  /// The phrase with the full stop of its language.
  func sentence(_ phrase: Phrase) -> String { self(phrase) + (language == .km ? "។" : ".") }

  /// The phrase before what it names: "Opening words:".
  func label(_ phrase: Phrase) -> String { self(phrase) + (language == .km ? "៖" : ":") }

  /// What people wrote, in the reader's language; where only the other exists, marked with its `lang`.
  func content(_ text: LocalizedText) -> Markup {
    let best = text.best(language)
    return best.language == language ? "\(best.text)" : "<span lang=\"\(best.language.rawValue)\">\(best.text)</span>"
  }

  /// The same as plain text, for titles and attributes.
  func plain(_ text: LocalizedText) -> String {
    text.best(language).text
  }

  /// Arabic digits in `text` as this reader wants them.
  func inDigits(_ text: String) -> String {
    digits == .khmer ? KhmerDigits.from(text) : text
  }
}

/// The ten Khmer digits. People type them, phones send them, volunteers read them.
enum KhmerDigits {
  static func from(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { shifted($0, from: 0x30, to: 0x17E0) }))
  }

  /// Khmer digits as Arabic ones, everything else untouched.
  static func toArabic(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { shifted($0, from: 0x17E0, to: 0x30) }))
  }

  private static func shifted(_ scalar: Unicode.Scalar, from: UInt32, to: UInt32) -> Unicode.Scalar {
    guard (from..<from + 10).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - from + to) ?? scalar
  }
}
