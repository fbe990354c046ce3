import Domain
import HTTPServer

/// One page as its author sees it: a heading, what to do, and the content. `PageFrame` puts the rest around it.
struct Page: Sendable {
  /// The `h1`, and the start of the window title unless `windowTitle` is set.
  var heading: String
  var content: Markup
  var windowTitle: String?
  /// The heading in the other language, or the period and filters in words.
  var subtitle: Subtitle?
  /// A line under the heading: status word, dates, names.
  var line: Markup?
  /// Buttons beside the heading; the primary one first.
  var actions: [Markup] = []
  /// From the outermost to the parent; the page itself is not among them.
  var crumbs: [Crumb] = []
  var tabs: Tabs?
  /// Printed on A4 landscape: plan, results, month.
  var isLandscape = false
  /// Without script the page asks again after so many seconds. Only for pages that show something going on.
  var refreshSeconds: Int?
  /// An error was found in the form: the window title says so first.
  var hasErrors = false

  init(_ heading: String, content: Markup) {
    self.heading = heading
    self.content = content
  }

  struct Subtitle: Sendable {
    var text: String
    var language: Language?

    init(_ text: String, _ language: Language? = nil) {
      self.text = text
      self.language = language
    }
  }

  struct Crumb: Sendable {
    var name: String
    var address: String

    init(_ name: String, _ address: String) {
      self.name = name
      self.address = address
    }
  }

  /// The tabs of one thing, such as Plan, Messages, Routes of a campaign.
  struct Tabs: Sendable {
    /// What the tabs belong to, for screen readers.
    var label: String
    var items: [Crumb]
    /// The address of the tab that is open.
    var current: String

    init(_ label: String, _ items: [Crumb], current: String) {
      self.label = label
      self.items = items
      self.current = current
    }
  }

  /// The finished answer. Security headers are the router's.
  func response(_ page: PageContext, status: Int = 200) -> Response {
    .page(PageFrame.document(self, page), status: status)
  }
}

extension Response {
  /// A page of markup.
  static func page(_ markup: Markup, status: Int = 200) -> Response {
    Response(
      status: status, headers: [("Content-Type", "text/html; charset=utf-8")], body: .bytes(markup.bytes))
  }

  /// Where the result of a change is to be seen: every POST answers with this.
  static func seeOther(_ address: String) -> Response {
    Response(status: 303, headers: [("Location", address)])
  }
}
