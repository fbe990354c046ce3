import Domain
import Evaluation

enum Books {
  static let rates = ExchangeRates(khr: [
    ExchangeRate(from: LocalDate("2026-01-01")!, perUSD: 4100),
    ExchangeRate(from: LocalDate("2026-07-01")!, perUSD: 4000),
  ])

  static func belongs(
    _ activity: ActivityID? = nil, at place: String? = nil, on day: String = "2026-03-10", channel: String? = nil,
    _ facilitation: Facilitation = .ngo
  ) -> Attribution {
    var belongs = Attribution(campaign: "office", facilitation: facilitation, date: LocalDate(day)!)
    belongs.activity = activity
    belongs.place = place.flatMap { Place.Code($0) }
    belongs.channel = channel
    return belongs
  }

  static func money(_ text: String) -> Money { Money(text)! }
}
