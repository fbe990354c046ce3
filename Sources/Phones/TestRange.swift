/// Numbers that count as valid although none exists: the invented people of the samples have them. libphonenumber
/// takes "+855 00…" for a real number with a zero too many, so these are recognised before it is asked.
struct TestRange: Sendable {
  /// Digits after the prefix.
  private static let lengths = 7...8

  /// Country code and the digits after it, without plus: "85500".
  private let prefix: String
  private let country: String

  /// Nil if `prefix` is not "+" and digits. `country` is the calling code of the reader's region.
  init?(prefix: String, country: String) {
    guard prefix.first == "+", prefix.count > 1, prefix.dropFirst().allSatisfy({ ("0"..."9").contains($0) }) else {
      return nil
    }
    self.prefix = String(prefix.dropFirst())
    self.country = country
  }

  /// The number in E.164; nil if `written` does not begin like one of this range; a fault if its length is wrong.
  func read(_ written: WrittenNumber) throws(PhoneFault) -> String? {
    let candidates = candidates(for: written).filter { $0.hasPrefix(prefix) }
    guard let first = candidates.first else { return nil }
    let fitting = candidates.first { Self.lengths.contains($0.count - prefix.count) }
    guard let fitting else { throw first.count - prefix.count < Self.lengths.lowerBound ? .tooShort : .tooLong }
    return "+" + fitting
  }

  /// The ways to understand what was written, the likeliest first.
  private func candidates(for written: WrittenNumber) -> [String] {
    let digits = written.digits
    let withCountry = digits.hasPrefix(country) && prefix.hasPrefix(country)
    guard written.isInternational || withCountry else {
      return digits.hasPrefix("0") ? [country + digits.dropFirst()] : []
    }
    guard withCountry else { return [digits] }
    // "+8550…" is usually the zero that is dialled within the country, kept by mistake. Where both readings fit,
    // that one is taken: the ranges' own numbers have seven digits, and eight only above ten million people.
    let rest = digits.dropFirst(country.count)
    return rest.hasPrefix("0") ? [country + rest.dropFirst(), digits] : [digits]
  }
}
