public import Domain
import Storage

/// A shift in a list: one line for all teams of an activity in a place on a day.
public struct ShiftLine: Sendable {
  /// Of the first team; its page shows them all.
  public var id: OccurrenceID
  public var date: LocalDate
  public var start: TimeOfDay
  public var end: TimeOfDay
  public var kind: ActivityKind
  public var activity: LocalizedText?
  public var place: LocalizedText?
  public var teams: Int
  public var needed: Int
  public var confirmed: Int
  public var unanswered: Int
}

/// The shifts of the coming days.
public enum ListShifts {
  public static func run(
    from: LocalDate, days: Int, in context: ActionContext
  ) async throws(ActionError) -> [ShiftLine] {
    try context.require(.planCampaigns)
    let area = context.principal.area
    return try await context.read { (tx) throws(StoreError) in
      var campaigns: [CampaignID: Campaign] = [:]
      for campaign in try tx.documents(Campaign.self) { campaigns[campaign.id] = campaign }
      let found = try tx.occurrences(from: from, to: from + (days - 1))
        .filter { $0.status != .cancelled && $0.isIn(area) && !$0.assignments.isEmpty }
      var lines: [ShiftLine] = []
      var position: [String: Int] = [:]
      for occurrence in found {
        let key = "\(occurrence.date)/\(occurrence.campaign)/\(occurrence.activity)/\(occurrence.place?.text ?? "")"
        let activity = campaigns[occurrence.campaign]?.activity(occurrence.activity)
        if position[key] == nil {
          position[key] = lines.count
          let place = try occurrence.place.flatMap { (code) throws(StoreError) in try tx.place(code)?.name }
          lines.append(ShiftLine(occurrence, activity, place))
        }
        lines[position[key]!].add(occurrence, activity)
      }
      return lines
    }
  }
}

extension ShiftLine {
  fileprivate init(_ occurrence: Occurrence, _ activity: Activity?, _ place: LocalizedText?) {
    id = occurrence.id
    date = occurrence.date
    start = occurrence.start
    end = occurrence.end
    kind = activity?.kind ?? .meeting
    self.activity = activity?.name
    self.place = place
    teams = 0
    needed = 0
    confirmed = 0
    unanswered = 0
  }

  fileprivate mutating func add(_ occurrence: Occurrence, _ activity: Activity?) {
    start = min(start, occurrence.start)
    end = max(end, occurrence.end)
    teams += 1
    needed += activity?.peopleNeeded ?? occurrence.assignments.count
    confirmed += occurrence.assignments.count { $0.status == .confirmed || $0.status == .attended }
    unanswered += occurrence.assignments.count { $0.status == .asked || $0.status == .proposed }
  }
}
