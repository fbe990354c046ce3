import HTTPServer

/// One line of the visible list of everything this program answers to.
struct Endpoint: Sendable {
  enum Method: String, Sendable { case get = "GET", post = "POST", put = "PUT", patch = "PATCH", delete = "DELETE" }

  typealias PageHandler = @Sendable (PageRequest) async throws -> Response

  let method: Method
  let pattern: PathPattern
  let access: Access
  let handler: PageHandler

  init(_ method: Method, _ pattern: PathPattern, _ access: Access, _ handler: @escaping PageHandler) {
    self.method = method
    self.pattern = pattern
    self.access = access
    self.handler = handler
  }
}
