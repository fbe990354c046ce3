import Domain

/// Reads the answers of one form and collects what is wrong with them, in the order of the form.
///
///     var form = FormReading(request.form, t)
///     let people = form.count("participants")
///     guard form.errors.isEmpty else { … }
struct FormReading {
  let form: FormData
  private let t: Wording
  private(set) var errors: [FieldError] = []

  init(_ form: FormData, _ t: Wording) {
    self.form = form
    self.t = t
  }

  mutating func report(_ field: String, _ problem: Phrase) {
    // One message a field is enough to mend it.
    if errors.message(for: field) == nil { errors.append(FieldError(field, t(problem))) }
  }

  /// A whole number, 0 or more, with Khmer digits and thousands separators as people type them; nil when empty.
  mutating func count(_ field: String) -> Int? {
    let typed = form[field]
    guard !typed.isEmpty else { return nil }
    guard let number = FormNumber.whole(typed) else {
      report(field, .wholeNumber)
      return nil
    }
    return number
  }

  /// An amount without its currency: "120", "1,200.50"; nil when empty.
  mutating func money(_ field: String, _ currency: Currency) -> Money? {
    let typed = form[field]
    guard !typed.isEmpty else { return nil }
    guard let money = FormNumber.money(typed, currency) else {
      report(field, .moneyForm)
      return nil
    }
    return money
  }

  mutating func date(_ field: String) -> LocalDate? {
    if let date = FormDate.read(form[field]) { return date }
    report(field, .dateForm)
    return nil
  }

  mutating func time(_ field: String) -> TimeOfDay? {
    let typed = FormNumber.plain(form[field])
    let padded = typed.utf8.count == 4 && typed.contains(":") ? "0" + typed : typed
    if let time = TimeOfDay(padded), time.minutes < 1440 { return time }
    report(field, .timeForm)
    return nil
  }
}

/// Numbers as people type them.
enum FormNumber {
  /// Nil unless digits, with commas or spaces between thousands; at most a billion.
  static func whole(_ typed: String) -> Int? {
    let text = plain(typed).filter { $0 != "," }
    guard !text.isEmpty, text.utf8.count <= 10, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text),
      number <= 1_000_000_000
    else { return nil }
    return number
  }

  /// Nil unless an amount above zero that the currency can hold.
  static func money(_ typed: String, _ currency: Currency) -> Money? {
    let text = plain(typed).filter { $0 != "," }
    guard text.utf8.count <= 12, let money = Money("\(text) \(currency.rawValue)"), money.minor > 0 else { return nil }
    return money
  }

  /// Arabic digits, without the spaces that people and phones put in.
  static func plain(_ typed: String) -> String {
    KhmerDigits.toArabic(typed).filter { !$0.isWhitespace && $0 != "\u{200B}" }
  }
}
