import Domain

/// Short phrases that stand for one thing: a date, an amount, a rhythm.
extension FieldKind {
  /// A text that `make` understands, or else a finding that shows the examples.
  static func phrase(_ what: String, like examples: String..., make: @escaping (String) -> Value?) -> FieldKind {
    let advice = "write it like " + examples.map { "\"\($0)\"" }.joined(separator: " or ")
    let shown = JSONTree.array(examples.map { .string($0) })
    return FieldKind(schema: { ["type": "string", "examples": shown] }) { value, reading in
      guard case .string(let text) = value.content else {
        reading.wrongType(value, expected: "a text (\(what))", advice: advice)
        return nil
      }
      if let made = make(text) { return made }
      reading.error("\"\(shortened(text))\" is no \(what)", at: value.position, advice: advice)
      return nil
    }
  }
}

/// A text as a message may repeat it.
func shortened(_ text: String) -> String {
  let plain = text.replacing("\n", with: " ")
  return plain.unicodeScalars.count <= 60 ? plain : String(plain.prefix(57)) + "…"
}

extension FieldKind<LocalDate> {
  static var date: FieldKind { .phrase("date", like: "2026-11-21", make: LocalDate.init(_:)) }
}

extension FieldKind<LocalDateTime> {
  static var dateTime: FieldKind { .phrase("date and time", like: "2026-11-21T18:00", make: LocalDateTime.init(_:)) }
}

extension FieldKind<TimeWindow> {
  static var window: FieldKind { .phrase("stretch of a day", like: "07:00-10:00", make: TimeWindow.init(_:)) }
}

extension FieldKind<QuietHours> {
  static var quietHours: FieldKind { .phrase("stretch of hours", like: "20:00-07:00", make: QuietHours.init(_:)) }
}

extension FieldKind<ContactCap> {
  static var contactCap: FieldKind { .phrase("contact cap", like: "3 per 7 days", make: ContactCap.init(_:)) }
}

extension FieldKind<SendRate> {
  static var rate: FieldKind { .phrase("rate", like: "50/s", make: SendRate.init(_:)) }
}

extension FieldKind<Money> {
  /// An amount with its currency: without one, nobody knows what was meant.
  static var money: FieldKind {
    FieldKind<String>.amountText(like: "300 USD").map { text throws(PhraseProblem) in
      if let money = Money(text) { return money }
      throw .amount(text, like: "300 USD", finer: UnitPrice(text) != nil)
    }
  }
}

extension FieldKind<UnitPrice> {
  /// A price, and after a slash what it is for: "0.02 USD/part".
  static var unitPrice: FieldKind {
    FieldKind<String>.amountText(like: "0.02 USD/part").map { text throws(PhraseProblem) in
      let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      if halves.count == 2, !["part", "message", "call", "minute", "post", "spot"].contains(halves[1]) {
        throw PhraseProblem("a price for each \"\(halves[1])\" is not known", advice: "write it like \"0.02 USD/part\"")
      }
      if let price = UnitPrice(halves.first ?? "") { return price }
      throw .amount(halves.first ?? text, like: "0.02 USD/part", finer: false)
    }
  }
}

extension FieldKind<String> {
  fileprivate static func amountText(like example: String) -> FieldKind {
    FieldKind(schema: { ["type": "string", "examples": [.string(example)]] }) { value, reading in
      switch value.content {
      case .string(let text): return text
      case .number(let number):
        reading.error(
          "\(number.text) is an amount without a currency", at: value.position, advice: "write it like \"\(example)\"")
      default: reading.wrongType(value, expected: "an amount", advice: "write it like \"\(example)\"")
      }
      return nil
    }
  }
}

extension PhraseProblem {
  fileprivate static func amount(_ text: String, like example: String, finer: Bool) -> PhraseProblem {
    let advice = "write it like \"\(example)\""
    if finer { return PhraseProblem("\"\(text)\" is finer than the smallest coin", advice: advice) }
    if text.allSatisfy({ $0.isNumber || ".,".contains($0) }) {
      return PhraseProblem("\"\(text)\" is an amount without a currency", advice: advice)
    }
    return PhraseProblem("\"\(shortened(text))\" is no amount of money", advice: "\(advice), in USD or KHR")
  }
}

extension FieldKind<Int> {
  /// A length of time, "3h" or "90min", as minutes.
  static var duration: FieldKind {
    .phrase("length of time", like: "3h") { text in
      let unit = text.hasSuffix("min") ? ("min", 1.0) : ("h", 60.0)
      guard text.hasSuffix(unit.0), let number = Double(text.dropLast(unit.0.count).trimmedSpaces) else { return nil }
      let minutes = (number * unit.1).rounded()
      return (1...1440).contains(minutes) ? Int(minutes) : nil
    }
  }
}

extension FieldKind<Place.Level> {
  static var level: FieldKind {
    .choice(Dictionary(uniqueKeysWithValues: Place.Level.allCases.map { ($0.name, $0) }))
  }
}

extension FieldKind<Recurrence> {
  /// A rhythm in words, or a list of dates.
  static var recurrence: FieldKind {
    let words = FieldKind.phrase("rhythm", like: "monthly on the first thursday", make: Recurrence.init(_:))
    let dates = FieldKind<[LocalDate]>.list(of: .date, atLeast: 1).map { days throws(PhraseProblem) in
      Recurrence.dates(days.sorted())
    }
    return .either(words, or: dates) { $0.isArray }
  }
}

extension FieldKind<SendTime> {
  /// "now", a local date and time, or days before another activity's occurrence.
  static var sendTime: FieldKind {
    .phrase("time to send", like: "now", "2026-12-10T09:00", "-2d before forum") { text in
      if text == "now" { return .now }
      if let moment = LocalDateTime(text) { return .on(moment) }
      let words = text.split(separator: " ")
      guard words.count == 3, words[1] == "before", words[0].hasPrefix("-"), words[0].hasSuffix("d"),
        let days = Int(words[0].dropFirst().dropLast()), (0...365).contains(days)
      else { return nil }
      return .before(days: days, ActivityID(String(words[2])))
    }
  }
}
