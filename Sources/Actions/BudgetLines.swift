public import Domain

/// The money of a campaign by line: what the budget allows, what the plan still means to cost, what was spent. All in
/// the budget's currency; amounts that no dated rate converts are named, never dropped silently.
public struct BudgetLines: Sendable {
  public struct Line: Sendable {
    public var id: String
    public var name: LocalizedText?
    /// Nil for a line that the budget does not have.
    public var limit: Money?
    public var spent: Money
    /// What the occurrences to come will cost by the plan.
    public var planned: Money

    /// Spent already, and what the plan still means to spend.
    public var committed: Money { spent + planned }
  }

  public let lines: [Line]
  public let limit: Money
  public let currency: Currency
  /// Amounts in another currency for whose day no rate is set.
  public let unconverted: [Money]

  public var spent: Money { lines.reduce(.zero(currency)) { $0 + $1.spent } }
  public var committed: Money { lines.reduce(.zero(currency)) { $0 + $1.committed } }

  init(_ scene: CampaignScene) {
    let budget = scene.campaign.budget
    currency = budget?.total.currency ?? .usd
    limit = budget?.total ?? .zero(currency)
    var spent = Ledger(currency, scene.rates)
    for cost in scene.costs where !cost.inKind { spent.add(cost.amount, cost.line, cost.date) }
    for activity in scene.campaign.activities {
      for sum in scene.messages[activity.id]?.spent ?? [] { spent.add(sum, activity.messageLine, scene.today) }
    }
    var planned = Ledger(currency, scene.rates)
    for activity in scene.campaign.activities { Self.plan(activity, scene, &planned) }
    let known = budget?.lines ?? []
    let extra = Set(spent.sums.keys).union(planned.sums.keys).subtracting(known.map(\.id)).sorted()
    let zero = Money.zero(currency)
    lines =
      known.map {
        Line(
          id: $0.id, name: $0.name, limit: $0.amount, spent: spent.sums[$0.id] ?? zero,
          planned: planned.sums[$0.id] ?? zero)
      } + extra.map { Line(id: $0, spent: spent.sums[$0] ?? zero, planned: planned.sums[$0] ?? zero) }
    unconverted = spent.unconverted + planned.unconverted
  }

  /// What is still to come: occurrences that are held have their costs recorded.
  private static func plan(_ activity: Activity, _ scene: CampaignScene, _ ledger: inout Ledger) {
    if let money = scene.messages[activity.id] {
      // Launched: what waits is known exactly.
      for sum in money.waiting { ledger.add(sum, activity.messageLine, scene.today) }
      return
    }
    let own = scene.occurrences.filter { $0.activity == activity.id && $0.isOpen }
    guard let first = own.first else { return }
    let doors = own.reduce(0) { $0 + (scene.doors[$1.id] ?? 0) }
    let isUntouched = !scene.occurrences.contains { $0.activity == activity.id && $0.status == .held }
    for line in activity.costs where !line.inKind {
      let count: Int
      switch line.per {
      case .occurrence: count = own.count
      case .volunteer: count = own.reduce(0) { $0 + $1.assignments.count { $0.status.counts } }
      case .door: count = doors
      case .person: count = people(activity, open: own.count, scene)
      case .hour: count = own.reduce(0) { $0 + $1.minutes } / 60
      case .activity: count = isUntouched ? 1 : 0
      case .month: count = Set(own.map(\.date.monthStart)).count
      }
      ledger.add(line.amount * count, line.line, first.date)
    }
  }

  /// The part of the forecast's people that is still to come; without a forecast, what the file expects each time.
  private static func people(_ activity: Activity, open: Int, _ scene: CampaignScene) -> Int {
    guard let expected = scene.expected[activity.id] else { return open * (activity.expects?.people ?? 0) }
    let all = scene.occurrences.count { $0.activity == activity.id && $0.status != .cancelled }
    return expected * open / max(all, 1)
  }
}

extension Activity {
  /// The line of the budget that its messages are charged to; without a single one, its own id.
  var messageLine: String {
    let lines = Set(costs.map(\.line))
    return lines.count == 1 ? lines.first! : id.text
  }
}

/// Sums by line in one currency.
private struct Ledger {
  let currency: Currency
  let rates: ExchangeRates
  var sums: [String: Money] = [:]
  var unconverted: [Money] = []

  init(_ currency: Currency, _ rates: ExchangeRates) {
    self.currency = currency
    self.rates = rates
  }

  mutating func add(_ amount: Money, _ line: String, _ day: LocalDate) {
    guard let converted = rates.convert(amount, to: currency, on: day) else { return unconverted.append(amount) }
    sums[line, default: .zero(currency)] += converted
  }
}
