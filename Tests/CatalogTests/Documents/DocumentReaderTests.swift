import Domain
import Testing

@testable import Catalog

/// What a document of that text is read as.
func readDocument(_ text: String) throws -> (document: Document?, findings: [String]) {
  let file = try TextFile(name: "d.json5", bytes: Array(text.utf8))
  let (document, findings) = DocumentReader(adapters: testAdapters).read(file)
  return (document, findings.sorted().map(\.description))
}

struct DocumentReaderTests {
  @Test(arguments: [
    (
      "{ segmnet: { id: 'x' } }",
      "d.json5:1:3: error: unknown document \"segmnet\"; did you mean \"segment\"?"
    ),
    (
      "{ segment: { id: 'x', name: { en: 'X' }, where: 'id_poor' }, office: {} }",
      "d.json5:1:62: error: a second key \"office\" beside \"segment\"; keep one document in one file"
    ),
    (
      "{}",
      "d.json5:1:1: error: this document is empty; "
        + "known here: calendar, campaign, channel, office, resource, segment, survey, tariff"
    ),
    ("[]", "d.json5:1:1: error: expected an object, found a list; write { segment: { … } }"),
    (
      "{ segment: { id: 'x', name: { en: 'X' }, where: 'id_poor', where: 'age > 3' } }",
      "d.json5:1:60: error: the key \"where\" stands here twice; keep one of them"
    ),
    (
      "{ segment: { id: 'Big Ones', name: { en: 'X' }, where: 'id_poor' } }",
      "d.json5:1:18: error: \"Big Ones\" is no id; use lower-case letters, digits and hyphens, 64 at most"
    ),
    (
      "{ segment: { id: 'x', name: {}, where: 'id_poor' } }",
      "d.json5:1:29: error: there are no words here; write { km: \"…\", en: \"…\" }"
    ),
    (
      "{ segment: { id: 'x', name: { fr: 'X', en: 'Y' }, where: 'id_poor' } }",
      "d.json5:1:31: error: unknown key \"fr\" in this text in languages; known here: en, km"
    ),
    ("{ segment: { id: 'x', name: { en: 'X' } } }", "d.json5:1:12: error: this segment has no \"where\"; add where: …"),
    (
      "{ segment: { id: 'x', name: { en: 'X' }, where: '' } }",
      "d.json5:1:49: error: this text is empty; write a text in quotes"
    ),
    (
      "{ segment: { id: 'x' name: 1 } }",
      "d.json5:1:22: error: no \",\" after the value of \"id\"; separate the keys of an object by commas"
    ),
  ])
  func `a wrong document is told with its place and the remedy`(text: String, told: String) throws {
    let (document, findings) = try readDocument(text)
    #expect(document == nil)
    #expect(findings == [told])
  }

  @Test func `a segment keeps its rule and where the rule stands`() throws {
    let document = try #require(
      try readDocument("{ segment: {\n id: 'poor', name: { en: 'Poor' },\n where: 'id_poor' } }").document)
    guard case .segment(let segment) = document.content else { return #expect(Bool(false), "no segment") }
    #expect(segment == Segment(id: "poor", name: LocalizedText(en: "Poor"), rule: "id_poor"))
    #expect(document.rulePosition == Position(line: 3, column: 9))
    #expect(document.position == Position(line: 2, column: 6))
  }

  @Test func `an office reads every setting`() throws {
    let document = try #require(
      try readDocument(
        """
        { office: { id: "office", name: { en: "Office" }, timeZone: "Asia/Phnom_Penh", languages: ["en"],
          currency: "KHR", rates: { KHR: [{ from: "2026-01-01", perUSD: 4100 }] }, testNumbers: ["+85500"], live: true,
          testRecipients: ["+85512345678"], quietHours: "20:00-07:00", contactCap: "3 per 7 days",
          launchLimits: { secondPerson: 5000 } } }
        """
      ).document)
    guard case .office(let office) = document.content else { return #expect(Bool(false), "no office") }
    #expect(office.languages == [.en])
    #expect(office.currency == .khr)
    #expect(office.rates.khr == [ExchangeRate(from: LocalDate("2026-01-01")!, perUSD: 4100)])
    #expect(office.testNumbers == ["+85500"])
    #expect(office.live)
    #expect(office.quietHours == QuietHours("20:00-07:00"))
    #expect(office.contactCap == ContactCap(messages: 3, days: 7))
    #expect(office.secondPersonAbove == 5000)
  }

