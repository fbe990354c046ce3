public import Domain
import Secrets

/// How a volunteer's door opens: by the long link on the phone, or by the short code on paper.
public enum VolunteerLinkKind: String, Sendable {
  case link, paper
}

extension Transaction {
  /// `code` is kept as a digest only.
  public func addVolunteerLink(
    _ code: String, kind: VolunteerLinkKind, volunteer: VolunteerID, lifetime: (from: Instant, to: Instant)
  ) throws(StoreError) {
    try run(
      """
      INSERT INTO volunteer_links(digest, volunteer, kind, created_at, expires_at) VALUES(?, ?, ?, ?, ?)
      """,
      [
        .text(key.keyedDigest(code)), .text(volunteer.text), .text(kind.rawValue),
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

  /// Withdraws every code of the volunteer at once.
  public func revokeVolunteerLinks(of volunteer: VolunteerID, at now: Instant) throws(StoreError) {
    try run(
      "UPDATE volunteer_links SET revoked_at = ? WHERE volunteer = ? AND revoked_at IS NULL",
      [.integer(now.milliseconds), .text(volunteer.text)])
  }
}
