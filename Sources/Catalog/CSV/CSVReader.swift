/// Reads delimited text record by record as RFC 4180 has it, forgiving where nothing can be misread.
///
/// It goes over the bytes once and makes a `String` only of a cell that is asked for, so that large lists stay fast.
struct CSVReader {
  /// More in one cell is a quote that was never closed, not data.
  static let cellLimit = 1_000_000
  static let columnLimit = 1_000

  let file: String
  let delimiter: UInt8
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var failed = false

  init(_ text: TextFile, delimiter: UInt8? = nil) {
    file = text.name
    bytes = text.bytes
    self.delimiter = delimiter ?? CSVReader.likelyDelimiter(bytes)
  }

  /// Fills `record` with the next one; false at the end.
  ///
  /// - Throws: a finding where the quoting or a limit is broken: nothing after it can be trusted, and reading ends.
  mutating func next(_ record: inout CSVRecord) throws(Finding) -> Bool {
    guard index < bytes.count, !failed else { return false }
    record.begin(line: line, offset: index)
    while true {
      let ended = try cell(into: &record)
      if record.count > CSVReader.columnLimit {
        throw broken(at: record, "this line has more than \(CSVReader.columnLimit) columns", "split the table")
      }
      if ended { return true }
    }
  }

  /// Where cell `number` of the record begins; the end of the record when it has fewer cells.
  func position(ofCell number: Int, in record: CSVRecord) -> Position {
    let target = record.start(ofCell: number)
    var offset = record.offset
    var place = Position(line: record.line, column: 1)
    while offset < target {
      if isLineEnd(offset) {
        place = Position(line: place.line + 1, column: 1)
      } else if bytes[offset] & 0xC0 != 0x80 {
        place.column += 1
      }
      offset += 1
    }
    return place
  }

  // MARK: Cells

  /// Reads one cell and what ends it. True if the record ends here.
  private mutating func cell(into record: inout CSVRecord) throws(Finding) -> Bool {
    record.startCell(at: index)
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      try quoted(into: &record)
    } else {
      let from = index
      while index < bytes.count, bytes[index] != delimiter, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      record.append(bytes[from..<index])
    }
    guard record.endCell() <= CSVReader.cellLimit else {
      throw broken(at: record, "this cell holds more than 1 MB", "look for a quote that is never closed")
    }
    return endOfCell()
  }

  private mutating func quoted(into record: inout CSVRecord) throws(Finding) {
    index += 1
    while true {
      let from = index
      while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
        if isLineEnd(index) { line += 1 }
        index += 1
      }
      record.append(bytes[from..<index])
      guard index < bytes.count else {
        throw broken(
          at: record, "the quote that begins here is never closed", "close it, or double a quote inside a cell")
      }
      index += 1
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { break }
      record.append(bytes[index..<index + 1])
      index += 1
    }
    let ended = index == bytes.count || bytes[index] == delimiter || bytes[index] == 0x0A || bytes[index] == 0x0D
    guard ended else {
      throw broken(at: record, "text follows the closing quote of this cell", "double the quotes inside a cell")
    }
  }

  private mutating func endOfCell() -> Bool {
    guard index < bytes.count else { return true }
    if bytes[index] == delimiter {
      index += 1
      return false
    }
    if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
    index += 1
    line += 1
    return true
  }

  private func isLineEnd(_ at: Int) -> Bool {
    bytes[at] == 0x0A || (bytes[at] == 0x0D && !(at + 1 < bytes.count && bytes[at + 1] == 0x0A))
  }

  private mutating func broken(at record: CSVRecord, _ message: String, _ advice: String) -> Finding {
    failed = true
    let place = position(ofCell: record.count - (record.isInCell ? 0 : 1), in: record)
    return Finding(file: file, position: place, message: message, advice: advice)
  }

  // MARK: Delimiter

  /// Comma, semicolon or tab: the one that stands most often outside quotes in the first line.
  private static func likelyDelimiter(_ bytes: [UInt8]) -> UInt8 {
    var counts: [(mark: UInt8, count: Int)] = [
      (UInt8(ascii: ","), 0), (UInt8(ascii: ";"), 0), (UInt8(ascii: "\t"), 0),
    ]
    var isQuoted = false
    for byte in bytes.prefix(64 * 1024) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      for index in counts.indices where counts[index].mark == byte { counts[index].count += 1 }
    }
    let best = counts.reduce(counts[0]) { $1.count > $0.count ? $1 : $0 }
    return best.mark
  }
}
