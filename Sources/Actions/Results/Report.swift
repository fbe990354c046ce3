public import Domain
import Evaluation
import Storage

/// The manager's comparisons over campaigns.
public enum Report: String, Sendable, CaseIterable {
  case cost, reach, awareness, volunteers, targets

  /// - Parameters:
  ///   - campaigns: at least one; empty takes every campaign on record.
  ///   - division: nil: by district, for targets by campaign alone.
  public func run(
    _ campaigns: [CampaignID], by division: ReportDivision? = nil, in context: ActionContext
  ) async throws(ActionError) -> ReportTable {
    try context.require(.seeCosts)
    var ids = campaigns
    if ids.isEmpty {
      ids = try await context.read { (tx) throws(StoreError) in try tx.documents(Campaign.self).map(\.id) }
    }
    let record = try await ResultsLoader(context: context).load(ids)
    return try table(of: record, by: division, hidesFew: !context.principal.may(.seePeople))
  }

  func table(
    of record: ResultsOnRecord, by division: ReportDivision?, hidesFew: Bool
  ) throws(ActionError) -> ReportTable {
    let dimension = (division ?? .district).dimension
    switch self {
    case .cost: return CostReport(record, dimension).table()
    case .reach: return ReachReport(record, dimension, hidesFew: hidesFew).table()
    case .awareness: return try AwarenessReport(record, division ?? .district).table()
    case .volunteers: return VolunteerReport(record, dimension).table()
    case .targets: return TargetReport(record, division.map { _ in dimension }, hidesFew: hidesFew).table()
    }
  }
}

extension ResultsOnRecord {
  /// The two cells that begin a row: its key, and its name where the key is one of ours.
  func heading(_ key: String?, _ dimension: Dimension) -> [ReportTable.Cell] {
    guard let key else { return [.text(""), .text("not recorded")] }
    return [.text(key), .text(name(key, dimension)?.best(.en).text ?? "")]
  }

  func name(_ key: String, _ dimension: Dimension) -> LocalizedText? {
    switch dimension {
    case .district: return Place.Code(key).flatMap { places[$0] }
    case .channel: return channels[key]
    case .activity:
      let parts = key.split(separator: "/")
      let campaign = campaigns.first { $0.id.text == String(parts.first ?? "") }
      return campaign?.activity(ActivityID(String(parts.last ?? "")))?.name
    case .facilitation, .month: return nil
    }
  }
}

/// Keys in order, the one for what does not say last.
func inOrder(_ keys: some Sequence<String?>) -> [String?] {
  Set(keys).sorted { a, b in
    guard let a, let b else { return a != nil }
    return a < b
  }
}
