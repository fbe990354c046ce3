import Domain

/// One line for the command line and the log; pages have their own sentences, in both languages.
extension Conflict: CustomStringConvertible {
  public var description: String {
    let place = [activity?.text, date.map { "on \($0)" }].compactMap { $0 }.joined(separator: " ")
    return place.isEmpty ? words : "\(place): \(words)"
  }

  private var words: String {
    switch cause {
    case .holiday(let name): "a public holiday (\(name.best(.en).text))"
    case .placeTwice(let other): "the place is taken at that time by \(other)"
    case .volunteerTwice(let name, let other), .resourceTwice(let name, let other):
      "\(name.best(.en).text) is needed at the same time for \(other)"
    case .volunteerOverHours(let name, let minutes, let limit):
      "\(name.best(.en).text) works \(minutes / 60) hours in that week; \(limit / 60) were offered"
    case .outsideCampaign: "outside the dates of its campaign"
    case .tooFewVolunteers(let have, let need): "\(have) of \(need) volunteers"
    case .lineOverBudget(let line, let over): "the budget line \(line.best(.en).text) is \(over.text) over"
    case .totalOverBudget(let over): "the plan costs \(over.text) more than the budget"
    case .heavyRain(let occurrences): "\(occurrences) times outdoors in the months of heavy rain"
    case .quietHours(let end): "due in quiet hours, so it waits until \(end)"
    case .contactCap(let messages, let allowed, let days):
      "\(messages) messages to the same people in \(days) days; \(allowed) are allowed"
    }
  }
}
