/// One column of a table to be written: its header and its cell in each row. Nil is an empty cell.
struct SheetColumn<Value> {
  var header: String
  var cell: (Value) -> String?

  init(_ header: String, _ cell: @escaping (Value) -> String?) {
    self.header = header
    self.cell = cell
  }
}

/// A kind of spreadsheet that is written under the headers it is read by.
protocol SheetWriting: SheetFormat {
  /// The columns; those for attributes depend on the values.
  static func columns(of values: [Value]) -> [SheetColumn<Value>]
}

extension SheetWriting {
  static func write(_ values: [Value], _ flavour: CSVWriter.Flavour) -> CSVWriter {
    let columns = columns(of: values)
    var writer = CSVWriter(flavour)
    writer.row(columns.map(\.header))
    for value in values { writer.row(columns.map { $0.cell(value) ?? "" }) }
    return writer
  }
}

/// Yes and no as spreadsheets hold them; never recorded is an empty cell.
func flagCell(_ flag: Bool?) -> String? {
  flag.map { $0 ? "1" : "0" }
}
