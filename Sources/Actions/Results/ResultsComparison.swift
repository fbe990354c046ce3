import Domain
import Evaluation

/// Turns entries into what a results page shows.
struct ResultsComparison {
  private let whole: ResultsOnRecord
  private let part: ResultsOnRecord
  private let filter: ResultsFilter
  private let hidesFew: Bool
  private let outcomes: [ResultsOnRecord.Side: Outcome]
  private let costs: CostKeys

  init(_ record: ResultsOnRecord, _ filter: ResultsFilter, hidesFew: Bool) {
    whole = record
    part = record.only(filter)
    self.filter = filter
    self.hidesFew = hidesFew
    outcomes = part.outcomes()
    costs = part.costs(by: .channel)
  }

  func view(_ today: LocalDate) -> ResultsView {
    let dates = whole.costs.map(\.belongs.date.year) + whole.reach.map(\.belongs.date.year)
    let years = Set(dates).sorted(by: >)
    let districts = Set(whole.sides.map(\.district)).sorted().map { (code: $0, name: whole.places[$0] ?? LocalizedText(en: $0.text)) }
    let year = filter.year ?? part.reach.map(\.belongs.date.year).max() ?? today.year
    return ResultsView(
      filter: filter, currency: part.office.currency, years: years, districts: districts, channels: channels(),
      finding: finding(), sides: sides(year), places: places(year), groups: groups(), groupAwareness: awareness(),
      monthsOf: year, rates: costs.rates.sorted { $0.from < $1.from }, unconverted: costs.unconverted)
  }

  private func finding() -> ResultsFinding {
    let led = { (facilitation: Facilitation) in
      part.outcome(of: part.sides.filter { $0.facilitation == facilitation }, in: outcomes)
    }
    switch Finding(ngo: led(.ngo), government: led(.government)) {
    case .nothing: return .nothing
    case .oneSided(let facilitation): return .oneSided(facilitation)
    case .tooFew: return .tooFew
    case .noClearDifference: return .noClearDifference
    case .clear(let difference):
      switch difference.measure {
      case .costPerNewlyAware: return .cost(relative: difference.relative, spendingRatio: difference.spendingRatio)
      case .awareness: return .awareness(ngo: difference.ngo, government: difference.government)
      }
    }
  }

  // MARK: Sides and districts

  private func sides(_ year: Int) -> [ResultsView.Side] {
    Facilitation.allCases.compactMap { facilitation in
      let own = part.sides.filter { $0.facilitation == facilitation }
      guard let outcome = part.outcome(of: own, in: outcomes) else { return nil }
      let led = part.led(facilitation)
      return ResultsView.Side(
        facilitation: facilitation, district: nil, name: LocalizedText(), districts: own.count,
        figures: figures(outcome, led, led.costs(by: .facilitation).total), months: months(led.reach, year))
    }
  }

  private func places(_ year: Int) -> [ResultsView.Side] {
    part.sides.compactMap { side in
      guard let outcome = outcomes[side] else { return nil }
      let led = part.led(side.facilitation)
      let sums = led.costs(by: .district).rows[side.district.text] ?? CostSums(part.office.currency)
      let here = led.only(district: side.district)
      return ResultsView.Side(
        facilitation: side.facilitation, district: side.district,
        name: part.places[side.district] ?? LocalizedText(en: side.district.text), districts: 1,
        figures: figures(outcome, here, sums), months: months(here.reach, year))
    }
  }

  private func months(_ reach: [ReachEntry], _ year: Int) -> [Int] {
    var months = [Int](repeating: 0, count: 12)
    for entry in reach where entry.belongs.date.year == year && !entry.grade.isEstimate {
      months[entry.belongs.date.month - 1] += entry.attendances
    }
    return months
  }

  private func figures(_ known: Outcome, _ record: ResultsOnRecord, _ sums: CostSums) -> ResultFigures {
    var outcome = known
    outcome.spent = sums.spent
    let reach = ReachTable(record.reach, by: .facilitation).total
    var awareness: ResultFigures.Awareness?
    if case .surveyed(let surveyed) = outcome.awareness {
      awareness = ResultFigures.Awareness(
        share: Interval(surveyed.share), before: surveyed.before?.value, asked: surveyed.asked,
        fewAsked: surveyed.fewAsked)
    }
    return ResultFigures(
      planned: sums.planned, spent: sums.spent, spentInKind: sums.spentInKind,
      plannedPeople: record.plannedReach.reduce(0) { $0 + $1.people },
      reached: outcome.reached.low...outcome.reached.high, estimated: reach.estimated, concerned: outcome.concerned,
      awareness: awareness, aware: outcome.aware.shown { Interval($0) },
      newlyAware: outcome.newlyAware.shown { Interval($0) }, perReached: outcome.costPerReached.shown { Interval($0) },
      perAware: outcome.costPerAware.shown { Interval($0) },
      perNewlyAware: outcome.costPerNewlyAware.shown { Interval($0) })
  }

  // MARK: Channels and groups

  private func channels() -> [ResultsView.Channel] {
    let reach = ReachTable(part.reach, by: .channel)
    return inOrder(Array(costs.rows.keys) + reach.rows.map(\.key)).compactMap { key in
      guard let key else { return nil }
      let sums = costs.rows[key] ?? CostSums(part.office.currency)
      let row = reach.rows.first { $0.key == key }
      let people = row?.people ?? PeopleRange(0, 0)
      let outcome = Outcome(spent: sums.spent, reached: people, concerned: nil, after: nil, before: nil)
      return ResultsView.Channel(
        key: key, name: part.channels[key], planned: sums.planned, spent: sums.spent,
        reached: people.low...people.high, estimated: row?.estimated ?? 0,
        perReached: outcome.costPerReached.shown { Interval($0) })
    }
  }

  private func groups() -> [ResultsView.GroupReach] {
    let total = ReachTable(part.reach, by: .facilitation).total
    return Group.allCases.compactMap { group in
      guard let reach = total.groups[group] else { return nil }
      let isHidden = hidesFew && reach.recorded > 0 && reach.attendances < Disclosure.smallest
      return ResultsView.GroupReach(
        group: group, people: isHidden || reach.recorded == 0 ? nil : reach.attendances, isHidden: isHidden,
        recorded: reach.recorded, notRecorded: reach.notRecorded)
    }
  }

  private func awareness() -> [ResultsView.GroupAwareness] {
    let tables = Facilitation.allCases.map { ($0, AwarenessTable(part.led($0).answers, by: .group)) }
    return Group.allCases.compactMap { group in
      var row = ResultsView.GroupAwareness(group: group, share: [:], asked: [:])
      for (facilitation, table) in tables {
        guard let share = table.rows.first(where: { $0.key == group.rawValue })?.after, share.asked > 0 else { continue }
        row.asked[facilitation] = share.asked
        if share.weight != .tooFew { row.share[facilitation] = share.estimate?.value }
      }
      return row.asked.isEmpty ? nil : row
    }
  }
}

extension Interval {
  fileprivate init(_ estimate: Estimate) {
    self.init(value: estimate.value, low: estimate.low, high: estimate.high)
  }

  fileprivate init(_ cost: UnitCost) {
    func units(_ price: UnitPrice) -> Double { Double(price.micro) / 1_000_000 }
    self.init(value: cost.value.map(units), low: units(cost.low), high: cost.high.map(units))
  }
}

extension Result where Failure == UnitCost.Missing {
  fileprivate func shown(_ show: (Success) -> Interval) -> Result<Interval, NoFigure> {
    map(show).mapError { NoFigure(rawValue: $0.rawValue)! }
  }
}
