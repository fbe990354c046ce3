import Domain

/// Adds up what the plan is expected to reach and to cost, by activity and district.
struct ForecastBuilder {
  private let problem: PlanningProblem
  private let occurrences: [Occurrence]
  private let doorsOf: [OccurrenceID: [HouseholdID]]
  private let adults: [HouseholdID: Int]

  static func forecast(_ problem: PlanningProblem, _ plan: Plan) -> Forecast {
    let builder = ForecastBuilder(problem, plan)
    return Forecast(rows: problem.campaign.activities.flatMap(builder.rows))
  }

  private init(_ problem: PlanningProblem, _ plan: Plan) {
    self.problem = problem
    occurrences = plan.occurrences.filter { $0.status != .cancelled }
    doorsOf = Dictionary(plan.routes.map { ($0.occurrence, $0.doors) }, uniquingKeysWith: +)
    let doors = problem.doors + problem.doorsOfActivity.values.flatMap { $0 }
    adults = Dictionary(doors.map { ($0.id, max(1, $0.adults ?? 1)) }, uniquingKeysWith: max)
  }

  private func rows(_ activity: Activity) -> [Forecast.Row] {
    let own = occurrences.filter { $0.activity == activity.id }
    guard !own.isEmpty else { return [] }
    let byDistrict =
      activity.kind.isMessage && own.contains { $0.place == nil }
      ? spread(activity, own) : Dictionary(grouping: own) { $0.place?.ancestor(.district) }
    let districts = byDistrict.keys.sorted(by: Place.Code.inOrder)
    var rows = districts.map { district in row(activity, district, byDistrict[district]!) }
    addOnce(activity, &rows)
    return rows
  }

  /// A message to the whole campaign counts in every district where it finds somebody.
  private func spread(_ activity: Activity, _ own: [Occurrence]) -> [Place.Code?: [Occurrence]] {
    let reached = Set(problem.reachable[activity.id, default: [:]].keys.map { $0.ancestor(.district) })
    return reached.isEmpty ? [nil: own] : Dictionary(uniqueKeysWithValues: reached.map { ($0, own) })
  }

  private func row(_ activity: Activity, _ district: Place.Code?, _ own: [Occurrence]) -> Forecast.Row {
    var row = Forecast.Row(activity: activity.id, district: district)
    row.occurrences = own.count
    let doors = own.flatMap { doorsOf[$0.id] ?? [] }
    row.people = people(activity, district, own, doors)
    var cash = Purse()
    var kind = Purse()
    for line in activity.costs where line.per != .activity && line.per != .month {
      let cost = cost(line, own, doors: doors.count, people: row.people)
      if line.inKind { kind.add(cost) } else { cash.add(cost) }
    }
    if activity.kind.isMessage, let price = problem.messagePrice[activity.id] { cash.add(price.times(row.people)) }
    row.cost = cash.amounts
    row.inKind = kind.amounts
    return row
  }

  private func people(
    _ activity: Activity, _ district: Place.Code?, _ own: [Occurrence], _ doors: [HouseholdID]
  ) -> Int {
    if activity.kind.isMessage, let reachable = problem.reachable[activity.id] {
      let places = own.map(\.place)
      return reachable.reduce(0) { sum, entry in
        let isMeant = places.contains { $0?.contains(entry.key) ?? (entry.key.ancestor(.district) == district) }
        return isMeant ? sum + entry.value : sum
      }
    }
    if let expected = activity.expects?.people { return expected * own.count }
    return doors.reduce(0) { $0 + adults[$1, default: 1] }
  }

  private func cost(_ line: CostLine, _ own: [Occurrence], doors: Int, people: Int) -> Money {
    switch line.per {
    case .occurrence: return line.amount * own.count
    case .volunteer: return line.amount * own.reduce(0) { $0 + $1.team.count }
    case .door: return line.amount * doors
    case .person: return line.amount * people
    case .hour:
      // Given hours are hours of people; paid ones are hours of the occurrence, as for a hired loudspeaker.
      let minutes = own.reduce(0) { $0 + $1.minutes * (line.inKind ? max(1, $1.team.count) : 1) }
      return Money(minor: (line.amount.minor * Int64(minutes) + 30) / 60, line.amount.currency)
    case .activity, .month: return .zero(line.amount.currency)
    }
  }

  /// What is paid once, or by the month, belongs to the one district, or to none when there are several.
  private func addOnce(_ activity: Activity, _ rows: inout [Forecast.Row]) {
    let lines = activity.costs.filter { $0.per == .activity || $0.per == .month }
    guard !lines.isEmpty else { return }
    if rows.count > 1, rows[0].district != nil {
      rows.insert(Forecast.Row(activity: activity.id, district: nil), at: 0)
    }
    var cash = Purse(rows[0].cost)
    var kind = Purse(rows[0].inKind)
    for line in lines {
      let cost = line.amount * (line.per == .month ? months(activity) : 1)
      if line.inKind { kind.add(cost) } else { cash.add(cost) }
    }
    rows[0].cost = cash.amounts
    rows[0].inKind = kind.amounts
  }

  /// Calendar months that the activity touches.
  private func months(_ activity: Activity) -> Int {
    let (from, to) = (activity.from ?? problem.campaign.from, activity.to ?? problem.campaign.to)
    return max(1, (to.year - from.year) * 12 + to.month - from.month + 1)
  }
}

/// Sums of money, one for each currency.
private struct Purse {
  private var minor: [Currency: Int64] = [:]

  init(_ amounts: [Money] = []) {
    for amount in amounts { add(amount) }
  }

  mutating func add(_ amount: Money) {
    if amount.minor != 0 { minor[amount.currency, default: 0] += amount.minor }
  }

  var amounts: [Money] {
    Currency.allCases.compactMap { currency in minor[currency].map { Money(minor: $0, currency) } }
  }
}
