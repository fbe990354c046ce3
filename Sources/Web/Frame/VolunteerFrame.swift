import Domain
import HTTPServer

/// What stands around a volunteer's page: no navigation, no account, a stylesheet and a script of their own that are
/// small enough for slow 3G. Khmer first.
struct VolunteerPage: Sendable {
  var title: String
  /// Day and time, names: under the title.
  var lines: [String]
  /// What the phone holds and what the server has; nil where nothing is saved.
  var connection: Markup?
  var content: Markup
  /// The volunteer's own address, "/v/K7QM4RTX"; the script sends answers there.
  var address: String
  /// The route whose doors are shown; answers name it.
  var route: String?
  /// When the phone has to forget the doors, as Unix seconds.
  var forgetAt: Int?

  init(_ title: String, lines: [String] = [], address: String, content: Markup) {
    self.title = title
    self.lines = lines
    self.address = address
    self.content = content
  }

  /// Khmer pages of volunteers have Khmer digits.
  static func wording(_ page: PageContext) -> Wording {
    Wording(page.language, digits: page.language == .km ? .khmer : .arabic)
  }

  /// The finished answer, packed for slow networks: nothing in it comes from the request.
  func response(_ page: PageContext, status: Int = 200) -> Response {
    var response = Response.page(markup(page), status: status)
    response.mayBePacked = true
    return response
  }

  func markup(_ page: PageContext) -> Markup {
    let t = page.wording
    let other = t.language.other
    let text: Markup? = lines.isEmpty ? nil : "<p>\(lines.map { "\($0)" as Markup }.joined(by: "<br>"))</p>"
    return """
      <!doctype html>
      <html lang="\(t.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta name="robots" content="noindex">
      <title>\(title)</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="\(Asset.volunteerStylesheet.address)">
      <script src="\(Asset.volunteerScript.address)" defer></script>
      </head>
      <body data-address="\(address)"\(attribute("data-forget", forgetAt.map(String.init)))\(attribute("data-route", route))\(texts(t))>
      <a class="skip" href="#main">\(t(.skipToContent))</a>
      <div class="v">
      <header class="vt"><div class="row between"><h1>\(title)</h1>\
      <a href="\(href: address + "?lang=" + other.rawValue)" lang="\(other.rawValue)" \
      hreflang="\(other.rawValue)">\(other.ownName)</a></div>\(text)</header>
      \(connection)
      <main id="main">
      \(content)
      </main></div>
      </body>
      </html>

      """
  }

  /// Sentences that the script shows; `#` stands for the number.
  private func texts(_ t: Wording) -> Markup {
    let sentences: [(StaticString, Phrase)] = [
      ("data-t-received", .allReceived), ("data-t-sending", .answersSending), ("data-t-offline", .answersSavedHere),
      ("data-t-sending1", .oneAnswerSending), ("data-t-offline1", .oneAnswerSavedHere),
      ("data-t-keep", .keepPageOpen), ("data-t-refused", .answersNotAccepted), ("data-t-full", .browserCannotSave),
      ("data-t-undo", .undoLastAnswer), ("data-t-try", .tryNow), ("data-t-unsent", .notSentYet),
      ("data-t-house", .houseTemplate), ("data-t-save", .saveAndGoToTemplate), ("data-t-last", .saveLastDoor),
    ]
    return sentences.map { attribute($0, t($1)) ?? .empty }.joined()
  }
}
