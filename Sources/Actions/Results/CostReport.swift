import Domain
import Evaluation

/// Planned and spent, and the three costs side by side. Who knows the office is asked by district, so that its two
/// costs stand by district, by facilitation and in the total only.
struct CostReport {
  private let record: ResultsOnRecord
  private let dimension: Dimension
  private let outcomes: [ResultsOnRecord.Side: Outcome]

  init(_ record: ResultsOnRecord, _ dimension: Dimension) {
    self.record = record
    self.dimension = dimension
    outcomes = record.outcomes()
  }

  private static let columns =
    [
      "key", "name", "currency", "planned", "spent", "planned_in_kind", "spent_in_kind", "people_low", "people_high",
    ] + ["reached", "aware", "newly_aware"].flatMap { ["per_\($0)", "per_\($0)_low", "per_\($0)_high"] } + ["remark"]

  func table() -> ReportTable {
    var table = ReportTable("cost", columns: Self.columns)
    let costs = record.costs(by: dimension)
    let reach = ReachTable(record.reach, by: dimension)
    for key in inOrder(Array(costs.rows.keys) + reach.rows.map(\.key)) {
      let sums = costs.rows[key] ?? CostSums(record.office.currency)
      let people = reach.rows.first { $0.key == key }?.people ?? PeopleRange(0, 0)
      table.rows.append(record.heading(key, dimension) + cells(sums, people, outcome(key)))
    }
    let total = record.outcome(of: record.sides, in: outcomes)
    table.rows.append([.text("total"), .text("")] + cells(costs.total, reach.total.people, total))
    table.hasTotal = true
    table.notes = record.notes(on: costs)
    return table
  }

  private func outcome(_ key: String?) -> Outcome? {
    switch dimension {
    case .district: record.outcome(of: record.sides.filter { $0.district.text == key }, in: outcomes)
    case .facilitation: record.outcome(of: record.sides.filter { $0.facilitation.rawValue == key }, in: outcomes)
    case .channel, .activity, .month: nil
    }
  }

  private func cells(_ sums: CostSums, _ people: PeopleRange, _ known: Outcome?) -> [ReportTable.Cell] {
    var outcome = known ?? Outcome(spent: sums.spent, reached: people, concerned: nil, after: nil, before: nil)
    outcome.spent = sums.spent
    outcome.reached = people
    var cells: [ReportTable.Cell] = [
      .text(record.office.currency.rawValue), .money(sums.planned), .money(sums.spent), .money(sums.plannedInKind),
      .money(sums.spentInKind), .count(people.low), .count(people.high),
    ]
    let costs = [outcome.costPerReached, outcome.costPerAware, outcome.costPerNewlyAware]
    for cost in costs {
      switch cost {
      case .success(let cost): cells += [.init(cost.value), .price(cost.low), .init(cost.high)]
      case .failure: cells += [.notRecorded, .notRecorded, .notRecorded]
      }
    }
    guard known != nil else { return cells + [.text("")] }
    return cells + [.text(remark(costs))]
  }

  private func remark(_ costs: [Result<UnitCost, UnitCost.Missing>]) -> String {
    for cost in costs.reversed() {
      switch cost {
      case .failure(let missing): return missing.words
      case .success(let cost) where cost.fewAsked: return "few asked"
      case .success: continue
      }
    }
    return ""
  }
}

extension ResultsOnRecord {
  func notes(on costs: CostKeys) -> [String] {
    let rates = costs.rates.sorted { $0.from < $1.from }.map { rate in
      "Riel at \(Int(rate.perUSD)) to the dollar from \(rate.from)."
    }
    guard costs.unconverted > 0 else { return rates }
    let amounts = costs.unconverted == 1 ? "1 amount is" : "\(costs.unconverted) amounts are"
    return rates + ["\(amounts) in a currency without a rate for the day and not counted; set the rate in the office."]
  }
}

extension UnitCost.Missing {
  /// For the command line and files.
  var words: String {
    switch self {
    case .nothingSpent: "nothing spent"
    case .nobodyReached: "nobody reached"
    case .noSurvey: "no survey"
    case .noBaseline: "no survey before"
    case .tooFewAsked: "too few asked"
    case .noClearChange: "no clear change"
    case .fewerAware: "fewer know it than before"
    case .peopleConcernedUnknown: "people concerned unknown"
    case .notSurveyedEverywhere: "not surveyed everywhere"
    }
  }
}
