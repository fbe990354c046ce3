/// What a handler answers. Bodies are whole, or streamed chunk by chunk (server-sent events, large exports).
public struct Response: Sendable {
  public enum Body: Sendable {
    case bytes([UInt8])
    /// Pulled on the async side until it returns nil; the stream ends early when the client goes away.
    case stream(@Sendable () async throws -> [UInt8]?)
  }

  public var status: Int
  public var headers: [(name: String, value: String)]
  public var body: Body
  /// Holds no secret beside words from outside, so that it may travel packed.
  public var mayBePacked = false

  public init(status: Int = 200, headers: [(name: String, value: String)] = [], body: Body = .bytes([])) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  public static func text(_ text: String, status: Int = 200, type: String = "text/plain; charset=utf-8") -> Response {
    Response(status: status, headers: [("Content-Type", type)], body: .bytes(Array(text.utf8)))
  }
}

/// Answers every request. It never throws: an error is a response.
public typealias Handler = @Sendable (Request) async -> Response
