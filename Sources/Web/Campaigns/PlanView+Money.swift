import Actions
import Domain

extension PlanView {
  /// Bar: spent. Tick: what the budget allows.
  func budget() -> Markup {
    let budget = overview.budget
    guard !budget.lines.isEmpty else { return "<h2>\(t(.budget))</h2><p>\(t(.noBudget))</p>" }
    let longest = budget.lines.map { max($0.spent.minor, $0.limit?.minor ?? 0) }.max() ?? 1
    let share = { (minor: Int64) in Double(minor) / Double(max(longest, 1)) }
    var rows: [TableRow] = budget.lines.map { line in
      let isOver = line.limit.map { line.spent.minor > $0.minor } ?? true
      return .row([
        "\(t.plain(line.name ?? LocalizedText(en: line.id)))",
        barCell(
          share(line.spent.minor), plan: line.limit.map { share($0.minor) },
          fill: isOver && line.spent.minor > 0 ? .bad : .accent),
        "\(t.wholeAmount(line.spent))", "<span class=\"muted\">\(line.limit.map { t.wholeAmount($0) } ?? "–")</span>",
      ])
    }
    rows.append(.total(["\(t(.total))", "", "\(t.wholeAmount(budget.spent))", "\(t.wholeAmount(budget.limit))"]))
    let note: Phrase = budget.currency == .usd ? .barSpentTickPlanned : .barSpentTickPlannedRiel
    let lost: Markup? =
      budget.unconverted.isEmpty
      ? nil
      : """
      <p class="small muted">\(t(.unconverted(budget.unconverted.map { t.money($0) }.joined(separator: ", "))))</p>
      """
    return """
      \(table(Table(t(.budgetByLine), note: "\(t(note))", layout: .bars, columns: barColumns(t(.line), t(.spent)), rows: rows)))\
      \(lost)
      """
  }

  /// Bar: reached. Tick: target.
  func reach() -> Markup {
    guard !campaign.targets.isEmpty else { return "<h2>\(t(.reachByGroup))</h2><p>\(t(.noTargets))</p>" }
    let reach = overview.reach
    let counts = campaign.targets.map { target in target.group.map { reach.groups[$0] ?? 0 } ?? reach.people }
    let longest = Double(max(zip(counts, campaign.targets).map { max($0, $1.people) }.max() ?? 1, 1))
    let rows: [TableRow] = zip(campaign.targets, counts).map { target, count in
      .row([
        "\(t(target.group.map { .group($0) } ?? .everybody))",
        barCell(Double(count) / longest, plan: Double(target.people) / longest), "\(t.number(count))",
        "<span class=\"muted\">\(t.number(target.people))</span>",
      ])
    }
    return """
      \(table(
        Table(
          t(.reachByGroup), note: "\(t(.barReachedTickPlanned))", layout: .bars,
          columns: barColumns(t(.groupColumn), t(.reached)), rows: rows)))\
      <p class="small muted">\(t(.attendancesNote))</p>
      """
  }

  private func barColumns(_ first: String, _ value: String) -> [TableColumn] {
    [.text(first), .bar(t), .number(value), .number(t(.planColumn))]
  }
}
