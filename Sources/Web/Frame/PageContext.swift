import Actions
import Domain

/// What every page needs to know about its reader and its place; made once for each request.
struct PageContext: Sendable {
  var wording: Wording
  /// nil on the sign-in page and on public pages.
  var user: PageUser?
  var office: LocalizedText
  /// The word of the main navigation that the page belongs to.
  var section: Section?
  /// Stands in every form; empty where nobody is signed in.
  var formToken: String
  /// The page's own address without `lang`, for the language switch: "/campaigns/12?tab=plan".
  var path: String
  /// The day on the office's calendar and the time on its clock.
  var today: LocalDate
  var now: TimeOfDay
  /// The office whose clock the page goes by.
  var clock = Office(id: "office", name: LocalizedText())
  /// What the change before this page did, said once.
  var flash: [Flash]
  /// Light, dark, or nil for what the device says.
  var theme: Theme?

  init(wording: Wording, office: LocalizedText, path: String, today: LocalDate, now: TimeOfDay) {
    self.wording = wording
    self.office = office
    self.path = path
    self.today = today
    self.now = now
    user = nil
    section = nil
    formToken = ""
    flash = []
    theme = nil
  }

  var language: Language { wording.language }

  /// What the office's clock shows at that moment.
  func local(_ instant: Instant) -> LocalDateTime { instant.local(at: clock.offset(at: instant)) }

  enum Theme: String, Sendable { case light, dark }
}

/// Who is signed in, as the header shows it.
struct PageUser: Sendable, Equatable {
  var name: String
  var role: Role
}

/// A note at the top of the page after a change: green, amber or red, with Undo where that is possible.
struct Flash: Sendable {
  var kind: Kind
  var text: String
  /// Where the Undo button posts to.
  var undo: String?

  init(_ kind: Kind, _ text: String, undo: String? = nil) {
    self.kind = kind
    self.text = text
    self.undo = undo
  }
}

/// The four meanings a colour may have; the word always stands beside it.
enum Kind: String, Sendable, CaseIterable {
  case good, warn, bad, info
}
