/// One HTTP request as the handlers see it: complete, bounded, and already past the request guard.
public struct Request: Sendable {
  /// As sent, case and all; HEAD arrives as GET, its answer goes out without the body.
  public let method: String
  /// The path as it came, percent-encoded, without the query; always begins with "/".
  public let rawPath: String
  /// The path split at "/" and decoded, without empty pieces: "/campaigns/a%2Fb" gives ["campaigns", "a/b"].
  public let path: [String]
  /// Query pairs in their order, decoded.
  public let query: [(name: String, value: String)]
  /// Header pairs in their order; names as sent.
  public let headers: [(name: String, value: String)]
  public let body: [UInt8]
  /// Numeric address of the peer, "127.0.0.1" or "::1"; behind a listed proxy that of the proxy's client.
  public let peer: String
  /// The client came by HTTPS, to this server or to a listed proxy.
  public var secure = false

  public init(
    method: String, rawPath: String, path: [String], query: [(name: String, value: String)] = [],
    headers: [(name: String, value: String)] = [], body: [UInt8] = [], peer: String = "127.0.0.1"
  ) {
    self.method = method
    self.rawPath = rawPath
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
    self.peer = peer
  }

  /// The first header of that name, whatever its letter case.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The first query value of that name.
  public func query(_ name: String) -> String? {
    query.first { $0.name == name }?.value
  }
}
