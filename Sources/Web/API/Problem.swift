import HTTPServer

/// What went wrong, as RFC 9457 wants it, for programs that ask the API.
enum Problem {
  static func response(_ status: Int, _ title: String, _ more: [(String, JSON)] = []) -> Response {
    let members: [(String, JSON)] = [("type", "about:blank"), ("title", .text(title)), ("status", .number(status))]
    var response = Response.json(.object(members + more), status: status, type: "application/problem+json")
    if status == 401 { response.headers.append(("WWW-Authenticate", "Bearer")) }
    return response
  }

  static func isAsked(by request: Request) -> Bool { request.path.first == "api" }
}
