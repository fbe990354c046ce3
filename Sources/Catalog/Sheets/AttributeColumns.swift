import Domain

/// The further columns of a table of people or households: each becomes an attribute, typed from how it is written.
struct AttributeColumns {
  private let columns: [(index: Int, name: String)]

  init(_ header: SheetHeader, beyond rules: SheetRules) {
    columns = header.further(than: rules).map { ($0, header.names[$0]) }
  }

  func values(of row: SheetReader) -> [String: AttributeValue] {
    var values: [String: AttributeValue] = [:]
    for column in columns {
      if let text = row.text(column.index) { values[column.name] = AttributeColumns.value(text) }
    }
    return values
  }

  /// Numbers are plain decimals without a leading zero: codes and telephone numbers stay text.
  static func value(_ text: String) -> AttributeValue {
    switch text.lowercased() {
    case "yes", "true": return .flag(true)
    case "no", "false": return .flag(false)
    default: return isPlainNumber(text) ? Double(text).map { .number($0) } ?? .text(text) : .text(text)
    }
  }

  private static func isPlainNumber(_ text: String) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard digits.count <= 15, (1...2).contains(parts.count), !parts.contains(where: \.isEmpty) else { return false }
    guard parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } }) else { return false }
    return parts[0].count == 1 || parts[0].first != UInt8(ascii: "0")
  }

  /// The cell that ``value(_:)`` reads back as the same.
  static func text(_ value: AttributeValue) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): plainNumber(number)
    case .flag(let flag): flag ? "yes" : "no"
    }
  }

  /// One column for every attribute that any of the values has, in order of their names.
  static func columns<Value>(
    of values: [Value], _ attributes: @escaping (Value) -> [String: AttributeValue]
  ) -> [SheetColumn<Value>] {
    let names = values.reduce(into: Set<String>()) { $0.formUnion(attributes($1).keys) }
    return names.sorted().map { name in SheetColumn(name) { attributes($0)[name].map(text) } }
  }
}
