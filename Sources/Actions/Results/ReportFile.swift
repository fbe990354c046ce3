import Catalog
import Domain

/// Reports as files for programs and spreadsheets.
public enum ReportFile {
  /// - Parameters:
  ///   - titles: the headers in the page's language; empty takes the machine's.
  ///   - forSpreadsheets: with byte order mark and CRLF, as pages give it; plain otherwise.
  public static func csv(
    _ table: ReportTable, titles: [String] = [], forSpreadsheets: Bool = false
  ) -> [UInt8] {
    var writer = CSVWriter(forSpreadsheets ? .page : .machine)
    writer.row(titles.isEmpty ? table.columns : titles)
    for row in table.rows { writer.row(row.map(\.plain)) }
    return writer.bytes
  }

  /// `{"report","rows":[{column: value}],"notes":[…]}`; what nobody recorded is null.
  public static func json(_ table: ReportTable) -> String {
    let rows = table.rows.map { row in
      "{" + zip(table.columns, row).map { "\(quoted($0)):\(value($1))" }.joined(separator: ",") + "}"
    }
    let notes = table.notes.map(quoted).joined(separator: ",")
    return #"{"report":\#(quoted(table.name)),"rows":[\#(rows.joined(separator: ","))],"notes":[\#(notes)]}"#
  }

  private static func value(_ cell: ReportTable.Cell) -> String {
    switch cell {
    case .notRecorded: "null"
    case .text(let text), .hidden(let text): quoted(text)
    case .count, .money, .price, .share: cell.plain
    }
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// One sheet for each report, after the sheet that says what they are.
  /// - Parameter about: the filters and the day, in words.
  public static func xlsx(_ tables: [ReportTable], about: [String] = []) throws(ActionError) -> [UInt8] {
    let sheets = tables.map { table in
      XLSXWriter.Sheet(
        table.name, header: table.columns,
        rows: table.rows.map { row in
          row.map { cell in
            if let number = cell.number { return .number(number) }
            return cell == .notRecorded ? .empty : .text(cell.plain)
          }
        })
    }
    let notes = tables.flatMap { table in table.notes.map { "\(table.name): \($0)" } }
    do throws(XLSXWriter.Failure) {
      return try XLSXWriter(about: about + notes + ["An empty cell was not recorded; it is not zero."], sheets: sheets)
        .bytes()
    } catch {
      throw .fault(error.description)
    }
  }
}
