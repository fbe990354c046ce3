public import Domain
import Secrets
import Storage

/// What became of a code that somebody came with.
public enum CodeEntry: Sendable, Equatable {
  /// Whose it is, and the long code of that person's address.
  case open(VolunteerID, link: String)
  /// Never given, withdrawn or ended: nobody is told which.
  case unknown
  /// Too many wrong codes from that network address within a minute.
  case tooMany
}

/// Opens a volunteer's page by the long code of its address or by the short one on paper.
public enum EnterByCode {
  static let wrongPerMinute = 10
  /// A code of 130 bits cannot be guessed, so only shorter ones are counted: many phones share one network address.
  static let unguessable = 26

  public static func run(
    _ typed: String, from peer: String, at workplace: Workplace
  ) async throws(ActionError) -> CodeEntry {
    guard typed.utf8.count <= 64, let code = Token.read(typed) else { return .unknown }
    let tries = "code:\(peer)"
    let now = workplace.now
    let isShort = code.utf8.count < unguessable
    if isShort, await !workplace.attempts.hasLeft(tries, perMinute: wrongPerMinute, at: now) { return .tooMany }
    let context = workplace.context(for: Principal(name: "volunteer", role: .volunteer))
    let found = try await context.read { (tx) throws(StoreError) -> CodeEntry in
      guard let volunteer = try tx.volunteer(byCode: code, at: now) else { return .unknown }
      if !isShort { return .open(volunteer, link: code) }
      guard let link = try tx.code(of: volunteer, .link, at: now) else { return .unknown }
      return .open(volunteer, link: link)
    }
    if isShort, found == .unknown { await workplace.attempts.count(tries, at: now) }
    return found
  }
}
