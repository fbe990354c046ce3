import Testing

@testable import Catalog

struct CSVReaderTests {
  private func read(_ text: String) throws -> [(line: Int, cells: [String])] {
    var reader = CSVReader(try TextFile(name: "t.csv", bytes: Array(text.utf8)))
    var record = CSVRecord()
    var rows: [(Int, [String])] = []
    while try reader.next(&record) { rows.append((record.line, record.cells)) }
    return rows
  }

  @Test func `quotes hold commas, line ends and doubled quotes`() throws {
    let rows = try read("a,b\n\"x, \"\"y\"\"\nz\",2\n3,4\n")
    #expect(rows.map(\.cells) == [["a", "b"], ["x, \"y\"\nz", "2"], ["3", "4"]])
    #expect(rows.map(\.line) == [1, 2, 4])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `every line end counts one line`(end: String) throws {
    let rows = try read(["a,b", "1,2", "3,4"].joined(separator: end))
    #expect(rows.map(\.cells) == [["a", "b"], ["1", "2"], ["3", "4"]])
    #expect(rows.map(\.line) == [1, 2, 3])
  }

  @Test(arguments: [",", ";", "\t"])
  func `the delimiter is found in the first line`(mark: String) throws {
    let rows = try read("a\(mark)b\(mark)c\n\"1,5;2\"\(mark)\(mark)3\n")
    #expect(rows.map(\.cells) == [["a", "b", "c"], ["1,5;2", "", "3"]])
  }

  @Test func `an empty last cell is a cell`() throws {
    #expect(try read("a,b\n1,").map(\.cells) == [["a", "b"], ["1", ""]])
  }

  @Test func `positions count characters, not bytes`() throws {
    var reader = CSVReader(try TextFile(name: "t.csv", bytes: Array("a,b,c\nកខ,\"x\ny\",z\n".utf8)))
    var record = CSVRecord()
    _ = try reader.next(&record)
    _ = try reader.next(&record)
    #expect(reader.position(ofCell: 1, in: record) == Position(line: 2, column: 4))
    #expect(reader.position(ofCell: 2, in: record) == Position(line: 3, column: 4))
  }

  @Test(arguments: [
    ("a,b\n1,\"2\n3,4\n", "t.csv:2:3: error: the quote that begins here is never closed"),
    ("a,b\n\"1\"x,2\n", "t.csv:2:1: error: text follows the closing quote of this cell"),
  ])
  func `broken text ends the reading and is pointed at`(text: String, told: String) {
    let finding = #expect(throws: Finding.self) { try read(text) }
    #expect(finding?.description.hasPrefix(told) == true, "\(finding?.description ?? "nothing")")
  }

  @Test func `a cell and a line have limits`() {
    let long = #expect(throws: Finding.self) { try read("a\n" + String(repeating: "x", count: 1_000_001)) }
    #expect(long?.message == "this cell holds more than 1 MB")
    #expect(long?.position == Position(line: 2, column: 1))
    let wide = #expect(throws: Finding.self) { try read("a\n" + String(repeating: ",", count: 1_001)) }
    #expect(wide?.message == "this line has more than 1000 columns")
    #expect(wide?.position == Position(line: 2, column: 1_001))
  }
}

struct CSVWriterTests {
  private func write(_ rows: [[String]], _ flavour: CSVWriter.Flavour = .machine) -> String {
    var writer = CSVWriter(flavour)
    for row in rows { writer.row(row) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `cells are quoted only where they must be`() {
    #expect(write([["a", "b,c", "d\"e", "f\ng", ""]]) == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\n")
  }

  @Test func `a page gets a byte order mark and CRLF`() {
    #expect(Array(write([["a"], ["b"]], .page).utf8) == [0xEF, 0xBB, 0xBF] + Array("a\r\nb\r\n".utf8))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+cmd", "'+cmd"), ("-2+3", "'-2+3"), ("-", "'-"),
    ("＝1", "'＝1"), ("'=1", "''=1"),
    ("+85512345678", "+85512345678"), ("-12.5", "-12.5"), ("12", "12"), ("'s Heer", "'s Heer"),
  ])
  func `a cell that would run as a formula is guarded, a number is not`(cell: String, written: String) {
    #expect(CSVWriter.guarded(cell) == written)
    #expect(CSVWriter.unguarded(written) == cell)
  }

  @Test func `what is written is read back the same`() throws {
    var random = Dice(seed: 7)
    let alphabet = ["a", "ក", ",", ";", "\"", "\n", "'", "=", "+", "-", "1", "x y", "\t", "😀"]
    for _ in 0..<500 {
      let rows = (0..<3).map { _ in
        (0..<4).map { _ in (0..<random.next(6)).map { _ in alphabet[random.next(alphabet.count)] }.joined() }
      }
      var reader = CSVReader(try TextFile(name: "t", bytes: Array(write(rows).utf8)), delimiter: UInt8(ascii: ","))
      var record = CSVRecord()
      for row in rows {
        #expect(try reader.next(&record))
        #expect((0..<record.count).map { CSVWriter.unguarded(record.verbatim($0)) } == row)
      }
    }
  }
}

/// A seeded source of choices, so that a failure comes again.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ below: Int) -> Int {
    // SplitMix64.
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(below))
  }
}
