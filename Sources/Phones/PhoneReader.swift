import CPhoneNumber
import Domain

/// Reads telephone numbers as people write them: with spaces, brackets and dashes, in Khmer digits, with or without
/// the country, after a spreadsheet has had them. About 10 µs a number; one reader may serve many threads.
public struct PhoneReader: Sendable {
  private let region: String
  private let testRanges: [TestRange]

  /// `region`: the ISO code of the country that numbers without a country code belong to. `testPrefixes`: beginnings
  /// such as "+85500" of numbers that count as valid although no such number exists; 7 or 8 digits follow.
  public init(region: String = "KH", testPrefixes: [String]) {
    self.region = region
    let country = String(outreach_phone_country_code(region))
    testRanges = testPrefixes.compactMap { TestRange(prefix: $0, country: country) }
  }

  /// The number in `typed`; of several, the first that is one, with a note.
  public func read(_ typed: String) throws(PhoneFault) -> PhoneReading {
    // No number and its company is this long; what is, is not worth looking through.
    guard typed.utf8.count <= 400 else { throw .notANumber }
    if WrittenNumber.isPlain(typed) { return try readOne(typed) }
    let text = WrittenNumber.cleaned(typed)
    guard !text.isEmpty else { throw .empty }
    let pieces = WrittenNumber.pieces(of: text)
    if pieces.count > 1 {
      let readings = pieces.compactMap { try? readOne($0) }
      if let first = readings.first {
        let alone = readings.count == pieces.count && readings.allSatisfy { $0.number == first.number }
        return PhoneReading(number: first.number, notes: first.notes + (alone ? [] : [.othersLeftOut]))
      }
    }
    return try readOne(text)
  }

  private func readOne(_ text: String) throws(PhoneFault) -> PhoneReading {
    let written = try WrittenNumber(text)
    var notes: [PhoneNote] = written.wasScientific ? [.scientificUndone] : []
    for range in testRanges {
      guard let e164 = try range.read(written) else { continue }
      return try reading(e164, notes)
    }
    let e164 = try askLibrary(written)
    let isWhole = written.isInternational || written.digits.hasPrefix("0") || e164 == "+" + written.digits
    if !isWhole { notes.append(.zeroRestored) }
    return try reading(e164, notes)
  }

  private func askLibrary(_ written: WrittenNumber) throws(PhoneFault) -> String {
    var e164 = [CChar](repeating: 0, count: 20)
    let text = (written.isInternational ? "+" : "") + written.digits
    switch outreach_phone_parse(text, region, &e164, e164.count) {
    case OUTREACH_PHONE_VALID:
      return String(decoding: e164.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    case OUTREACH_PHONE_TOO_SHORT: throw .tooShort
    case OUTREACH_PHONE_TOO_LONG: throw .tooLong
    case OUTREACH_PHONE_UNKNOWN_COUNTRY: throw .unknownCountry
    case OUTREACH_PHONE_UNASSIGNED: throw .unassigned
    default: throw written.digits.count < 8 ? .tooShort : .notANumber
    }
  }

  private func reading(_ e164: String, _ notes: [PhoneNote]) throws(PhoneFault) -> PhoneReading {
    guard let number = PhoneNumber(e164: e164) else { throw .unassigned }
    return PhoneReading(number: number, notes: notes)
  }
}
