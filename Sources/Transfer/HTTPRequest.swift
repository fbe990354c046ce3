/// What is to be asked of another server, with the limits within which it must answer.
public struct HTTPRequest: Sendable {
  public enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  public var method: Method
  /// `http` or `https`, without a user name: those belong into a header.
  public var url: String
  /// Sent in this order. Host, length, connection and transfer coding are the client's own business and are refused.
  public var headers: [HTTPHeader]
  /// Sent with every method but GET and HEAD, also if empty.
  public var body: [UInt8]
  public var limits: HTTPLimits

  public init(
    _ method: Method, _ url: String, headers: [HTTPHeader] = [], body: [UInt8] = [], limits: HTTPLimits = HTTPLimits()
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.limits = limits
  }
}

/// How far a request may go: in time, in bytes, and whereto. The same for all requests of a channel.
public struct HTTPLimits: Sendable {
  /// Until the connection stands, name look-up and TLS included.
  public var connect: Duration
  /// Until the whole answer is there, waiting for a free connection included.
  public var total: Duration
  /// Bytes of the answer, headers and body together.
  public var answer: Int
  /// Whether loopback, private and other non-public addresses may be reached, as a gateway in the same house needs.
  public var allowPrivate: Bool

  public init(
    connect: Duration = .seconds(5), total: Duration = .seconds(15), answer: Int = 1 << 20, allowPrivate: Bool = false
  ) {
    self.connect = connect
    self.total = total
    self.answer = answer
    self.allowPrivate = allowPrivate
  }
}

public struct HTTPHeader: Sendable, Equatable {
  public var name: String
  public var value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
