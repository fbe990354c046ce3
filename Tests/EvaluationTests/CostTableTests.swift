import Domain
import Evaluation
import Testing

struct CostTableTests {
  private func spent(_ amount: String, inKind: Bool = false, _ belongs: Attribution) -> CostEntry {
    CostEntry(.spent, Books.money(amount), line: "parade", inKind: inKind, belongs: belongs)
  }

  private func table(
    _ entries: [CostEntry], by dimension: Dimension, sharing: [String: Int] = [:]
  ) -> CostTable {
    CostTable(entries, by: dimension, in: .usd, rates: Books.rates, sharing: sharing)
  }

  @Test func `planned and spent, cash and gifts stay apart`() throws {
    let forum = Books.belongs("forum", at: "020301")
    let table = table(
      [
        CostEntry(.planned, Books.money("300 USD"), line: "forum", belongs: forum), spent("280.50 USD", forum),
        spent("40 USD", inKind: true, forum), spent("10 USD", Books.belongs("parade", at: "0204")),
      ], by: .district)
    #expect(table.rows.map(\.key) == ["0203", "0204"])
    #expect(table.rows[0].planned.cash.text == "300.00 USD")
    #expect(table.rows[0].spent.cash.text == "280.50 USD")
    #expect(table.rows[0].spent.inKind.text == "40.00 USD")
    #expect(table.rows[0].planned.inKind.minor == 0)
    #expect(table.total.spent.cash.text == "290.50 USD")
  }

  @Test(arguments: [
    (Dimension.district, ["0203", "0204", nil]), (.channel, ["radio", "sms", nil]),
    (.activity, ["office/forum", "office/invite", nil]), (.facilitation, ["ngo", "government"].sorted()),
    (.month, ["2026-03", "2026-11"]),
  ])
  func `every dimension has its keys in order, the row without one last`(
    _ dimension: Dimension, _ keys: [String?]
  ) {
    let entries = [
      spent("1 USD", Books.belongs("invite", at: "0204", channel: "sms")),
      spent("2 USD", Books.belongs(on: "2026-11-30", channel: "radio")),
      spent("3 USD", Books.belongs("forum", at: "02030101", .government)),
    ]
    let table = table(entries, by: dimension)
    #expect(table.rows.map(\.key) == keys)
    #expect(table.rows.reduce(Money.zero(.usd)) { $0 + $1.spent.cash } == table.total.spent.cash)
    #expect(table.total.spent.cash.text == "6.00 USD")
  }

  @Test func `riel are converted at the rate of their own day, and the rates are named`() {
    let table = table(
      [
        spent("41000 KHR", Books.belongs(on: "2026-06-30")), spent("40000 KHR", Books.belongs(on: "2026-07-01")),
        spent("5 USD", Books.belongs()),
      ], by: .month)
    #expect(table.rows.map(\.spent.cash.text) == ["5.00 USD", "10.00 USD", "10.00 USD"])
    #expect(table.ratesUsed == Books.rates.khr)
    #expect(self.table([spent("5 USD", Books.belongs())], by: .month).ratesUsed.isEmpty)
  }

  @Test func `an amount without a rate is listed, not dropped and not guessed`() {
    let old = spent("1000000 KHR", Books.belongs(on: "2025-12-31"))
    let table = table([old, spent("5 USD", Books.belongs())], by: .district)
    #expect(table.unconverted == [old])
    #expect(table.total.spent.cash.text == "5.00 USD")
  }

  @Test func `what belongs to no district is shared to the cent`() {
    // 100.00 over 1 : 1 : 1 leaves a cent, which goes to the first.
    let entries = [spent("100 USD", Books.belongs()), spent("7 USD", Books.belongs(at: "0204"))]
    let even = table(entries, by: .district, sharing: ["0203": 1, "0204": 1, "0205": 1])
    #expect(even.rows.map(\.key) == ["0203", "0204", "0205"])
    #expect(even.rows.map(\.spent.cash.text) == ["33.34 USD", "40.33 USD", "33.33 USD"])
    // Quotas 4285.71, 2857.14, 2857.14 cents: the one cent left goes to the largest fraction.
    let uneven = table([spent("100 USD", Books.belongs())], by: .district, sharing: ["a": 3, "b": 2, "c": 2])
    #expect(uneven.rows.map(\.spent.cash.text) == ["42.86 USD", "28.57 USD", "28.57 USD"])
  }

  @Test func `shared rows add up exactly, whatever the weights, refunds included`() {
    for amount in [1, 2, 3, 99, 100, 101, 12_345_678_901, -1, -100, -12_345] as [Int64] {
      for weights in [[1, 1, 1], [0, 5, 7], [999_999, 1, 1], [15_552_011, 3_950_288, 693_714]] {
        let table = CostTable(
          [CostEntry(.spent, Money(minor: amount, .usd), line: "ngo", belongs: Books.belongs())], by: .district,
          in: .usd, rates: ExchangeRates(), sharing: ["0201": weights[0], "0202": weights[1], "0203": weights[2]])
        #expect(table.rows.reduce(Int64(0)) { $0 + $1.spent.cash.minor } == amount)
        #expect(table.rows.allSatisfy { $0.key != nil })
      }
    }
  }

  @Test func `an activity belongs to its channel, or to its kind when it needs none`() {
    var campaign = Campaign(
      id: "office", name: LocalizedText(), places: [], dates: (LocalDate("2026-01-01")!, LocalDate("2026-12-31")!))
    campaign.facilitation = .mixed
    var invite = Activity(id: "invite", kind: .message)
    invite.channel = "sms"
    let day = LocalDate("2026-05-01")!
    #expect(Attribution(campaign, invite, place: nil, date: day).key(.channel) == "sms")
    #expect(Attribution(campaign, Activity(id: "f", kind: .forum), place: nil, date: day).key(.channel) == "forum")
    #expect(Attribution(campaign, nil, place: nil, date: day).key(.channel) == nil)
    #expect(Attribution(campaign, nil, place: nil, date: day).key(.facilitation) == "mixed")
  }
}
