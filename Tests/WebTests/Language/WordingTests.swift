import Domain
import Testing

@testable import Web

@Suite struct WordingTests {
  private let en = Wording(.en)
  private let km = Wording(.km)
  private let volunteer = Wording(.km, digits: .khmer)

  @Test func `thousands are grouped and signed`() {
    #expect(en.number(0) == "0")
    #expect(en.number(999) == "999")
    #expect(en.number(61_240) == "61,240")
    #expect(en.number(1_234_567) == "1,234,567")
    #expect(en.number(-26) == "\u{2212}26")
    #expect(volunteer.number(4870) == "៤,៨៧០")
    #expect(Wording(.en, separators: .pointThousands).decimal(123_450, places: 2) == "1.234,50")
  }

  @Test func `money names its currency in the reader's way`() {
    let dollars = Money(minor: 12_000, .usd)
    let riel = Money(minor: 492_000, .khr)
    #expect(en.money(dollars) == "USD 120.00")
    #expect(km.money(dollars) == "120.00 ដុល្លារ")
    #expect(en.money(riel) == "KHR 492,000")
    #expect(km.money(riel) == "492,000 ៛")
    #expect(en.money(Money(minor: 718_766, .khr)) == "KHR 718,800")
    #expect(en.money(Money(minor: -5, .usd)) == "USD \u{2212}0.05")
    #expect(en.wholeAmount(Money(minor: 2_200_000, .usd)) == "22,000")
  }

  @Test func `a price keeps its decimals`() throws {
    #expect(en.price(try #require(UnitPrice("0.018 USD"))) == "USD 0.018")
  }

  @Test func `small shares are not rounded to nothing`() {
    #expect(en.percent(3604, of: 4870) == "74%")
    #expect(en.percent(1, of: 1000) == "under 1%")
    #expect(en.percent(0, of: 1000) == "0%")
    #expect(en.percent(0, of: 0) == "Not recorded")
    #expect(en.decimal(2.986) == "2.99")
    #expect(en.decimal(.infinity) == "Not recorded")
  }

  @Test func `dates are whole words in both languages`() throws {
    let day = try #require(LocalDate(year: 2026, month: 11, day: 12))
    #expect(en.longDate(day) == "Thursday 12 November 2026")
    #expect(plain(km.longDate(day)) == "ថ្ងៃព្រហស្បតិ៍ ទី១២ ខែវិច្ឆិកា ឆ្នាំ២០២៦")
    #expect(en.shortDate(day) == "12 Nov")
    #expect(plain(km.shortDate(day)) == "១២ វិច្ឆិកា")
    #expect(en.formDate(day) == "12/11/2026")
    #expect(en.period(day, day + 3) == "12 – 15 November 2026")
    #expect(en.period(day, day + 38) == "12 November – 20 December 2026")
    #expect(en.period(day, day + 60) == "12 November 2026 – 11 January 2027")
    #expect(en.relativeDay(day + 1, today: day) == "Tomorrow")
    #expect(en.relativeDay(day + 2, today: day) == "Saturday 14 November")
  }

  @Test func `a missing translation shows the other language, marked`() {
    let both = LocalizedText(km: "ស្វាយប៉ោ", en: "Svay Por")
    #expect(en.content(both).string == "Svay Por")
    #expect(en.content(LocalizedText(km: "ស្វាយប៉ោ")).string == "<span lang=\"km\">ស្វាយប៉ោ</span>")
    #expect(km.content(LocalizedText(en: "<b>")).string == "<span lang=\"en\">&lt;b&gt;</span>")
  }

  @Test func `Khmer digits go both ways`() {
    #expect(KhmerDigits.toArabic("០១២ ៣៤៥ x") == "012 345 x")
    #expect(KhmerDigits.from("2026") == "២០២៦")
  }

  @Test func `the browser's first known language is taken`() {
    #expect(Language(acceptLanguage: "fr, en-GB;q=0.8, km;q=0.9") == .km)
    #expect(Language(acceptLanguage: "en-US,en;q=0.9") == .en)
    #expect(Language(acceptLanguage: "km-KH, en;q=0.1") == .km)
    #expect(Language(acceptLanguage: "fr") == nil)
    #expect(Language(acceptLanguage: "en;q=0, km;q=0.1") == .km)
  }

  private func plain(_ text: String) -> String { text.replacing("\u{200B}", with: "") }
}