  @Test func `what an office leaves out means none`() throws {
    let document = try #require(try readDocument("{ office: { id: 'o', name: { km: 'ក' } } }").document)
    guard case .office(let office) = document.content else { return #expect(Bool(false), "no office") }
    #expect(!office.live)
    #expect(office.quietHours == nil && office.contactCap == nil && office.secondPersonAbove == nil)
    #expect(office.currency == .usd)
  }

  @Test func `every wrong setting of an office is told`() throws {
    let (_, findings) = try readDocument(
      """
      { office: { id: "o", name: { en: "O" },
        timeZone: "Asia/Phnom_Pen",
        languages: ["fr"],
        currency: "EUR",
        rates: { KHR: [{ from: "2026-02-30", perUSD: 0 }] },
        testNumbers: ["85500"],
        live: "no",
        quietHours: "20-7",
        contactCap: "3 a week",
        launchLimits: { secondPersn: 5000 } } }
      """)
    #expect(
      findings == [
        "d.json5:2:13: error: \"Asia/Phnom_Pen\" is no time zone; write it like \"Asia/Phnom_Penh\"",
        "d.json5:3:15: error: \"fr\" is not known here; known here: en, km",
        "d.json5:4:13: error: \"EUR\" is not known here; known here: KHR, USD",
        "d.json5:5:26: error: \"2026-02-30\" is no date; write it like \"2026-11-21\"",
        "d.json5:5:48: error: 0 is out of range; write a number from 0.0001 to 1000000000",
        "d.json5:6:17: error: \"85500\" is no beginning of a phone number; write it like \"+85500\"",
        "d.json5:7:9: error: expected true or false, found a text",
        "d.json5:8:15: error: \"20-7\" is no stretch of hours; write it like \"20:00-07:00\"",
        "d.json5:9:15: error: \"3 a week\" is no contact cap; write it like \"3 per 7 days\"",
        "d.json5:10:19: error: unknown key \"secondPersn\" in this launch limits; did you mean \"secondPerson\"?",
      ])
  }

  @Test func `a channel takes the keys of its adapter and no others`() throws {
    let (document, _) = try readDocument(
      """
      { channel: { id: "sms", adapter: "kannel", url: "http://127.0.0.1:13013/cgi-bin/sendsms", username: "u",
        password: { env: "KANNEL_PASSWORD" }, rate: "50/s", price: "0.02 USD/part", allowPrivateAddress: true } }
      """)
    guard case .channel(let channel)? = document?.content else { return #expect(Bool(false), "no channel") }
    #expect(channel.settings["password"] == .environment("KANNEL_PASSWORD"))
    #expect(channel.settings["allowPrivateAddress"] == .flag(true))
    #expect(channel.rate == SendRate(perSecond: 50))
    #expect(channel.price == UnitPrice("0.02 USD"))
    #expect(channel.connections == 16)

    let (_, findings) = try readDocument(
      """
      { channel: { id: "sms", adapter: "kannel", url: "127.0.0.1", usrname: "u",
        password: { enf: "X" }, rate: "fast", price: 0.02, folder: "x" } }
      """)
    #expect(
      findings == [
        "d.json5:1:49: error: \"127.0.0.1\" is no web address; write it like \"http://127.0.0.1:13013/cgi-bin/sendsms\"",
        "d.json5:1:62: error: unknown key \"usrname\" in this channel; did you mean \"username\"?",
        "d.json5:2:15: error: unknown key \"enf\" in this secret; did you mean \"env\"?",
        "d.json5:2:33: error: \"fast\" is no rate; write it like \"50/s\"",
        "d.json5:2:48: error: 0.02 is an amount without a currency; write it like \"0.02 USD/part\"",
        "d.json5:2:54: error: unknown key \"folder\" in this channel",
      ])
  }

  @Test func `while the adapter is unknown, any adapter's key may stand`() throws {
    #expect(
      try readDocument("{ channel: { id: 'sms', adapter: 'kanel', url: 'http://x', folder: 'y' } }").findings == [
        "d.json5:1:34: error: \"kanel\" is not known here; did you mean \"kannel\"?"
      ])
  }

  @Test func `a survey without an aware answer is worth a warning`() throws {
    let (document, findings) = try readDocument(
      """
      { survey: { id: "s", name: { en: "S" },
        questions: [{ id: "q", text: { en: "Q?" }, answers: [{ id: "yes", text: { en: "Yes" } }] }] } }
      """)
    #expect(document != nil)
    #expect(
      findings == [
        "d.json5:2:14: warning: no answer counts as aware, so this survey measures no awareness; "
          + "mark the answer with aware: true"
      ])
  }

  @Test func `resources, calendars and tariffs are read`() throws {
    let resource = try readDocument(
      "{ resource: { id: 'r', name: { en: 'R' }, kind: 'venue', place: '0203', capacity: 80, "
        + "available: 'mon 07:00-11:00', away: ['2026-12-24'] } }")
    guard case .resource(let venue)? = resource.document?.content else { return #expect(Bool(false), "no resource") }
    #expect(venue.capacity == 80)
    #expect(venue.availability.weekly == [.monday: [TimeWindow("07:00-11:00")!]])
    #expect(venue.availability.away == [LocalDate("2026-12-24")!])
    let calendar = try readDocument(
      "{ calendar: { id: 'c', days: [{ date: '2026-01-01', name: { en: 'N' }, toConfirm: true }] } }")
    guard case .calendar(let holidays)? = calendar.document?.content else { return #expect(Bool(false), "no calendar") }
    #expect(holidays.holidays.map(\.toConfirm) == [true])
    let tariff = try readDocument(
      "{ tariff: { id: 't', channel: 'sms', prices: [{ from: '2026-01-01', price: '0.01 USD/part' }] } }")
    guard case .tariff(let prices)? = tariff.document?.content else { return #expect(Bool(false), "no tariff") }
    #expect(prices.prices.map(\.price) == [UnitPrice("0.01 USD")])
  }
}
