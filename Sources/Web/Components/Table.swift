/// A table that can be read by everybody: caption, scopes, numbers to the right, and on phones a list of records.
///
///     table(Table("Budget by line", note: "USD", columns: [.text(t(.line)), .bar, .number(t(.spent))], rows: …), t)
struct Table: Sendable {
  enum Layout: Sendable {
    case plain
    /// On phones each row becomes a record, each number with its column's name.
    case records
    /// Bars in cells: on phones the bar stands on its own line.
    case bars
  }

  var caption: String
  var note: Markup?
  /// The caption is in the heading above already; screen readers still get it.
  var hidesCaption = false
  /// Column names that the caption explains well enough for the eye.
  var hidesHead = false
  var layout: Layout
  var columns: [TableColumn]
  var rows: [TableRow]
  /// Wider than the screen: scrolls in a box of its own.
  var scrolls = false

  init(
    _ caption: String, note: Markup? = nil, layout: Layout = .plain, columns: [TableColumn], rows: [TableRow]
  ) {
    self.caption = caption
    self.note = note
    self.layout = layout
    self.columns = columns
    self.rows = rows
  }
}

/// What one column holds. The first column names its row.
struct TableColumn: Sendable {
  enum Content: Sendable { case text, number, bar, whole }

  var title: Markup
  /// The column's plain name, shown beside the value on phones.
  var label: String
  var content: Content
  var hidesTitle = false

  static func text(_ title: String) -> TableColumn {
    TableColumn(title: "\(title)", label: title, content: .text)
  }

  static func number(_ title: String) -> TableColumn {
    TableColumn(title: "\(title)", label: title, content: .number)
  }

  /// Takes a whole line on phones, without its name.
  static func whole(_ title: String, hidesTitle: Bool = false) -> TableColumn {
    TableColumn(title: "\(title)", label: title, content: .whole, hidesTitle: hidesTitle)
  }

  static func bar(_ t: Wording) -> TableColumn {
    TableColumn(title: "\(t(.chart))", label: t(.chart), content: .bar, hidesTitle: true)
  }
}

enum TableRow: Sendable {
  /// One piece for each column; the first is the row's name.
  case row([Markup])
  case total([Markup])
  /// The name of the rows that follow.
  case group(Markup)
  /// A row's name and one remark across the rest: "No clear change".
  case remark(Markup, Markup)
}

func table(_ table: Table) -> Markup {
  let flips = table.layout == .records
  let note: Markup? = table.note.map { "<small>\($0)</small>" }
  let head: [Markup] = table.columns.map { headCell($0, flips) }
  let rows = table.rows.map { rowMarkup($0, table) }
  let markup: Markup = """
    <table\(attribute("class", tableClass(table.layout)))\(role("table", flips))>\
    <caption\(attribute("class", table.hidesCaption ? "vh" : nil))>\(table.caption)\(note)</caption>
    <thead\(attribute("class", table.hidesHead ? "vh" : nil))\(role("rowgroup", flips))>\
    <tr\(role("row", flips))>\(head)</tr></thead>
    <tbody\(role("rowgroup", flips))>\(rows)</tbody></table>
    """
  guard table.scrolls else { return markup }
  return "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(table.caption)\">\(markup)</div>"
}

private func tableClass(_ layout: Table.Layout) -> String? {
  switch layout {
  case .plain: nil
  case .records: "flip"
  case .bars: "ct"
  }
}

/// `display: grid` takes the table's roles away in some browsers, so tables that flip carry them.
private func role(_ name: StaticString, _ flips: Bool) -> Markup? {
  flips ? " role=\"\(literal: name)\"" : nil
}

private func headCell(_ column: TableColumn, _ flips: Bool) -> Markup {
  let title: Markup = column.hidesTitle ? "<span class=\"vh\">\(column.title)</span>" : column.title
  let number = attribute("class", column.content == .number ? "n" : nil)
  return "<th scope=\"col\"\(number)\(role("columnheader", flips))>\(title)</th>"
}

private func rowMarkup(_ row: TableRow, _ table: Table) -> Markup {
  let flips = table.layout == .records
  switch row {
  case .row(let cells): return "<tr\(role("row", flips))>\(cellsMarkup(cells, table))</tr>\n"
  case .total(let cells): return "<tr class=\"total\"\(role("row", flips))>\(cellsMarkup(cells, table))</tr>\n"
  case .group(let name):
    return """
      <tr class="grp"\(role("row", flips))><th scope="rowgroup" colspan="\(table.columns.count)"\
      \(role("rowheader", flips))>\(name)</th></tr>

      """
  case .remark(let name, let text):
    return """
      <tr\(role("row", flips))><th scope="row"\(role("rowheader", flips))>\(name)</th>\
      <td class="muted small" colspan="\(table.columns.count - 1)"\(role("cell", flips))>\(text)</td></tr>

      """
  }
}

private func cellsMarkup(_ cells: [Markup], _ table: Table) -> [Markup] {
  let flips = table.layout == .records
  return zip(table.columns, cells).enumerated().map { position, pair in
    let (column, cell) = pair
    if position == 0 {
      let number = attribute("class", column.content == .number ? "n" : nil)
      return "<th scope=\"row\"\(number)\(role("rowheader", flips))>\(cell)</th>"
    }
    let label = attribute(
      "data-l", flips && (column.content == .number || column.content == .text) ? column.label : nil)
    switch column.content {
    case .text: return "<td\(label)\(role("cell", flips))>\(cell)</td>"
    case .number: return "<td class=\"n\"\(label)\(role("cell", flips))>\(cell)</td>"
    case .bar: return "<td class=\"bars\"\(role("cell", flips))>\(cell)</td>"
    case .whole: return "<td class=\"full\"\(role("cell", flips))>\(cell)</td>"
    }
  }
}

/// A name with a second line in small grey: the other language, a formula, what it is part of.
func twoLines(_ first: Markup, _ second: Markup) -> Markup {
  "\(first)<br><span class=\"muted small\">\(second)</span>"
}
