public import Domain
import Storage

/// One volunteer as the coordinator sees them.
public struct VolunteerView: Sendable {
  public struct Shift: Sendable {
    public var occurrence: Occurrence
    public var kind: ActivityKind
    public var activity: LocalizedText?
    public var place: LocalizedText?
    public var status: Assignment.Status
    public var reason: Assignment.Reason?
  }

  public var volunteer: Volunteer
  public var home: LocalizedText?
  public var minutesThisMonth: Int
  /// From today on, by day and time.
  public var coming: [Shift]
  /// The past year's, latest first.
  public var past: [Shift]
  /// The codes in force; nil when there are none.
  public var codes: VolunteerCodes?
}

/// Shows a volunteer, and withdraws the personal link.
public enum ShowVolunteer {
  public static func run(_ id: VolunteerID, in context: ActionContext) async throws(ActionError) -> VolunteerView {
    try context.require(.planCampaigns)
    let area = context.principal.area
    let now = context.now
    let view = try await context.read { (tx) throws(StoreError) -> VolunteerView? in
      guard let volunteer = try tx.volunteer(id), area.map({ $0.contains(volunteer.home) }) ?? true else { return nil }
      let today = now.local(at: try tx.office().offset(at: now)).date
      var campaigns: [CampaignID: Campaign] = [:]
      for campaign in try tx.documents(Campaign.self) { campaigns[campaign.id] = campaign }
      let known = try tx.occurrences(of: id, from: today - 365)
      var shifts: [VolunteerView.Shift] = []
      for occurrence in known {
        let activity = campaigns[occurrence.campaign]?.activity(occurrence.activity)
        let mine = occurrence.assignments.first { $0.volunteer == id }
        shifts.append(
          VolunteerView.Shift(
            occurrence: occurrence, kind: activity?.kind ?? .meeting, activity: activity?.name,
            place: try occurrence.place.flatMap { (code) throws(StoreError) in try tx.place(code)?.name },
            status: mine?.status ?? .proposed, reason: mine?.reason))
      }
      let month = known.filter { $0.date.monthStart == today.monthStart }
      return VolunteerView(
        volunteer: volunteer, home: try tx.place(volunteer.home)?.name, minutesThisMonth: month.minutes(of: id),
        coming: shifts.filter { $0.occurrence.date >= today },
        past: shifts.filter { $0.occurrence.date < today }.reversed(), codes: try tx.codes(of: id, at: now))
    }
    guard let view else { throw .notFound("volunteer “\(id)”") }
    return view
  }

  /// Ends the volunteer's codes at once.
  public static func withdrawLink(of id: VolunteerID, in context: ActionContext) async throws(ActionError) {
    _ = try await run(id, in: context)
    let (now, by) = (context.now, context.principal.name)
    try await context.write { (tx) throws(StoreError) in
      try tx.revokeVolunteerLinks(of: id, at: now)
      try tx.audit("withdraw link", "volunteer \(id)", by: by, at: now)
    }
  }
}

extension Transaction {
  /// Both codes, when both are in force.
  func codes(of volunteer: VolunteerID, at now: Instant) throws(StoreError) -> VolunteerCodes? {
    guard let link = try code(of: volunteer, .link, at: now), let paper = try code(of: volunteer, .paper, at: now)
    else { return nil }
    return VolunteerCodes(link: link, paper: paper)
  }
}
