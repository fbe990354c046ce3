/// The currencies the offices keep their books in.
public enum Currency: String, Sendable, Codable, CaseIterable {
  case usd = "USD"
  case khr = "KHR"

  /// Minor units in one unit: cents in a dollar; the riel has none in use.
  public var minorUnits: Int64 { self == .usd ? 100 : 1 }
}

/// An amount of money: whole minor units of one currency, never a floating-point number.
public struct Money: Hashable, Sendable, Codable {
  public var minor: Int64
  public var currency: Currency

  public init(minor: Int64, _ currency: Currency) {
    self.minor = minor
    self.currency = currency
  }

  public static func zero(_ currency: Currency) -> Money { Money(minor: 0, currency) }

  /// Reads "300 USD", "0.02 USD", "492,000 KHR". Finer than a minor unit is nil here: see ``UnitPrice``.
  public init?(_ text: String) {
    guard let price = UnitPrice(text), price.micro % (1_000_000 / price.currency.minorUnits) == 0 else { return nil }
    self.init(minor: price.micro / (1_000_000 / price.currency.minorUnits), price.currency)
  }

  /// "300.00 USD" or "492000 KHR": the form that ``init(_:)`` reads.
  public var text: String { "\(decimal) \(currency.rawValue)" }

  /// The amount alone, with two decimals for dollars and none for riel.
  public var decimal: String {
    guard currency == .usd else { return String(minor) }
    let cents = minor.magnitude % 100
    return "\(minor < 0 ? "-" : "")\(minor.magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
  }

  /// Sum of two amounts of one currency. Adding different currencies is a programming error.
  public static func + (a: Money, b: Money) -> Money {
    precondition(a.currency == b.currency, "amounts of different currencies are never added silently")
    return Money(minor: a.minor + b.minor, a.currency)
  }

  public static func - (a: Money, b: Money) -> Money { a + Money(minor: -b.minor, b.currency) }

  public static func += (a: inout Money, b: Money) { a = a + b }

  public static func * (a: Money, n: Int) -> Money { Money(minor: a.minor * Int64(n), a.currency) }
}

/// A price of one unit (an SMS part, a minute, a spot), finer than a minor unit: millionths of the currency.
public struct UnitPrice: Hashable, Sendable, Codable {
  public var micro: Int64
  public var currency: Currency

  public init(micro: Int64, _ currency: Currency) {
    self.micro = micro
    self.currency = currency
  }

  /// Reads "0.0075 USD": digits with optional thousands commas and up to six decimals, a space, a currency.
  public init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2, let currency = Currency(rawValue: String(words[1])) else { return nil }
    var micro: Int64 = 0
    var decimals: Int?
    var digits = 0
    for scalar in words[0].unicodeScalars {
      switch scalar {
      case ",": if decimals != nil || digits == 0 { return nil }
      case ".":
        if decimals != nil || digits == 0 { return nil }
        decimals = 0
      case "0"..."9":
        guard digits < 12, (decimals ?? 0) < 6 else { return nil }
        micro = micro * 10 + Int64(scalar.value - 48)
        digits += 1
        decimals = decimals.map { $0 + 1 }
      default: return nil
      }
    }
    guard digits > 0, decimals != 0 else { return nil }
    for _ in (decimals ?? 0)..<6 { micro *= 10 }
    self.init(micro: micro, currency)
  }

  /// "0.0075 USD": the form that ``init(_:)`` reads.
  public var text: String {
    var fraction = String(String(1_000_000 + micro.magnitude % 1_000_000).dropFirst())
    while fraction.last == "0" { fraction.removeLast() }
    let whole = String(micro.magnitude / 1_000_000)
    return (fraction.isEmpty ? whole : "\(whole).\(fraction)") + " \(currency.rawValue)"
  }

  /// The price of `count` units, rounded up to a minor unit so that a reserve is never too small.
  public func times(_ count: Int) -> Money {
    let perMinor = 1_000_000 / currency.minorUnits
    return Money(minor: (micro * Int64(count) + perMinor - 1) / perMinor, currency)
  }
}

/// How many riel a dollar cost from a day on.
public struct ExchangeRate: Hashable, Sendable, Codable {
  public var from: LocalDate
  public var perUSD: Double

  public init(from: LocalDate, perUSD: Double) {
    self.from = from
    self.perUSD = perUSD
  }
}

/// Dated rates of the currencies beside the dollar; without a rate nothing is converted.
public struct ExchangeRates: Hashable, Sendable, Codable {
  /// Ordered by day.
  public var khr: [ExchangeRate]

  public init(khr: [ExchangeRate] = []) { self.khr = khr.sorted { $0.from < $1.from } }

  /// The amount in the other currency at the rate of that day, rounded half up to a minor unit;
  /// nil when no rate was set for that day.
  public func convert(_ money: Money, to currency: Currency, on day: LocalDate) -> Money? {
    if money.currency == currency { return money }
    guard let rate = khr.last(where: { $0.from <= day })?.perUSD, rate > 0 else { return nil }
    let exact = currency == .usd ? Double(money.minor) / rate * 100 : Double(money.minor) / 100 * rate
    return Money(minor: Int64(exact.rounded(.toNearestOrAwayFromZero)), currency)
  }
}
