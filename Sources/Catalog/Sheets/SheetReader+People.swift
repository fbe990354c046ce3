import Domain
import Phones

/// Cells about people.
extension SheetReader {
  /// A telephone number; what is wrong is told without repeating it.
  mutating func phone(_ column: Int?, _ phones: PhoneReader) -> PhoneNumber? {
    guard let text = text(column) else { return nil }
    do throws(PhoneFault) {
      let reading = try phones.read(text)
      for note in reading.notes { warning(SheetReader.plain(note.description), at: column) }
      return reading.number
    } catch {
      this(fault: error.description, column)
      return nil
    }
  }

  private mutating func this(fault: String, _ column: Int?) {
    let halves = SheetReader.plain(fault).split(separator: ";", maxSplits: 1)
    error(String(halves[0]), at: column, advice: halves.count == 2 ? String(halves[1].trimmedSpaces) : nil)
  }

  /// A sentence as a finding has it: small at the front, no full stop.
  private static func plain(_ sentence: String) -> String {
    let body = sentence.hasSuffix(".") ? sentence.dropLast() : sentence[...]
    return body.prefix(1).lowercased() + body.dropFirst()
  }

  mutating func email(_ column: Int?) -> String? {
    guard let text = text(column) else { return nil }
    let halves = text.split(separator: "@", omittingEmptySubsequences: false)
    let isPlain = halves.count == 2 && !halves[0].isEmpty && halves[1].contains(".") && !halves[1].hasSuffix(".")
    guard isPlain, text.utf8.count <= 254, !text.contains(where: \.isWhitespace) else {
      error("this is no e-mail address", at: column, advice: "write it like name@example.org")
      return nil
    }
    return text
  }

  /// An ISO 639 code.
  mutating func language(_ column: Int?) -> String? {
    guard let text = text(column) else { return nil }
    guard SheetReader.isLanguage(text) else {
      error(
        "\"\(shortened(text))\" is no language code", at: column, advice: "write two or three letters, as km, en, cja")
      return nil
    }
    return text
  }

  static func isLanguage(_ text: String) -> Bool {
    (2...3).contains(text.utf8.count) && text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
  }
}
