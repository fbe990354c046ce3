/// The bytes of a file that people edit, made plain UTF-8: byte order marks gone, UTF-16 converted, every byte checked.
///
/// Readers after this one may trust the bytes and count positions in them.
struct TextFile {
  let name: String
  let bytes: [UInt8]

  /// - Throws: the finding that says why this is no text.
  init(name: String, bytes raw: [UInt8]) throws(Finding) {
    self.name = name
    if raw.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      throw Finding(
        file: name, position: .start, message: "this is a workbook or archive, not a text file",
        advice: "save the sheet as CSV (UTF-8)")
    }
    if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) {
      bytes = try TextFile.fromUTF16(raw, name: name)
      return
    }
    let body = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(raw.dropFirst(3)) : raw
    try TextFile.check(body, name: name)
    bytes = body
  }

  private static func check(_ bytes: [UInt8], name: String) throws(Finding) {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw Finding(
        file: name, position: position(of: error.byteOffsets.lowerBound, in: bytes),
        message: "this byte is not UTF-8 text", advice: "save the file as UTF-8")
    }
  }

  private static func fromUTF16(_ raw: [UInt8], name: String) throws(Finding) -> [UInt8] {
    let littleEndian = raw[0] == 0xFF
    var units: [UInt16] = []
    units.reserveCapacity(raw.count / 2)
    for index in stride(from: 2, to: raw.count - 1, by: 2) {
      let (a, b) = (UInt16(raw[index]), UInt16(raw[index + 1]))
      units.append(littleEndian ? b << 8 | a : a << 8 | b)
    }
    guard raw.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
      throw Finding(
        file: name, position: .start, message: "the file begins as UTF-16 but does not go on so",
        advice: "save the file as UTF-8")
    }
    return Array(text.utf8)
  }

  /// Where a byte stands; bytes up to it are UTF-8.
  static func position(of offset: Int, in bytes: [UInt8]) -> Position {
    var counter = PositionCounter()
    return counter.position(of: offset, in: bytes)
  }
}

/// Turns rising byte offsets into lines and columns without walking any byte twice.
struct PositionCounter {
  private var offset = 0
  private var line = 1
  private var column = 1

  /// - Parameter target: not before the one asked last; an earlier one starts over from the top.
  mutating func position(of target: Int, in bytes: [UInt8]) -> Position {
    if target < offset { self = PositionCounter() }
    while offset < target, offset < bytes.count {
      step(over: bytes[offset], next: offset + 1 < bytes.count ? bytes[offset + 1] : 0)
      offset += 1
    }
    return Position(line: line, column: column)
  }

  private mutating func step(over byte: UInt8, next: UInt8) {
    // A carriage return before a line feed is part of the same line end.
    if byte == 0x0A || (byte == 0x0D && next != 0x0A) {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }
}
