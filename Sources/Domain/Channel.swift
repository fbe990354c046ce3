/// One configured way to reach people: an adapter with its settings, speed and price.
public struct Channel: Hashable, Sendable, Codable, Identifiable {
  /// A setting as the file gives it. Secrets stand in the environment, or hidden in the store.
  public enum Setting: Hashable, Sendable, Codable {
    case text(String)
    case number(Double)
    case flag(Bool)
    /// The name of the environment variable that holds the value.
    case environment(String)
  }

  public var id: ChannelID
  public var name: LocalizedText?
  /// "spool", "kannel", "webhook" …
  public var adapter: String
  /// Where the adapter leaves it open.
  public var address: AddressKind?
  public var rate: SendRate?
  /// Requests under way at once.
  public var connections: Int
  public var price: UnitPrice?
  public var quietHours: QuietHours?
  /// The rest, by the adapter's own names: url, username, password, secret, receipts, allowPrivateAddress …
  public var settings: [String: Setting]

  public init(id: ChannelID, adapter: String) {
    self.id = id
    self.adapter = adapter
    connections = 16
    settings = [:]
  }
}

/// Parts a second at most, spaced without bursts.
public struct SendRate: Hashable, Sendable, Codable {
  public var perSecond: Double

  public init(perSecond: Double) { self.perSecond = perSecond }

  /// Reads "50/s", "30/min" and "1000/h".
  public init?(_ text: String) {
    let parts = text.split(separator: "/")
    guard parts.count == 2, let count = Double(parts[0]), count > 0, count.isFinite,
      let seconds = ["s": 1.0, "min": 60, "h": 3600][String(parts[1])]
    else { return nil }
    perSecond = count / seconds
  }
}

/// The price of a channel's unit from a day on, by prefix of the address.
public struct Tariff: Hashable, Sendable, Codable, Identifiable {
  public struct Price: Hashable, Sendable, Codable {
    public var from: LocalDate
    /// Beginning of the addresses it holds for; empty: all.
    public var prefix: String
    public var price: UnitPrice

    public init(from: LocalDate, prefix: String, price: UnitPrice) {
      self.from = from
      self.prefix = prefix
      self.price = price
    }
  }

  public var id: TariffID
  public var channel: ChannelID
  public var prices: [Price]

  public init(id: TariffID, channel: ChannelID, prices: [Price]) {
    self.id = id
    self.channel = channel
    self.prices = prices
  }

  /// The price on that day for that address: the longest prefix, then the latest day.
  public func price(on day: LocalDate, to address: String) -> UnitPrice? {
    prices.filter { $0.from <= day && address.hasPrefix($0.prefix) }
      .max { ($0.prefix.utf8.count, $0.from) < ($1.prefix.utf8.count, $1.from) }?.price
  }
}
