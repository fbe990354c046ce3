/// Writes tables so that programs read back exactly what was written and no spreadsheet runs a cell as a formula.
public struct CSVWriter: Sendable {
  public enum Flavour: Sendable {
    /// For the command line and the API: UTF-8, no byte order mark, LF.
    case machine
    /// For a download from a page, which opens in a spreadsheet: byte order mark, CRLF.
    case page
  }

  public private(set) var bytes: [UInt8]
  private let lineEnd: [UInt8]

  public init(_ flavour: Flavour = .machine) {
    switch flavour {
    case .machine: (bytes, lineEnd) = ([], [0x0A])
    case .page: (bytes, lineEnd) = ([0xEF, 0xBB, 0xBF], [0x0D, 0x0A])
    }
  }

  /// The text so far; tables are UTF-8.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public mutating func row(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(CSVWriter.guarded(cell))
    }
    // A single empty cell would be an empty line, which readers skip.
    if cells == [""] { bytes += Array("\"\"".utf8) }
    bytes += lineEnd
  }

  private mutating func write(_ cell: String) {
    let needsQuotes = cell.utf8.contains {
      $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D || $0 == 0x3B || $0 == 0x09
    }
    guard needsQuotes || cell.utf8.first == 0x20 || cell.utf8.last == 0x20 else {
      bytes += cell.utf8
      return
    }
    bytes.append(0x22)
    for byte in cell.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// The cell with a leading `'` where a spreadsheet would take it for a formula, except telephone numbers in E.164
  /// and plain numbers, which no spreadsheet runs. A cell that looks guarded already gets one more, so that
  /// `unguarded` gives back exactly what was written.
  static func guarded(_ cell: String) -> String {
    isRisky(cell) ? "'" + cell : cell
  }

  /// What stood in the cell before it was guarded.
  static func unguarded(_ cell: String) -> String {
    cell.utf8.first == 0x27 && isRisky(String(cell.dropFirst())) ? String(cell.dropFirst()) : cell
  }

  private static func isRisky(_ cell: String) -> Bool {
    guard let first = cell.utf8.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isPlainNumber(cell)
    case UInt8(ascii: "'"): return isRisky(String(cell.dropFirst()))
    default: return isWideFormula(cell)
    }
  }

  /// Full-width signs count as formulas in East Asian spreadsheets.
  private static func isWideFormula(_ cell: String) -> Bool {
    guard let first = cell.unicodeScalars.first else { return false }
    return ["\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"].contains(first)
  }

  /// `+85512345678`, `-12`, `+3.5`: a sign, digits, at most one point between digits.
  private static func isPlainNumber(_ cell: String) -> Bool {
    let parts = cell.utf8.dropFirst().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isDigits: (Substring.UTF8View) -> Bool = { part in
      !part.isEmpty && part.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    }
    return parts.count <= 2 && parts.allSatisfy(isDigits)
  }
}
