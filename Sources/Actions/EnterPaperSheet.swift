public import Domain
import Storage

/// One row of a walk sheet that came back on paper.
public struct PaperRow: Sendable {
  /// From 1, in walking order.
  public var door: Int
  public var disposition: Disposition
  public var leaflets = 0
  public var answers: [String: String] = [:]

  public init(door: Int, disposition: Disposition) {
    self.door = door
    self.disposition = disposition
  }
}

/// Keeps what was written on a walk sheet. The sheet's own id makes typing it in twice harmless.
public enum EnterPaperSheet {
  /// Rows without a result are not among `rows`. Gives the number of rows that were new.
  public static func run(
    _ rows: [PaperRow], sheet: String, route id: RouteID, in context: ActionContext
  ) async throws(ActionError) -> Int {
    let view = try await ShowRoute.run(id, in: context)
    let (now, by) = (context.now, context.principal.name)
    for row in rows {
      guard view.doors.indices.contains(row.door - 1), (0...99).contains(row.leaflets) else {
        throw .field("leaflets-\(row.door)", "Enter a whole number of leaflets, 0 to 99.")
      }
    }
    return try await context.write { (tx) throws(StoreError) in
      let office = try tx.office()
      let end = TimeOfDay(minutes: min(1439, view.occurrence.end.minutes))
      let ended = office.instant(of: LocalDateTime(date: view.occurrence.date, time: end))
      var count = 0
      for row in rows {
        let door = view.doors[row.door - 1]
        // What is typed in is the last word: it counts after whatever the phone said.
        let after = door.visit.map { $0.at.adding(seconds: 0.001) }
        let at = max(min(now, ended), after ?? min(now, ended))
        var visit = Visit(
          id: VisitID("paper-\(sheet)-\(row.door)"), route: id, household: door.household,
          disposition: row.disposition, at: at)
        visit.leaflets = row.leaflets
        if row.disposition == .talked { visit.answers = view.survey?.known(row.answers) ?? [:] }
        if try tx.record(visit, receivedAt: now) { count += 1 }
      }
      try tx.audit("enter paper sheet", "route \(id)", by: by, at: now, detail: "\(count) doors")
      return count
    }
  }
}
