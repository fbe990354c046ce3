import Domain
import Testing

struct ChannelTests {
  @Test(arguments: [("50/s", 50.0), ("30/min", 0.5), ("3600/h", 1), ("0.5/s", 0.5)])
  func `a rate is read as parts a second`(_ text: String, _ perSecond: Double) throws {
    #expect(try #require(SendRate(text)).perSecond == perSecond)
  }

  @Test(arguments: ["", "50", "50/", "/s", "0/s", "-1/s", "50/day", "50/s/s", "inf/s", "nan/s", "fifty/s"])
  func `anything else is no rate`(_ text: String) {
    #expect(SendRate(text) == nil)
  }

  @Test func `a channel that says nothing has 16 connections and no limit`() {
    let channel = Channel(id: "sms", adapter: "spool")
    #expect(channel.connections == 16)
    #expect(channel.rate == nil && channel.price == nil && channel.quietHours == nil)
  }
}

struct TariffTests {
  private func price(_ from: String, _ prefix: String, _ price: String) -> Tariff.Price {
    Tariff.Price(from: LocalDate(from)!, prefix: prefix, price: UnitPrice(price)!)
  }

  private var tariff: Tariff {
    Tariff(
      id: "sms-2026", channel: "sms",
      prices: [
        price("2026-01-01", "", "0.05 USD"), price("2026-01-01", "+855", "0.02 USD"),
        price("2026-07-01", "+855", "0.03 USD"), price("2026-03-01", "+85512", "0.01 USD"),
      ])
  }

  private func price(on day: String, to address: String) -> String? {
    tariff.price(on: LocalDate(day)!, to: address)?.text
  }

  @Test func `the longest prefix counts, then the latest day`() {
    #expect(price(on: "2026-02-01", to: "+85512345678") == "0.02 USD")
    #expect(price(on: "2026-03-01", to: "+85512345678") == "0.01 USD")
    #expect(price(on: "2026-08-01", to: "+85512345678") == "0.01 USD")
    #expect(price(on: "2026-06-30", to: "+85599345678") == "0.02 USD")
    #expect(price(on: "2026-07-01", to: "+85599345678") == "0.03 USD")
    #expect(price(on: "2026-07-01", to: "+6612345678") == "0.05 USD")
  }

  @Test func `before the first day there is no price`() {
    #expect(price(on: "2025-12-31", to: "+85512345678") == nil)
  }
}
