public import Domain

/// One amount, planned or spent, and where it belongs.
public struct CostEntry: Sendable, Hashable {
  public enum Stage: String, Sendable, Hashable, CaseIterable {
    case planned, spent
  }

  public var stage: Stage
  public var belongs: Attribution
  /// The line of the budget.
  public var line: String
  public var amount: Money
  /// Volunteers' hours and gifts: counted, never added to cash.
  public var inKind: Bool

  public init(_ stage: Stage, _ amount: Money, line: String, inKind: Bool = false, belongs: Attribution) {
    self.stage = stage
    self.amount = amount
    self.line = line
    self.inKind = inKind
    self.belongs = belongs
  }
}

/// Planned and actual cost, cut by one dimension, in one currency. Rows add up to the total to the last cent; amounts
/// that no dated rate converts stand apart and are never dropped.
public struct CostTable: Sendable, Hashable {
  /// Cash and gifts of one stage, apart.
  public struct Cell: Sendable, Hashable {
    public var cash: Money
    public var inKind: Money

    init(_ currency: Currency) {
      cash = .zero(currency)
      inKind = .zero(currency)
    }
  }

  public struct Row: Sendable, Hashable {
    /// As ``Attribution/key(_:)`` gives it; nil: entries that do not say and could not be shared.
    public var key: String?
    public var planned: Cell
    public var spent: Cell

    init(_ key: String?, _ currency: Currency) {
      self.key = key
      planned = Cell(currency)
      spent = Cell(currency)
    }

    mutating func add(_ amount: Money, _ entry: CostEntry) {
      switch (entry.stage, entry.inKind) {
      case (.planned, false): planned.cash += amount
      case (.planned, true): planned.inKind += amount
      case (.spent, false): spent.cash += amount
      case (.spent, true): spent.inKind += amount
      }
    }
  }

  public let dimension: Dimension
  public let currency: Currency
  /// In order of their keys, the row without a key last.
  public private(set) var rows: [Row]
  public private(set) var total: Row
  /// Amounts for whose day no rate is set.
  public private(set) var unconverted: [CostEntry] = []
  /// The rates that were applied, so that the table can name them with their days.
  public private(set) var ratesUsed: [ExchangeRate] = []

  /// - Parameters:
  ///   - rates: dated rates; each amount is converted at the rate of its own day.
  ///   - weights: row key → weight (people concerned, say), by which an amount without a row of its own is shared by
  ///     largest remainder. Empty: such amounts keep a row without a key.
  public init(
    _ entries: [CostEntry], by dimension: Dimension, in currency: Currency, rates: ExchangeRates,
    sharing weights: [String: Int] = [:]
  ) {
    self.dimension = dimension
    self.currency = currency
    total = Row(nil, currency)
    var rows: [String?: Row] = [:]
    var used: Set<LocalDate> = []
    let shared = weights.sorted { $0.key < $1.key }
    for entry in entries {
      guard let amount = rates.convert(entry.amount, to: currency, on: entry.belongs.date) else {
        unconverted.append(entry)
        continue
      }
      if entry.amount.currency != currency, let rate = rates.khr.last(where: { $0.from <= entry.belongs.date }) {
        used.insert(rate.from)
      }
      total.add(amount, entry)
      for (key, part) in Self.parts(of: amount, under: entry.belongs.key(dimension), shared) {
        rows[key, default: Row(key, currency)].add(part, entry)
      }
    }
    self.rows = rows.values.rows(\.key).flatMap(\.elements)
    ratesUsed = rates.khr.filter { used.contains($0.from) }
  }

  private static func parts(
    of amount: Money, under key: String?, _ weights: [(key: String, value: Int)]
  ) -> [(String?, Money)] {
    guard key == nil, let parts = Apportionment.parts(of: amount.minor, weights: weights.map(\.value)) else {
      return [(key, amount)]
    }
    return zip(weights, parts).map { ($0.key, Money(minor: $1, amount.currency)) }
  }
}
