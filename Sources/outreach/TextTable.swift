/// Columns side by side for people, in whatever script: numbers to the right, texts to the left.
struct TextTable {
  private let rows: [[String]]
  private let isNumeric: [Bool]

  /// - Parameter rows: the first is the header; all have as many cells.
  init(_ rows: [[String]], numeric columns: Set<Int> = []) {
    self.rows = rows
    isNumeric = (rows.first ?? []).indices.map { columns.contains($0) }
  }

  /// - Parameter limit: characters that a line may have; a wider table is turned until it fits. Nil: any number.
  func lines(within limit: Int? = nil) -> [String] {
    guard let limit, width > limit, rows.count > 1 else { return plain }
    // A few rows read best as columns; many keep their lines and lose what is the same in all of them.
    let forms = rows.count < 8 ? [turned, shortened] : [shortened, turned]
    return forms.first { $0.table.width <= limit }.map { $0.above + $0.table.plain } ?? blocks
  }

  private typealias Form = (above: [String], table: TextTable)

  private var plain: [String] {
    let widths = widths
    return rows.map { row in
      let line = row.indices.map { padded(row[$0], to: widths[$0], right: isNumeric[$0]) }.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private var widths: [Int] {
    isNumeric.indices.map { column in rows.map { Terminal.width(of: $0[column]) }.max() ?? 0 }
  }
  private var width: Int { widths.reduce(0, +) + 2 * max(isNumeric.count - 1, 0) }

  /// Rows as columns.
  private var turned: Form {
    let filled = isNumeric.indices.filter { column in rows.dropFirst().contains { !$0[column].isEmpty } }
    let turned = filled.map { column in rows.map { $0[column] } }
    return ([], TextTable(turned, numeric: Set(rows.indices.dropFirst())))
  }

  /// What is the same in all rows is said once above them.
  private var shortened: Form {
    let different = isNumeric.indices.filter { column in Set(rows.dropFirst().map { $0[column] }).count > 1 }
    let same = isNumeric.indices.filter { !different.contains($0) && !rows[1][$0].isEmpty }
    let numeric = different.indices.filter { isNumeric[different[$0]] }
    let table = TextTable(rows.map { row in different.map { row[$0] } }, numeric: Set(numeric))
    return (same.map { "\(rows[0][$0]): \(rows[1][$0])" } + [""], table)
  }

  /// Every row by itself, a line for each column; what is empty is passed over.
  private var blocks: [String] {
    let width = rows[0].map(Terminal.width).max() ?? 0
    return rows.dropFirst().enumerated().flatMap { index, row in
      (index == 0 ? [] : [""])
        + row.indices.filter { !row[$0].isEmpty }.map { padded(rows[0][$0], to: width, right: false) + "  " + row[$0] }
    }
  }

  private func padded(_ text: String, to width: Int, right: Bool) -> String {
    let blank = String(repeating: " ", count: max(0, width - Terminal.width(of: text)))
    return right ? blank + text : text + blank
  }
}
