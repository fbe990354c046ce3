import Domain

/// Cells that are more than text. Nil means empty or wrong; only the latter leaves a finding.
extension SheetReader {
  mutating func whole(_ column: Int?, _ range: ClosedRange<Int>) -> Int? {
    guard let text = text(column) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      error(
        "\"\(text)\" is no whole number from \(range.lowerBound) to \(range.upperBound)", at: column,
        advice: "mend the cell, or leave it empty where it is not known")
      return nil
    }
    return number
  }

  mutating func decimal(_ column: Int?, _ range: ClosedRange<Double>) -> Double? {
    guard let text = text(column) else { return nil }
    let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) }
    guard isPlain, let number = Double(text), range.contains(number) else {
      let bounds = "\(plainNumber(range.lowerBound)) to \(plainNumber(range.upperBound))"
      error(
        "\"\(text)\" is no number from \(bounds)", at: column,
        advice: "write it with a point, as 13.1234")
      return nil
    }
    return number
  }

  /// Yes, no, or nil for "never recorded".
  mutating func flag(_ column: Int?) -> Bool? {
    guard let text = text(column) else { return nil }
    switch text.lowercased() {
    case "1", "yes", "true": return true
    case "0", "no", "false": return false
    default:
      error(
        "\"\(text)\" is neither yes nor no", at: column, advice: "write 1 or 0, or leave it empty where it is not known"
      )
      return nil
    }
  }

  mutating func date(_ column: Int?) -> LocalDate? {
    guard let text = text(column) else { return nil }
    guard let date = LocalDate(text) else {
      error("\"\(text)\" is no date", at: column, advice: "write it as 2026-11-21")
      return nil
    }
    return date
  }

  /// One of `words`; those written in capitals may be typed small.
  mutating func choice<Value>(_ column: Int?, _ words: [String: Value]) -> Value? {
    guard let text = text(column) else { return nil }
    if let value = words[text] ?? words[text.uppercased()] { return value }
    error("\"\(text)\" is not known here", at: column, advice: adviceForUnknown(text, known: words.keys, listing: 20))
    return nil
  }

  /// Both halves of a point, or neither.
  mutating func point(_ latitude: Int?, _ longitude: Int?) -> Coordinate? {
    let (lat, lon) = (decimal(latitude, -90...90), decimal(longitude, -180...180))
    if let lat, let lon { return Coordinate(latitude: lat, longitude: lon) }
    if lat != nil, text(longitude) == nil { error("a latitude without a longitude", at: latitude, advice: "fill both") }
    if lon != nil, text(latitude) == nil { error("a longitude without a latitude", at: longitude, advice: "fill both") }
    return nil
  }

  func name(_ khmer: Int?, _ english: Int?) -> LocalizedText {
    LocalizedText(km: text(khmer), en: text(english))
  }

  /// A place code of one of the levels; spreadsheets like to eat its leading zero.
  mutating func place(_ column: Int?, _ levels: Set<Place.Level> = Set(Place.Level.allCases)) -> Place.Code? {
    guard let text = text(column) else { return nil }
    guard let code = Place.Code(text) else {
      error("\"\(text)\" is no place code", at: column, advice: adviceForCode(text))
      return nil
    }
    guard levels.contains(code.level) else {
      let wanted = levels.sorted().map(\.name).joined(separator: " or ")
      error("\(text) is the code of a \(code.level.name)", at: column, advice: "write the code of a \(wanted)")
      return nil
    }
    return code
  }

  /// A place code that must be known.
  mutating func knownPlace(_ column: Int?, _ levels: Set<Place.Level> = Set(Place.Level.allCases)) -> Place.Code? {
    let code = place(column, levels)
    if let code { refer(to: .place, code.text, at: column) }
    return code
  }

  /// Pieces between `|`.
  func pieces(_ column: Int?) -> [String] {
    (text(column) ?? "").split(separator: "|").map { piece in
      String(piece.trimmedSpaces)
    }.filter { !$0.isEmpty }
  }
}

/// What a place code looks like, and the likely right one where a zero was lost.
func adviceForCode(_ text: String) -> String {
  if let mended = Place.Code("0" + text) { return "a leading zero was lost: did you mean \(mended)?" }
  return "codes have 2, 4, 6 or 8 digits, leading zeros included"
}

extension StringProtocol {
  var trimmedSpaces: SubSequence {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return self[endIndex...]
    }
    return self[first...last]
  }
}
