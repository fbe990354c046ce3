extension XLSXWriter.Sheet {
  /// The same table as a CSV file of ours, its numbers as numbers. What begins with a zero or a plus is a code or a
  /// telephone number and stays text.
  public init(_ name: String, csv: [UInt8]) {
    guard let file = try? TextFile(name: name, bytes: csv) else {
      self.init(name, header: [], rows: [])
      return
    }
    var reader = CSVReader(file, delimiter: UInt8(ascii: ","))
    var record = CSVRecord()
    var rows: [[String]] = []
    // Our own writer's bytes are UTF-8 and its quoting is never broken.
    while (try? reader.next(&record)) == true {
      rows.append((0..<record.count).map { CSVWriter.unguarded(record.verbatim($0)) })
    }
    self.init(name, header: rows.first ?? [], rows: rows.dropFirst().map { $0.map(Self.cell) })
  }

  private static func cell(_ text: String) -> XLSXWriter.Cell {
    if text.isEmpty { return .empty }
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let isNumber =
      digits.utf8.count <= 15 && digits.utf8.first.map { (48...57).contains($0) } == true
      && digits.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
      && (digits == "0" || digits.hasPrefix("0.") || !digits.hasPrefix("0"))
    return isNumber ? Double(text).map { .number($0) } ?? .text(text) : .text(text)
  }
}
