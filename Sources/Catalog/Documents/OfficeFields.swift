import Domain
import Foundation

/// The keys of an `office` document.
enum OfficeFields {
  static func read(_ fields: inout FieldReader) -> Office? {
    let id: OfficeID? = fields.required("id", .id(), "the id of the office")
    let name = fields.required("name", .words(), "what people call the office")
    var office = Office(id: id ?? "", name: name ?? LocalizedText())
    office.phone = fields.optional("phone", phone, "whom volunteers ring when something goes wrong")
    readSettings(&fields, &office)
    readSafety(&fields, &office)
    return id == nil || name == nil ? nil : office
  }

  private static var phone: FieldKind<String> {
    .phrase("phone number", like: "012 345 678") { text in
      let digits = text.filter(\.isASCIIDigit).count
      let isPlain = text.allSatisfy { $0.isASCIIDigit || $0 == " " || $0 == "+" }
      return isPlain && (3...15).contains(digits) && text.utf8.count <= 24 ? text : nil
    }
  }

  private static func readSettings(_ fields: inout FieldReader, _ office: inout Office) {
    let zone = FieldKind<String>.phrase("time zone", like: "Asia/Phnom_Penh") { name in
      name.contains("/") || name == "UTC" ? TimeZone(identifier: name).map { _ in name } : nil
    }
    if let zone = fields.optional("timeZone", zone, "where the office's clocks hang; Asia/Phnom_Penh unless set") {
      office.timeZone = zone
    }
    let words = FieldKind<[Language]>.list(of: .word(), atLeast: 1)
    let languages = fields.optional("languages", words, "of pages and messages, first choice first")
    if let languages { office.languages = languages }
    if let currency = fields.optional("currency", .word(), "of reports; USD unless set") as Currency? {
      office.currency = currency
    }
    let rates = FieldKind<ExchangeRates>.object("rates") { rates in
      let khr = rates.optional("KHR", .list(of: rate), "riel for a dollar, by day")
      return ExchangeRates(khr: khr ?? [])
    }
    office.rates = fields.optional("rates", rates, "dated exchange rates") ?? ExchangeRates()
  }

  private static var rate: FieldKind<ExchangeRate> {
    .object("rate") { fields in
      let from = fields.required("from", .date, "the first day on which it holds")
      let perUSD = fields.required("perUSD", .number(0.0001...1_000_000_000), "riel for one dollar")
      guard let from, let perUSD else { return nil }
      return ExchangeRate(from: from, perUSD: perUSD)
    }
  }

  private static func readSafety(_ fields: inout FieldReader, _ office: inout Office) {
    let prefix = FieldKind<String>.phrase("beginning of a phone number", like: "+85500") { text in
      text.hasPrefix("+") && (2...15).contains(text.utf8.count) && text.dropFirst().allSatisfy(\.isASCIIDigit)
        ? text : nil
    }
    office.testNumbers =
      fields.optional(
        "testNumbers", .list(of: prefix), "beginnings of numbers that count as valid although none exists")
      ?? []
    office.live = fields.optional("live", .yesNo, "true lets real channels reach everybody") ?? false
    office.testRecipients =
      fields.optional("testRecipients", .list(of: .text(limit: 254)), "who real channels reach while live is false")
      ?? []
    office.quietHours = fields.optional("quietHours", .quietHours, "hours in which nobody is disturbed")
    office.contactCap = fields.optional("contactCap", .contactCap, "messages to one person in so many days")
    let limits = FieldKind<Int?>.object("launch limits") { limits in
      .some(
        limits.optional("secondPerson", .whole(0...1_000_000_000), "more recipients need a second person's approval"))
    }
    office.secondPersonAbove = fields.optional("launchLimits", limits, "what a launch needs") ?? nil
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
