import CQREncode

/// An address as a QR code that a cheap phone reads from paper: error level M, four modules of quiet zone, one SVG
/// path. Always black on white, also where the page is dark.
struct QRCode: Sendable {
  /// Modules across, without the quiet zone.
  let width: Int
  private let isDark: [Bool]
  static let quietZone = 4

  /// nil when the text is empty or longer than a code can hold.
  init?(_ text: String) {
    guard !text.isEmpty, let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { return nil }
    defer { QRcode_free(code) }
    width = Int(code.pointee.width)
    guard let data = code.pointee.data else { return nil }
    isDark = UnsafeBufferPointer(start: data, count: width * width).map { $0 & 1 == 1 }
  }

  /// The grid's size, version 1 to 40.
  var version: Int { (width - 17) / 4 }

  func isDark(row: Int, column: Int) -> Bool { isDark[row * width + column] }

  /// `label` says what the code opens; the same in letters stands below it.
  func markup(label: String) -> Markup {
    let side = width + 2 * Self.quietZone
    return """
      <svg role="img" viewBox="0 0 \(side) \(side)" class="qr" shape-rendering="crispEdges"><title>\(label)</title>\
      <rect width="\(side)" height="\(side)" fill="#fff"/><path stroke="#000" d="\(path)"/></svg>
      """
  }

  /// Runs of dark modules as strokes of one unit's width, each through the middle of its row.
  private var path: String {
    var path = ""
    for row in 0..<width {
      var column = 0
      while column < width {
        guard isDark(row: row, column: column) else {
          column += 1
          continue
        }
        let start = column
        while column < width, isDark(row: row, column: column) { column += 1 }
        path += "M\(start + Self.quietZone) \(row + Self.quietZone).5h\(column - start)"
      }
    }
    return path
  }
}
