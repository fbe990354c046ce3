import Domain
import Testing

@Suite struct MoneyTests {
  @Test func `amounts are whole minor units`() {
    #expect(Money("300 USD") == Money(minor: 30_000, .usd))
    #expect(Money("0.35 USD") == Money(minor: 35, .usd))
    #expect(Money("492,000 KHR") == Money(minor: 492_000, .khr))
  }

  @Test(arguments: ["300", "USD", "300 EUR", "0.001 USD", "0.5 KHR", "-3 USD", "3. USD", ".5 USD", "1e3 USD", ""])
  func `what is no amount is refused`(text: String) {
    #expect(Money(text) == nil)
  }

  @Test(arguments: ["300.00 USD", "0.05 USD", "20000 KHR"])
  func `an amount reads back from its text`(text: String) {
    #expect(Money(text)?.text == text)
  }

  @Test func `a price finer than a cent adds up without loss and rounds up`() {
    let price = UnitPrice("0.0075 USD")!
    #expect(price.times(1000) == Money(minor: 750, .usd))
    #expect(price.times(1) == Money(minor: 1, .usd))
    #expect(price.text == "0.0075 USD")
  }

  @Test func `amounts convert at the rate of the day and not before the first rate`() {
    let rates = ExchangeRates(khr: [
      ExchangeRate(from: LocalDate("2027-01-01")!, perUSD: 4000),
      ExchangeRate(from: LocalDate("2026-01-01")!, perUSD: 4100),
    ])
    let amount = Money("8200 KHR")!
    #expect(rates.convert(amount, to: .usd, on: LocalDate("2026-12-31")!) == Money("2 USD"))
    #expect(rates.convert(amount, to: .usd, on: LocalDate("2027-01-01")!) == Money("2.05 USD"))
    #expect(rates.convert(amount, to: .usd, on: LocalDate("2025-12-31")!) == nil)
    #expect(rates.convert(Money("2 USD")!, to: .khr, on: LocalDate("2026-12-31")!) == Money("8200 KHR"))
    #expect(rates.convert(amount, to: .khr, on: LocalDate("2000-01-01")!) == amount)
  }
}
