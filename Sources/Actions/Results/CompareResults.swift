import Domain
import Evaluation
import Storage

/// Compares what campaigns cost with what came of it, for the pages.
public enum CompareResults {
  public static func run(_ filter: ResultsFilter, in context: ActionContext) async throws(ActionError) -> ResultsView {
    let (record, today) = try await load(filter, context)
    return ResultsComparison(record, filter, hidesFew: !context.principal.may(.seePeople)).view(today)
  }

  /// The reports behind the page under the same filters, for its files.
  public static func tables(
    _ filter: ResultsFilter, in context: ActionContext
  ) async throws(ActionError) -> [ReportTable] {
    let (record, _) = try await load(filter, context)
    let part = record.only(filter)
    let hidesFew = !context.principal.may(.seePeople)
    var tables: [ReportTable] = []
    for report in Report.allCases {
      tables.append(try report.table(of: part, by: report == .targets ? nil : .district, hidesFew: hidesFew))
    }
    return tables
  }

  private static func load(
    _ filter: ResultsFilter, _ context: ActionContext
  ) async throws(ActionError) -> (ResultsOnRecord, LocalDate) {
    try context.require(.seeCosts)
    var ids = filter.campaigns
    if ids.isEmpty {
      ids = try await context.read { (tx) throws(StoreError) in try tx.documents(Campaign.self).map(\.id) }
    }
    let record = try await ResultsLoader(context: context).load(ids)
    return (record, context.today(record.office))
  }
}

extension ResultsOnRecord {
  func only(_ filter: ResultsFilter) -> ResultsOnRecord {
    var part = self
    if let year = filter.year { part = part.only(year: year) }
    if let district = filter.district { part = part.only(district: district) }
    if let channel = filter.channel { part = part.only(channel: channel) }
    return part
  }
}
