/// A word as it is compared: without case, outer spaces and the invisible word boundary that Khmer text carries.
struct PlainWord: Hashable, Sendable {
  let text: String

  /// A gazetteer has 30,000 names to make plain, so each step is taken only where there is something to do.
  init(_ text: some StringProtocol) {
    var plain = String(text)
    // 0xE2 and 0xEF begin the word boundary and the byte order mark in UTF-8.
    if plain.utf8.contains(where: { $0 == 0xE2 || $0 == 0xEF }) {
      plain.unicodeScalars.removeAll { $0 == "\u{200B}" || $0 == "\u{FEFF}" }
    }
    if plain.unicodeScalars.contains(where: { !Self.isKhmer($0) && $0 != " " }) { plain = plain.lowercased() }
    while let last = plain.unicodeScalars.last, last.properties.isWhitespace { plain.unicodeScalars.removeLast() }
    while let first = plain.unicodeScalars.first, first.properties.isWhitespace { plain.unicodeScalars.removeFirst() }
    self.text = plain
  }

  /// Khmer has no case.
  private static func isKhmer(_ scalar: Unicode.Scalar) -> Bool { (0x1780...0x17FF).contains(scalar.value) }
}

/// The known word that somebody most likely meant, for "did you mean".
enum NearestWord {
  /// The closest candidate within a third of the word's length (at least one, at most three slips); nil when none
  /// is that close. Ties go to the candidate that stands first.
  static func to(_ word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(PlainWord(word).text)
    let limit = min(3, max(1, wanted.count / 3))
    var best: (word: String, slips: Int)?
    for candidate in candidates {
      let slips = distance(wanted, Array(PlainWord(candidate).text))
      if slips <= limit, slips < best?.slips ?? .max { best = (candidate, slips) }
    }
    return best?.word
  }

  /// Slips between two words: a letter more, less, other or two swapped (optimal string alignment distance).
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var before = [Int]()
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var slips = min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { slips = min(slips, before[j - 1] + 1) }
        next.append(slips)
      }
      (before, row) = (row, next)
    }
    return row[b.count]
  }
}
