/// One record of a table: its cells without quotes, and where they stood. Reused from record to record.
struct CSVRecord {
  /// The physical line on which it begins, from 1.
  private(set) var line = 0
  /// Byte offset at which it begins.
  private(set) var offset = 0
  private(set) var isInCell = false
  private var content: [UInt8] = []
  private var ends: [Int] = []
  private var starts: [Int] = []

  var count: Int { ends.count }

  /// True for an empty line and for one of nothing but delimiters and spaces.
  var isBlank: Bool { content.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// The text of a cell without spaces around it; empty where the record is too short.
  subscript(_ cell: Int) -> String {
    guard cell < ends.count else { return "" }
    var (low, high) = (cell == 0 ? 0 : ends[cell - 1], ends[cell])
    while low < high, CSVRecord.isSpace(content[low]) { low += 1 }
    while high > low, CSVRecord.isSpace(content[high - 1]) { high -= 1 }
    if low == high { return "" }
    return String(decoding: content[low..<high], as: UTF8.self)
  }

  /// The cell to the last space, for giving a refused row back as it came.
  func verbatim(_ cell: Int) -> String {
    guard cell < ends.count else { return "" }
    return String(decoding: content[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]], as: UTF8.self)
  }

  var cells: [String] { (0..<count).map { self[$0] } }

  func start(ofCell number: Int) -> Int {
    guard !starts.isEmpty else { return offset }
    return starts[min(max(number, 0), starts.count - 1)]
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  // MARK: Filling

  mutating func begin(line: Int, offset: Int) {
    self.line = line
    self.offset = offset
    content.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    isInCell = false
  }

  mutating func startCell(at offset: Int) {
    starts.append(offset)
    isInCell = true
  }

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    content.append(contentsOf: bytes)
  }

  /// - Returns: the bytes in the cell.
  mutating func endCell() -> Int {
    isInCell = false
    let length = content.count - (ends.last ?? 0)
    ends.append(content.count)
    return length
  }
}
