/// A spreadsheet read: the rows that are good, and the others with what is wrong with them.
public struct Sheet<Value> {
  public struct Row {
    /// Physical line, from 1.
    public var line: Int
    public var value: Value
  }

  /// A row that cannot be taken, as it came, for the file of rejects.
  public struct Rejected: Sendable {
    public var line: Int
    public var cells: [String]
    public var findings: [Finding]
  }

  public var file: String
  public var header: [String]
  public var rows: [Row] = []
  public var rejected: [Rejected] = []
  /// What is wrong with the file as a whole; an error among them means that no row may be taken.
  public var fileFindings: [Finding] = []
  /// Warnings about rows that were taken.
  public var rowWarnings: [Finding] = []
  var references: [Reference] = []

  init(file: String, header: [String] = []) {
    self.file = file
    self.header = header
  }

  public var values: [Value] { rows.map(\.value) }

  /// Everything found, in the order of the file.
  public var findings: [Finding] { (fileFindings + rowWarnings + rejected.flatMap(\.findings)).sorted() }

  /// The refused rows as a table under their own header, with the reasons in one further column.
  public func rejectsTable() -> CSVWriter {
    var writer = CSVWriter()
    writer.row(header + ["reason"])
    for row in rejected {
      let cells = header.indices.map { $0 < row.cells.count ? row.cells[$0] : "" }
      writer.row(cells + [row.findings.map(\.reason).joined(separator: " | ")])
    }
    return writer
  }
}

extension Sheet: Sendable where Value: Sendable {}
extension Sheet.Row: Sendable where Value: Sendable {}

extension Finding {
  /// The words without the place.
  public var reason: String { advice.map { "\(message); \($0)" } ?? message }
}

/// One kind of spreadsheet: how a row becomes a value. It finds its columns once, so that rows cost no look-up by name.
protocol SheetFormat {
  associatedtype Value

  /// The row under the reader; nil with a finding when it cannot be taken, nil without one when it says nothing.
  func value(of row: inout SheetReader) -> Value?
}

extension SheetFormat {
  /// Reads the whole file; never stops at a bad row.
  ///
  /// - Parameter known: what the rows may name; nil keeps the names in the sheet for a later check.
  static func read(
    _ text: TextFile, _ rules: SheetRules, known: KnownThings?, _ make: (SheetHeader) -> Self
  ) -> Sheet<Value> {
    var sheet = Sheet<Value>(file: text.name)
    var reading = Reading(file: text.name)
    guard var reader = SheetReader(text, rules, &reading, known: known) else {
      sheet.fileFindings = reading.findings
      return sheet
    }
    sheet.header = reader.header.names
    sheet.fileFindings = reading.findings
    if reading.findings.hasErrors { return sheet }
    let format = make(reader.header)
    while reader.next() {
      let value = format.value(of: &reader)
      sheet.take(value, reader)
    }
    if let broken = reader.broken { sheet.fileFindings.append(broken) }
    return sheet
  }
}

extension Sheet {
  fileprivate mutating func take(_ value: Value?, _ reader: SheetReader) {
    if reader.reading.findings.hasErrors {
      rejected.append(.init(line: reader.line, cells: reader.cells, findings: reader.reading.findings))
    } else if let value {
      rows.append(.init(line: reader.line, value: value))
      rowWarnings += reader.reading.findings
      references += reader.reading.references
    }
  }
}
