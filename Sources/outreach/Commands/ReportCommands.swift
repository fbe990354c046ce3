import Actions
import Domain

extension Command {
  static let reports: [Command] = Report.allCases.map { report in
    Command(
      "report \(report.rawValue)", arguments: ("CAMPAIGN…", 1...100),
      help: (report.summary, report.details),
      options: [.by(report.divisions), .reportFormat]
    ) { invocation in
      let format = try ReportFormat(of: invocation)
      let division = try invocation.division(among: report.divisions)
      let (campaigns, context) = (invocation.words.map { CampaignID($0) }, try await invocation.context())
      let table = try await Progress.during("Comparing") {
        try await report.run(campaigns, by: division, in: context)
      }
      try format.write(table, invocation)
      return .done
    }.endingAlso(.couldNotBeDone)
  }
}

extension Report {
  /// By what it can be divided: a survey does not say through which channel somebody learned of the office.
  fileprivate var divisions: [ReportDivision] {
    self == .awareness ? [.district, .facilitation] : ReportDivision.allCases
  }

  fileprivate var summary: String {
    switch self {
    case .cost: "Compares planned and spent, and what one citizen cost"
    case .reach: "Says who was reached, counted and estimated apart"
    case .awareness: "Says who knows the office, before and after"
    case .volunteers: "Says what volunteers were asked for and gave"
    case .targets: "Says how far campaigns came with their targets"
    }
  }

  fileprivate var details: String {
    switch self {
    case .cost:
      """
      Three costs stand side by side: per citizen reached, per citizen who knows the office, and per citizen who newly
      knows it, the last two with the 95 % interval of the surveys. In-kind gifts are apart from cash.
      """
    case .reach: "People are a range: at least so many different ones, at most so many. Groups say what nobody noted."
    case .awareness: "By district or facilitation. Shares come with the number asked and their 95 % interval."
    case .volunteers: "Asked, confirmed, attended and absent; hours of those who attended; doors visited and answered."
    case .targets: "By campaign, or with --by also by district, channel, activity or month."
    }
  }
}
