import HTTPServer

/// The headers that stand on every answer, whatever made it.
enum SecurityHeaders {
  static let contentPolicy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
    "worker-src 'self'", "manifest-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
  ].joined(separator: "; ")

  private static let always: [(name: String, value: String)] = [
    ("Content-Security-Policy", contentPolicy),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
  ]

  /// Adds them; what the handler said itself is kept only for `Cache-Control`.
  static func added(to response: Response) -> Response {
    var response = response
    let names = Set(always.map { $0.name.lowercased() })
    response.headers.removeAll { names.contains($0.name.lowercased()) }
    response.headers += always
    if !response.headers.contains(where: { $0.name.lowercased() == "cache-control" }) {
      response.headers.append(("Cache-Control", "no-store"))
    }
    return response
  }
}
