import Domain

/// The seven words of the main navigation, in the order they stand on every page.
enum Section: String, Sendable, CaseIterable {
  case today, campaigns, calendar, audience, volunteers, messages, results

  var address: String { "/" + rawValue }

  /// Who may not open it is not shown the word.
  var needs: Permission {
    switch self {
    case .today, .campaigns, .calendar, .messages: .seeCampaigns
    case .audience, .volunteers: .planCampaigns
    case .results: .seeCosts
    }
  }

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

extension Role {
  /// The first page after signing in: the first word of the navigation that the role may open.
  var home: (address: String, name: Phrase) {
    if let first = Section.allCases.first(where: { may($0.needs) }) { return (first.address, first.name) }
    return may(.seeStatus) ? ("/status", .status) : ("/v", .toMyPage)
  }
}
