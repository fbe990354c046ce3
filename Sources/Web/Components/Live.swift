import HTTPServer

/// Pages that show something going on: a box that the server's events keep true, values by name, a line that says how
/// old they are. Without script the page reloads (`Page.refreshSeconds`) and shows the same.

/// `stream` is the page's address plus "/stream". Everything live stands inside.
func liveBox(_ stream: String, _ page: PageContext, content: Markup) -> Markup {
  let t = page.wording
  return """
    <div data-stream="\(href: stream)" data-lost="\(t(.connectionLost("#")))">\
    <p class="muted small">\(t(.live)) <span data-live-status>\(t(.lastUpdate(t.time(page.now))))</span></p>\
    <p class="vh" role="status" data-speech></p>\(content)</div>
    """
}

/// A number or word that events replace.
func liveValue(_ name: String, _ text: String) -> Markup {
  "<span data-value=\"\(name)\">\(text)</span>"
}

/// Everything a live page shows, absolute: a lost event does no harm.
struct LiveProgress: Sendable {
  /// By the names of ``liveValue(_:_:)``, as they are to be read.
  var values: [(name: String, text: String)]
  /// The bar's parts, in the order they were drawn.
  var parts: [ProgressPart]
  /// The window's title: "74% Forum invitation".
  var title: String
  /// Says how fresh the numbers are.
  var time: String
  /// 0…100; every further ten are spoken.
  var percent: Int
  var speech: String

  var event: ServerSentEvent {
    let bars = progressPlaces(parts).map { JSON.object([("x", .decimal($0.x)), ("width", .decimal($0.width))]) }
    let data = JSON.object([
      ("values", .object(values.map { ($0.name, .text($0.text)) })), ("bars", .list(bars)), ("title", .text(title)),
      ("time", .text(time)), ("percent", .number(percent)), ("speech", .text(speech)),
    ])
    return ServerSentEvent(name: "progress", data: data.string)
  }

  /// The state's word changed; `reload` when the page's buttons are different now.
  static func state(_ word: String, reload: Bool) -> ServerSentEvent {
    ServerSentEvent(name: "state", data: JSON.object([("word", .text(word)), ("reload", .flag(reload))]).string)
  }

  /// One more line of what happened; `id` lets a reconnecting page go on from there.
  static func log(id: String, time: String, _ text: String) -> ServerSentEvent {
    ServerSentEvent(name: "log", id: id, data: JSON.object([("time", .text(time)), ("text", .text(text))]).string)
  }

  static let done = ServerSentEvent(name: "done", data: "{}")
}
