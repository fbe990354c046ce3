/// A request that no handler ever sees, and what its sender is told before the connection is closed.
struct Refusal: Error, Equatable {
  let status: Int
  let title: String
  /// A fixed sentence without quotes: nothing of the request is repeated.
  let detail: String
  /// A browser asked: it gets a page that a person can read, a program RFC 9457.
  var isForBrowser = false

  static func badRequest(_ detail: String) -> Refusal {
    Refusal(status: 400, title: "Bad Request", detail: detail)
  }

  static let lengthRequired = Refusal(
    status: 411, title: "Length Required", detail: "Send the body with a Content-Length.")
  static let stopping = Refusal(
    status: 503, title: "Service Unavailable", detail: "The server is stopping; try again in a moment.")

  static func tooLarge(limit: Int) -> Refusal {
    Refusal(status: 413, title: "Content Too Large", detail: "The body may have at most \(limit) bytes here.")
  }

  /// The connection closes because what follows on it cannot be trusted to be a request.
  var response: Response {
    var response =
      isForBrowser
      ? Response.text(page, status: status, type: "text/html; charset=utf-8")
      : Response.text(
        "{\"type\":\"about:blank\",\"title\":\"\(title)\",\"status\":\(status),\"detail\":\"\(detail)\"}\n",
        status: status, type: "application/problem+json")
    response.headers.append(("Connection", "close"))
    return response
  }

  private var page: String {
    """
    <!doctype html><html lang="en"><head><meta charset="utf-8"><title>\(title)</title>\
    <meta name="viewport" content="width=device-width,initial-scale=1"></head>\
    <body><h1>\(title)</h1><p>\(detail)</p></body></html>

    """
  }
}
