import CXLSX
import Foundation

/// Writes tables as a spreadsheet with real numbers. The first sheet says what the others are.
public struct XLSXWriter: Sendable {
  public enum Cell: Sendable, Equatable {
    case text(String)
    case number(Double)
    case empty
  }

  public struct Sheet: Sendable {
    public var name: String
    public var header: [String]
    public var rows: [[Cell]]

    public init(_ name: String, header: [String], rows: [[Cell]]) {
      self.name = name
      self.header = header
      self.rows = rows
    }
  }

  /// Lines of the first sheet.
  public var about: [String]
  public var sheets: [Sheet]

  public init(about: [String], sheets: [Sheet]) {
    self.about = about
    self.sheets = sheets
  }

  /// The library could not write; its own words.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  /// Sheets hold at most 1,048,576 rows; more is refused.
  public func bytes() throws(Failure) -> [UInt8] {
    // The library writes files only. They may hold people, so that they lie in a folder of their own until read.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("outreach-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appendingPathComponent("table.xlsx")
      try write(to: file.path)
      return Array(try Data(contentsOf: file))
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(description: "The spreadsheet cannot be written: \(error.localizedDescription)")
    }
  }

  private func write(to path: String) throws(Failure) {
    guard let handle = workbook_new(path) else { throw Failure(description: "The spreadsheet cannot be begun.") }
    let book = Book(handle)
    var error = book.add(
      Sheet("About", header: ["About"], rows: about.map { [.text($0)] }))
    for sheet in sheets where error == LXW_NO_ERROR { error = book.add(sheet) }
    // Closing frees the book, whatever went wrong before.
    let closed = workbook_close(book.handle)
    if error == LXW_NO_ERROR { error = closed }
    guard error == LXW_NO_ERROR else {
      throw Failure(description: "The spreadsheet cannot be written: \(String(cString: lxw_strerror(error))).")
    }
  }
}

/// An open workbook with the two formats every sheet uses.
private struct Book {
  let handle: UnsafeMutablePointer<lxw_workbook>
  private let plain: UnsafeMutablePointer<lxw_format>?
  private let bold: UnsafeMutablePointer<lxw_format>?

  init(_ handle: UnsafeMutablePointer<lxw_workbook>) {
    self.handle = handle
    plain = workbook_add_format(handle)
    bold = workbook_add_format(handle)
    for format in [plain, bold] {
      // The font of Cambodian offices; elsewhere the spreadsheet falls back to its own.
      format_set_font_name(format, "Khmer OS Content")
      format_set_font_size(format, 11)
    }
    format_set_bold(bold)
  }

  func add(_ sheet: XLSXWriter.Sheet) -> lxw_error {
    // Names of sheets hold 31 characters at most.
    guard let page = workbook_add_worksheet(handle, String(sheet.name.prefix(31))) else {
      return LXW_ERROR_SHEETNAME_ALREADY_USED
    }
    for (column, title) in sheet.header.enumerated() {
      let widest = sheet.rows.prefix(200).map { $0.indices.contains(column) ? $0[column].width : 0 }.max() ?? 0
      _ = worksheet_set_column(
        page, UInt16(column), UInt16(column), Double(min(max(widest, title.count, 6) + 2, 60)), plain)
      let error = worksheet_write_string(page, 0, UInt16(column), title, bold)
      guard error == LXW_NO_ERROR else { return error }
    }
    worksheet_freeze_panes(page, 1, 0)
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        let error = write(cell, to: page, UInt32(row + 1), UInt16(column))
        guard error == LXW_NO_ERROR else { return error }
      }
    }
    return LXW_NO_ERROR
  }

  /// Text is written as text, so that no cell is ever run as a formula.
  private func write(
    _ cell: XLSXWriter.Cell, to page: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16
  ) -> lxw_error {
    switch cell {
    case .text(let text): worksheet_write_string(page, row, column, text, plain)
    case .number(let number): worksheet_write_number(page, row, column, number, plain)
    case .empty: LXW_NO_ERROR
    }
  }
}

extension XLSXWriter.Cell {
  fileprivate var width: Int {
    switch self {
    case .text(let text): text.count
    case .number: 10
    case .empty: 0
    }
  }
}
