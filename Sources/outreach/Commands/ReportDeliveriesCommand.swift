import Actions
import Domain

extension Command {
  static let reportDeliveries = Command(
    "report deliveries", arguments: ("CAMPAIGN…", 1...100),
    help: (
      "Lists what became of every message",
      """
      One row for each message, with its address, state, parts and cost; with --by, counts instead of addresses. The
      states are those of status. The reading is written into the audit trail, because addresses leave the store with it.
      """
    ),
    options: [.by(ReportDivision.allCases), .reportFormat]
  ) { invocation in
    let format = try ReportFormat(of: invocation)
    let division = try invocation.division(among: ReportDivision.allCases)
    let (campaigns, context) = (invocation.words.map { CampaignID($0) }, try await invocation.context())
    let table = try await Progress.during("Reading the messages") {
      try await ReportDeliveries.run(campaigns, by: division, in: context)
    }
    try format.write(table, invocation)
    return .done
  }.endingAlso(.couldNotBeDone)
}
