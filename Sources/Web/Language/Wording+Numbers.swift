import Domain

extension Wording {
  /// "1,234", in the reader's digits; a real minus sign.
  func number(_ value: Int) -> String {
    inDigits((value < 0 ? "\u{2212}" : "") + grouped(value.magnitude))
  }

  /// A decimal number held as an integer of its smallest unit: `decimal(16012, places: 2)` is "160.12".
  func decimal(_ units: Int, places: Int) -> String {
    guard places > 0 else { return number(units) }
    let scale = (0..<places).reduce(UInt(1)) { scale, _ in scale * 10 }
    let rest = String(units.magnitude % scale)
    let padded = String(repeating: "0", count: places - rest.count) + rest
    let point = separators == .commaThousands ? "." : ","
    return inDigits((units < 0 ? "\u{2212}" : "") + grouped(units.magnitude / scale) + point + padded)
  }

  /// A measured value with fixed decimals, as costs per citizen are shown: "2.99".
  func decimal(_ value: Double, places: Int = 2) -> String {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    guard value.isFinite, abs(value * scale) < 9e15 else { return self(.notRecorded) }
    return decimal(Int((value * scale).rounded()), places: places)
  }

  /// Percent without decimals: "74%", "under 1%" for a small share that is not nothing.
  func percent(_ share: Double) -> String {
    guard share.isFinite else { return self(.notRecorded) }
    if share > 0, share < 0.005 { return self(.underOnePercent) }
    return number(Int((share * 100).rounded())) + "%"
  }

  /// "12,000 of 14,000" as a percentage; nothing of nothing is "not recorded", never 0.
  func percent(_ part: Int, of whole: Int) -> String {
    whole > 0 ? percent(Double(part) / Double(whole)) : self(.notRecorded)
  }

  /// "USD 120.00", "120.00 ដុល្លារ", "KHR 492,000", "492,000 ៛".
  func money(_ money: Money) -> String {
    let amount = amount(money)
    switch (language, money.currency) {
    case (.en, _): return "\(money.currency.rawValue) \(amount)"
    case (.km, .usd): return "\(amount) ដុល្លារ"
    case (.km, .khr): return "\(amount) ៛"
    }
  }

  /// The number alone, for columns whose caption names the currency. Riel are shown in hundreds.
  func amount(_ money: Money) -> String {
    switch money.currency {
    case .usd: decimal(Int(money.minor), places: 2)
    case .khr: number(Int((Double(money.minor) / 100).rounded()) * 100)
    }
  }

  /// Dollars without cents, for plans and totals: "22,000".
  func wholeAmount(_ money: Money) -> String {
    guard money.currency == .usd else { return amount(money) }
    return number(Int((Double(money.minor) / 100).rounded()))
  }

  /// A price with all its decimals: "USD 0.018".
  func price(_ price: UnitPrice) -> String {
    let parts = price.text.split(separator: " ")
    let number = inDigits(parts[0].contains(".") ? String(parts[0]) : parts[0] + ".00")
    return language == .en ? "\(price.currency.rawValue) \(number)" : "\(number) \(price.currency.rawValue)"
  }

  /// "0.8 km", "450 m".
  func distance(metres: Int) -> String {
    let unit: Phrase = metres < 1000 ? .metres(number(metres)) : .kilometres(decimal(Double(metres) / 1000, places: 1))
    return self(unit)
  }

  private func grouped(_ magnitude: UInt) -> String {
    let plain = String(magnitude)
    guard plain.utf8.count > 3 else { return plain }
    let separator: Character = separators == .commaThousands ? "," : "."
    var result = ""
    for (offset, digit) in plain.enumerated() {
      if offset > 0, (plain.utf8.count - offset) % 3 == 0 { result.append(separator) }
      result.append(digit)
    }
    return result
  }
}
