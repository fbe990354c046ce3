/// The office that runs this installation: where it is in time, what it spends in, and what binds every campaign.
public struct Office: Hashable, Sendable, Codable, Identifiable {
  public var id: OfficeID
  public var name: LocalizedText
  /// Whom volunteers ring when something goes wrong, as people write it: "012 345 678".
  public var phone: String?
  /// IANA name, "Asia/Phnom_Penh".
  public var timeZone: String
  public var languages: [Language]
  public var currency: Currency
  public var rates: ExchangeRates
  /// Prefixes of numbers that count as valid although no such number exists: the samples' people.
  public var testNumbers: [String]
  /// Until true, real channels reach only ``testRecipients``.
  public var live: Bool
  public var testRecipients: [String]
  public var quietHours: QuietHours?
  public var contactCap: ContactCap?
  /// Above so many recipients a second person must approve; nil: never.
  public var secondPersonAbove: Int?

  public init(id: OfficeID, name: LocalizedText) {
    self.id = id
    self.name = name
    timeZone = "Asia/Phnom_Penh"
    languages = [.km, .en]
    currency = .usd
    rates = ExchangeRates()
    testNumbers = []
    live = false
    testRecipients = []
  }
}
