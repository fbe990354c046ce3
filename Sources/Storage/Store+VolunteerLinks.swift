public import Domain
import Secrets

/// How a volunteer's door opens: by the long link on the phone, or by the short code on paper.
public enum VolunteerLinkKind: String, Sendable {
  case link, paper
}

extension Transaction {
  /// `code` is kept as a keyed digest and sealed.
  public func addVolunteerLink(
    _ code: String, kind: VolunteerLinkKind, volunteer: VolunteerID, lifetime: (from: Instant, to: Instant)
  ) throws(StoreError) {
    try run(
      """
      INSERT INTO volunteer_links(digest, volunteer, kind, sealed, created_at, expires_at) VALUES(?, ?, ?, ?, ?, ?)
      """,
      [
        .text(key.keyedDigest(code)), .text(volunteer.text), .text(kind.rawValue),
        .bytes(key.seal(code, context: Self.linkContext(volunteer, kind))),
        .integer(lifetime.from.milliseconds), .integer(lifetime.to.milliseconds),
      ])
  }

  /// Whose code it is; nil when unknown, withdrawn or ended.
  public func volunteer(byCode code: String, at now: Instant) throws(StoreError) -> VolunteerID? {
    try first(
      """
      SELECT volunteer FROM volunteer_links
      WHERE digest = ? AND expires_at > ? AND revoked_at IS NULL
      """, [.text(key.keyedDigest(code)), .integer(now.milliseconds)]) { VolunteerID($0.text(0)) }
  }

  /// The volunteer's code of that kind, to be printed or sent once more; nil when none is in force.
  public func code(
    of volunteer: VolunteerID, _ kind: VolunteerLinkKind, at now: Instant
  ) throws(StoreError) -> String? {
    let sealed: [UInt8]? = try first(
      """
      SELECT sealed FROM volunteer_links WHERE volunteer = ? AND kind = ? AND expires_at > ? AND revoked_at IS NULL
      ORDER BY created_at DESC
      """, [.text(volunteer.text), .text(kind.rawValue), .integer(now.milliseconds)]) { $0.bytes(0) }
    guard let sealed else { return nil }
    return try open(sealed, Self.linkContext(volunteer, kind))
  }

  /// Lets the codes in force live at least until `end`: a further shift was given.
  public func extendVolunteerLinks(of volunteer: VolunteerID, to end: Instant, at now: Instant) throws(StoreError) {
    try run(
      """
      UPDATE volunteer_links SET expires_at = ?1
      WHERE volunteer = ?2 AND revoked_at IS NULL AND expires_at > ?3 AND expires_at < ?1
      """, [.integer(end.milliseconds), .text(volunteer.text), .integer(now.milliseconds)])
  }

  private static func linkContext(_ volunteer: VolunteerID, _ kind: VolunteerLinkKind) -> String {
    "volunteer/\(volunteer)/\(kind.rawValue)"
  }

  /// Withdraws every code of the volunteer at once.
  public func revokeVolunteerLinks(of volunteer: VolunteerID, at now: Instant) throws(StoreError) {
    try run(
      "UPDATE volunteer_links SET revoked_at = ? WHERE volunteer = ? AND revoked_at IS NULL",
      [.integer(now.milliseconds), .text(volunteer.text)])
  }
}
