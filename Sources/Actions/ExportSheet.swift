import Catalog
import Domain
import Storage

/// The spreadsheets that go out under the headers that `import` takes.
public enum ExportSheet: String, Sendable, CaseIterable {
  case citizens, households, volunteers, events

  /// Bytes of a CSV file; logged, because it holds people.
  /// - Parameter forSpreadsheets: with byte order mark and CRLF, as pages give it; plain otherwise.
  public func run(forSpreadsheets: Bool = false, in context: ActionContext) async throws(ActionError) -> [UInt8] {
    try context.require(self == .events ? .seeCampaigns : .exportPeople)
    let writer = CatalogWriter(forSpreadsheets ? .page : .machine)
    let (bytes, count) = try await context.read { (tx) throws(StoreError) in try table(writer, tx, context.principal) }
    let now = context.now
    try await context.write { (tx) throws(StoreError) in
      try tx.audit("export", rawValue, by: context.principal.name, at: now, detail: "\(count) rows")
    }
    return bytes
  }

  /// The same table as a workbook, logged in the same way.
  public func workbook(in context: ActionContext) async throws(ActionError) -> [UInt8] {
    let csv = try await run(in: context)
    do throws(XLSXWriter.Failure) {
      return try XLSXWriter(
        about: ["\(rawValue), under the headers that “outreach import” takes.", "An empty cell was never recorded."],
        sheets: [.init(rawValue, csv: csv)]
      ).bytes()
    } catch {
      throw .fault(error.description)
    }
  }

  private func table(
    _ writer: CatalogWriter, _ tx: Transaction, _ principal: Principal
  ) throws(StoreError) -> ([UInt8], Int) {
    switch self {
    case .citizens:
      var citizens: [Citizen] = []
      try tx.eachCitizen(openingAddresses: true) { record in
        let village = record.citizen.village
        if principal.area == nil || village.map({ principal.area!.contains($0) }) ?? false {
          citizens.append(record.citizen)
        }
      }
      let said = try tx.consentsNow()
      for index in citizens.indices { citizens[index].consents = said[citizens[index].id] ?? [:] }
      let out = Set(try tx.citizensWhoOptedOut())
      for index in citizens.indices { citizens[index].optedOut = out.contains(citizens[index].id) }
      return (writer.citizens(citizens).bytes, citizens.count)
    case .households:
      let households = try tx.households(under: principal.area.map { [$0] } ?? [])
      return (writer.households(households).bytes, households.count)
    case .volunteers:
      let volunteers = try tx.volunteers()
      return (writer.volunteers(volunteers).bytes, volunteers.count)
    case .events:
      let rows = try eventRows(tx)
      return (writer.events(rows).bytes, rows.count)
    }
  }

  private func eventRows(_ tx: Transaction) throws(StoreError) -> [EventRow] {
    var rows: [EventRow] = []
    for campaign in try tx.documents(Campaign.self) {
      let records = Dictionary(
        try tx.records(of: campaign.id).map { ($0.occurrence, $0) }, uniquingKeysWith: { _, last in last })
      for occurrence in try tx.occurrences(of: campaign.id) {
        let kind = campaign.activity(occurrence.activity)?.kind ?? .meeting
        rows.append(EventRow(occurrence: occurrence, kind: kind, record: records[occurrence.id]))
      }
    }
    return rows
  }
}
