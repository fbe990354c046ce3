import Domain

/// One whole sentence or word of the interface in both languages, so that no page can show half a translation.
///
/// The catalogue is `Phrases+*.swift`: constants for fixed words, functions for sentences with named places. In the
/// Khmer text `|` marks a word boundary; it becomes the invisible U+200B that lets browsers break lines.
struct Phrase: Sendable, Equatable {
  let en: String
  let km: String

  init(_ en: Sentence<English>, _ km: Sentence<Khmer>) {
    self.en = en.text
    self.km = km.text
  }

  func text(in language: Language) -> String {
    language == .km ? km : en
  }
}

/// A language as a type, so that a number or date named in a sentence is written the way that sentence needs.
protocol SpokenLanguage: Sendable {
  static var wording: Wording { get }
}

enum English: SpokenLanguage {
  static let wording = Wording(.en)
}

/// Running Khmer text has Khmer digits.
enum Khmer: SpokenLanguage {
  static let wording = Wording(.km, digits: .khmer)
}

/// One side of a phrase: literals from the source, and values written in that language.
struct Sentence<Tongue: SpokenLanguage>: ExpressibleByStringInterpolation, Sendable {
  let text: String

  init(stringLiteral value: String) {
    text = Self.withBreaks(value)
  }

  init(stringInterpolation: Interpolation) {
    text = stringInterpolation.text
  }

  private static func withBreaks(_ literal: String) -> String {
    guard literal.utf8.contains(UInt8(ascii: "|")) else { return literal }
    return String(String.UnicodeScalarView(literal.unicodeScalars.map { $0 == "|" ? "\u{200B}" : $0 }))
  }

  struct Interpolation: StringInterpolationProtocol {
    var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) {
      text += Sentence.withBreaks(literal)
    }

    /// Names, codes and amounts of money that are already text: as they are.
    mutating func appendInterpolation(_ value: String) {
      text += value
    }

    /// A count: "4,870", in Khmer "៤,៨៧០".
    mutating func appendInterpolation(_ count: Int) {
      text += Tongue.wording.number(count)
    }

    /// Money keeps Arabic digits in both languages: it is compared with receipts and tables.
    mutating func appendInterpolation(_ amount: Money) {
      text += Wording(Tongue.wording.language).money(amount)
    }

    /// "2026", "២០២៦": without a separator.
    mutating func appendInterpolation(year: Int) {
      text += Tongue.wording.inDigits(String(year))
    }

    /// "2 November 2026", "ថ្ងៃទី២ ខែវិច្ឆិកា ឆ្នាំ២០២៦".
    mutating func appendInterpolation(_ date: LocalDate) {
      text += Tongue.wording.date(date)
    }

    /// "08:30", "៨:៣០".
    mutating func appendInterpolation(_ time: TimeOfDay) {
      text += Tongue.wording.time(time)
    }

    /// A name people gave, in this language or else the other.
    mutating func appendInterpolation(_ name: LocalizedText) {
      text += name.best(Tongue.wording.language).text
    }

    /// A number that must stay in Arabic digits: a code, a phone number, what is to be typed.
    mutating func appendInterpolation(code: Int) {
      text += String(code)
    }

    /// Another phrase inside this one, in the same language.
    mutating func appendInterpolation(_ phrase: Phrase) {
      text += phrase.text(in: Tongue.wording.language)
    }
  }
}
