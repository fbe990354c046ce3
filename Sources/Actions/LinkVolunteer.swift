public import Domain
import Secrets
import Storage

/// The two ways into a volunteer's page: the long link for the phone, the short code for paper.
public struct VolunteerCodes: Sendable, Codable {
  /// 130 random bits.
  public let link: String
  /// 8 characters.
  public let paper: String
}

/// Gives a volunteer a personal link; earlier ones end at once.
public enum LinkVolunteer {
  /// A link lives until so many days after the volunteer's last shift that is known today, at least that long.
  static let days = 7

  public static func run(_ id: VolunteerID, in context: ActionContext) async throws(ActionError) -> VolunteerCodes {
    try context.require(.planCampaigns)
    let codes = VolunteerCodes(link: Token.randomID(), paper: Token.paperCode())
    let now = context.now
    let found = try await context.write { (tx) throws(StoreError) -> Bool in
      guard try tx.volunteer(id) != nil else { return false }
      let office = try tx.office()
      let today = now.local(at: office.offset(at: now)).date
      let last = try tx.occurrences(of: id, from: today).last?.date ?? today
      let end = office.instant(of: LocalDateTime(date: last + days + 1, time: TimeOfDay(minutes: 0)))
      try tx.revokeVolunteerLinks(of: id, at: now)
      try tx.addVolunteerLink(codes.link, kind: .link, volunteer: id, lifetime: (now, end))
      try tx.addVolunteerLink(codes.paper, kind: .paper, volunteer: id, lifetime: (now, end))
      try tx.audit("link volunteer", "volunteer \(id)", by: context.principal.name, at: now)
      return true
    }
    guard found else { throw .notFound("volunteer “\(id)”") }
    return codes
  }
}
