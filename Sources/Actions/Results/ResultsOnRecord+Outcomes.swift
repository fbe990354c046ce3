import Domain
import Evaluation

/// Planned and spent, cash and gifts apart, in the office's currency.
struct CostSums: Sendable {
  var planned: Money
  var spent: Money
  var plannedInKind: Money
  var spentInKind: Money

  init(_ currency: Currency) {
    (planned, spent, plannedInKind, spentInKind) = (.zero(currency), .zero(currency), .zero(currency), .zero(currency))
  }

  mutating func add(_ row: CostTable.Row) {
    planned += row.planned.cash
    spent += row.spent.cash
    plannedInKind += row.planned.inKind
    spentInKind += row.spent.inKind
  }
}

/// Costs under their keys, and what the reader has to know about them.
struct CostKeys: Sendable {
  var rows: [String?: CostSums] = [:]
  var total: CostSums
  /// Amounts that no dated rate converts.
  var unconverted = 0
  var rates: Set<ExchangeRate> = []

  init(_ currency: Currency) { total = CostSums(currency) }

  mutating func add(_ table: CostTable) {
    for row in table.rows { rows[row.key, default: CostSums(table.currency)].add(row) }
    total.add(table.total)
    unconverted += table.unconverted.count
    rates.formUnion(table.ratesUsed)
  }
}

extension ResultsOnRecord {
  /// By district, what a campaign spent as a whole is shared among its districts by the people concerned.
  func costs(by dimension: Dimension) -> CostKeys {
    var keys = CostKeys(office.currency)
    guard dimension == .district else {
      keys.add(CostTable(costs, by: dimension, in: office.currency, rates: office.rates))
      return keys
    }
    for campaign in campaigns {
      var weights: [String: Int] = [:]
      for district in districts[campaign.id] ?? [] {
        let people = concerned[Side(facilitation: campaign.facilitation, district: district)] ?? 0
        weights[district.text] = max(people, 1)
      }
      let own = costs.filter { $0.belongs.campaign == campaign.id }
      keys.add(CostTable(own, by: .district, in: office.currency, rates: office.rates, sharing: weights))
    }
    return keys
  }

  func led(_ facilitation: Facilitation) -> ResultsOnRecord {
    var part = self
    part.campaigns.removeAll { $0.facilitation != facilitation }
    part.costs.removeAll { $0.belongs.facilitation != facilitation }
    part.reach.removeAll { $0.belongs.facilitation != facilitation }
    part.plannedReach.removeAll { $0.belongs.facilitation != facilitation }
    part.answers.removeAll { $0.facilitation != facilitation }
    return part
  }

  /// What came of the money, side by side; campaigns led in the same way in one district are one.
  func outcomes() -> [Side: Outcome] {
    var outcomes: [Side: Outcome] = [:]
    for facilitation in Facilitation.allCases {
      let part = led(facilitation)
      let spent = part.costs(by: .district).rows
      let reached = ReachTable(part.reach, by: .district).rows
      let known = AwarenessTable(part.answers, by: .district).rows
      for side in part.sides {
        let waves = known.first { $0.key == side.district.text }?.waves ?? [:]
        outcomes[side] = Outcome(
          spent: spent[side.district.text]?.spent ?? .zero(office.currency),
          reached: reached.first { $0.key == side.district.text }?.people ?? PeopleRange(0, 0),
          concerned: concerned[side], after: waves[.endline] ?? waves[.midline],
          before: waves[.baseline].map { .survey($0) })
      }
    }
    return outcomes
  }

  func outcome(of sides: [Side], in outcomes: [Side: Outcome]) -> Outcome? {
    let some = sides.compactMap { outcomes[$0] }
    return some.isEmpty ? nil : Outcome.combined(some)
  }
}
