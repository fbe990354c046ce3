import Glibc

/// One request on its way through the library's callbacks, kept in the connection's closure pointer.
///
/// Unchecked: it is owned by one side at a time. The connection's worker thread has it until it suspends the
/// connection; the handler's task then writes `response` and resumes, and the library's own lock hands it back.
final class Exchange: @unchecked Sendable {
  /// The raw target as the library first read it, before it decodes it in place; nil when there was none.
  let target: [UInt8]?
  /// Address of the NUL that ends the target, to see whether a NUL of the client's cut it.
  let targetEnd: UInt
  var begun = false
  var head: RequestHead?
  var bodyLimit = 0
  var body: [UInt8] = []
  /// Bytes this exchange holds of the server's budget for bodies.
  var budgeted = 0
  var response: Response?
  /// A handler has been started, and the library has not yet reported the request as completed.
  var isInFlight = false
  var isSuspended = false

  init(uri: UnsafePointer<CChar>?) {
    if let uri {
      let count = strlen(uri)
      target = Array(UnsafeRawBufferPointer(start: uri, count: count))
      targetEnd = UInt(bitPattern: uri) + UInt(count)
    } else {
      target = nil
      targetEnd = 0
    }
  }

  func takeResponse() -> Response? {
    defer { response = nil }
    return response
  }

  /// The request for the handler; the body moves into it.
  func takeRequest() -> Request? {
    guard let head else { return nil }
    defer { body = [] }
    // HEAD is GET without the body, which the library leaves out when it writes.
    var request = Request(
      method: head.method == "HEAD" ? "GET" : head.method, rawPath: head.target.rawPath, path: head.target.path,
      query: head.target.query, headers: head.headers, body: body, peer: head.peer)
    request.secure = head.isSecure
    return request
  }
}

/// What is known of a request once its headers have passed the guard.
struct RequestHead {
  let method: String
  let target: RequestTarget
  let headers: [(name: String, value: String)]
  let peer: String
  let isSecure: Bool
}

/// Carries the library's handle into a task, where only `MHD_resume_connection` is called on it: that call is
/// thread-safe, and a suspended connection cannot go away.
struct Connection: @unchecked Sendable {
  let handle: OpaquePointer
}
