/// Walks a table row by row and reads its cells as what their columns promise, collecting what is wrong.
struct SheetReader {
  let header: SheetHeader
  /// What is wrong with the row at hand, and what it refers to.
  var reading: Reading
  /// Set when the file breaks off where nothing after can be trusted.
  private(set) var broken: Finding?
  private var csv: CSVReader
  private var record = CSVRecord()
  private var seen: [String: Int] = [:]
  private var likenesses: [String: Int] = [:]
  private let what: String
  /// What the rows may name; nil keeps their names for a later check.
  private let known: KnownThings?

  /// Reads the header and complains about it. Nil when there is none.
  init?(_ text: TextFile, _ rules: SheetRules, _ reading: inout Reading, known: KnownThings? = nil) {
    var csv = CSVReader(text)
    var record = CSVRecord()
    do throws(Finding) {
      repeat {
        guard try csv.next(&record) else {
          reading.error(
            "the table is empty", at: .start, advice: "its first line is \(rules.required.joined(separator: ","))")
          return nil
        }
      } while record.isBlank
    } catch {
      reading.add(error)
      return nil
    }
    header = SheetHeader(names: SheetReader.withoutTrailingBlanks(record.cells))
    header.check(against: rules, reading: &reading) { csv.position(ofCell: $0, in: record) }
    self.csv = csv
    self.reading = Reading(file: text.name)
    what = rules.what
    self.known = known
  }

  private static func withoutTrailingBlanks(_ names: [String]) -> [String] {
    let last = names.lastIndex { !$0.isEmpty } ?? -1
    return Array(names[...last])
  }

  var line: Int { record.line }
  /// The row as it came.
  var cells: [String] { (0..<record.count).map { record.verbatim($0) } }

  /// Goes to the next row that holds anything; false at the end.
  mutating func next() -> Bool {
    reading = Reading(file: csv.file)
    do throws(Finding) {
      repeat {
        guard try csv.next(&record) else { return false }
      } while record.isBlank
    } catch {
      broken = error
      return false
    }
    checkWidth()
    return true
  }

  private mutating func checkWidth() {
    let filled = (header.names.count..<max(record.count, header.names.count)).first { !record[$0].isEmpty }
    if let filled {
      reading.error(
        "this row has \(record.count) cells under \(header.names.count) columns",
        at: csv.position(ofCell: filled, in: record), advice: "put cells that hold a comma in quotes")
    } else if record.count < header.names.count, record.count == 1, header.names.count > 2 {
      reading.error(
        "this row has one cell under \(header.names.count) columns", at: csv.position(ofCell: 0, in: record),
        advice: "delete the line, or fill its columns")
    }
  }

  // MARK: Complaining

  func position(of column: Int?) -> Position {
    csv.position(ofCell: column ?? 0, in: record)
  }

  mutating func error(_ message: String, at column: Int?, advice: String? = nil) {
    reading.error(message, at: position(of: column), field: column.map { header.names[$0] }, advice: advice)
  }

  mutating func warning(_ message: String, at column: Int?, advice: String? = nil) {
    reading.warning(message, at: position(of: column), field: column.map { header.names[$0] }, advice: advice)
  }

  /// A name that must be known; without anything to ask it is kept for later.
  mutating func refer(to kind: Reference.Kind, _ name: String, at column: Int?) {
    guard let known else { return reading.refer(to: kind, name, at: position(of: column)) }
    guard !known.has(kind, name) else { return }
    error("unknown \(kind.rawValue) \(shortened(name))", at: column, advice: known.advice(kind, name))
  }

  // MARK: Texts

  /// The cell; nil when it is empty or there is no such column.
  func text(_ column: Int?) -> String? {
    guard let column else { return nil }
    let text = record[column]
    if text.isEmpty { return nil }
    return text.utf8.first == UInt8(ascii: "'") ? CSVWriter.unguarded(text) : text
  }

  mutating func required(_ column: Int?) -> String? {
    guard let text = text(column) else {
      let name = column.map { header.names[$0] } ?? "?"
      error("this \(what) has no \(name)", at: column, advice: "fill the cell")
      return nil
    }
    return text
  }

  /// A required text that no other row of the file may have.
  mutating func key(_ column: Int?) -> String? {
    guard let text = required(column) else { return nil }
    guard text.unicodeScalars.count <= 128 else {
      error("this id has more than 128 characters", at: column, advice: "shorten it")
      return nil
    }
    if let first = seen[text] {
      error("\"\(text)\" stands on line \(first) already", at: column, advice: "give every \(what) its own")
      return nil
    }
    seen[text] = line
    return text
  }

  /// Complains when another row of the file says the same thing, as `likeness` tells it.
  mutating func once(_ likeness: String, at column: Int?) {
    guard let first = seen[likeness] else {
      seen[likeness] = line
      return
    }
    error("line \(first) has a \(what) for the same already", at: column, advice: "keep one of them")
  }

  /// `text` with a number that tells equal rows of the file apart, the first being 1.
  mutating func numbered(_ text: String) -> String {
    likenesses[text, default: 0] += 1
    return "\(text)/\(likenesses[text, default: 1])"
  }
}
