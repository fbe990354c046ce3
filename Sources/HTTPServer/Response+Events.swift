/// One server-sent event, as EventSource reads it.
public struct ServerSentEvent: Sendable, Equatable {
  /// The name that the page listens for; nil is "message".
  public var name: String?
  /// What the browser sends back as Last-Event-ID when it reconnects.
  public var id: String?
  public var data: String

  public init(name: String? = nil, id: String? = nil, data: String) {
    self.name = name
    self.id = id
    self.data = data
  }

  /// The bytes on the wire. A line break in the data becomes a further data line; in name and id it is dropped.
  public var bytes: [UInt8] {
    var text = ""
    if let name { text += "event: \(Self.oneLine(name))\n" }
    if let id { text += "id: \(Self.oneLine(id))\n" }
    for line in data.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) { text += "data: \(line)\n" }
    return Array((text + "\n").utf8)
  }

  private static func oneLine(_ text: String) -> String {
    String(text.filter { !$0.isNewline && $0 != "\0" })
  }
}

extension Response {
  /// A stream of events until `next` returns nil. When the client leaves or the server stops, the task that runs
  /// `next` is cancelled; returning nil then ends the stream well. Comments keep a quiet stream alive.
  public static func events(_ next: @escaping @Sendable () async throws -> ServerSentEvent?) -> Response {
    Response(
      headers: [
        ("Content-Type", eventStream), ("Cache-Control", "no-store"), ("X-Accel-Buffering", "no"),
      ],
      body: .stream { try await next()?.bytes })
  }

  var isEventStream: Bool {
    headers.contains { $0.name.lowercased() == "content-type" && $0.value.hasPrefix(Self.eventStream) }
  }

  private static let eventStream = "text/event-stream"
}
