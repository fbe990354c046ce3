/// The seven words of the main navigation, in the order they stand on every page.
enum Section: String, Sendable, CaseIterable {
  case today, campaigns, calendar, audience, volunteers, messages, results

  var address: String { "/" + rawValue }

  var name: Phrase {
    switch self {
    case .today: .today
    case .campaigns: .campaigns
    case .calendar: .calendar
    case .audience: .audience
    case .volunteers: .volunteers
    case .messages: .messages
    case .results: .results
    }
  }
}
