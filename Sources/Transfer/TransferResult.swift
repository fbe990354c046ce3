/// What is known after a request, in the one respect that decides whether it may be sent again.
public enum TransferResult: Sendable, Equatable {
  /// The whole answer came, whatever its status.
  case answered(HTTPAnswer)
  /// No byte of the request left: it may be sent again.
  case neverLeft(NeverLeft)
  /// The request left, at least in part, and no whole answer came: it may have been carried out.
  case unclear(Unclear)
}

public struct HTTPAnswer: Sendable, Equatable {
  /// 200…599.
  public var status: Int
  /// The header lines as they came. Most answers are never asked for one, so they are read when one is.
  var head: [UInt8]
  public var body: [UInt8]

  public init(status: Int, headers: [HTTPHeader] = [], body: [UInt8] = []) {
    self.status = status
    head = headers.flatMap { Array("\($0.name): \($0.value)\r\n".utf8) }
    self.body = body
  }

  init(status: Int, head: [UInt8], body: [UInt8]) {
    (self.status, self.head, self.body) = (status, head, body)
  }

  /// In the order they came.
  public var headers: [HTTPHeader] {
    head.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let text = String(decoding: line, as: UTF8.self)
      guard let colon = text.firstIndex(of: ":") else { return nil }
      let value = text[text.index(after: colon)...].drop(while: \.isWhitespace)
      let end = value.lastIndex { !$0.isWhitespace }.map { value.index(after: $0) } ?? value.startIndex
      return HTTPHeader(String(text[..<colon]), String(value[..<end]))
    }
  }

  /// The value of the first header of this name, whatever its case.
  public func value(of name: String) -> String? {
    let wanted = name.lowercased()
    return headers.first { $0.name.lowercased() == wanted }?.value
  }
}

/// Why a request certainly did not leave.
public enum NeverLeft: Sendable, Equatable, CustomStringConvertible {
  /// The address is no http or https address, or it holds a user name.
  case badAddress
  /// The address or a header holds something that would break the request.
  case badRequest
  case nameNotFound
  case refused
  /// The name leads to this machine or its private network, which was not allowed.
  case privateAddress
  /// No encrypted connection to the right server came about.
  case tls
  case timedOut
  /// The program was stopping.
  case closed
  /// Something rarer, in libcurl's words.
  case other(String)

  public var description: String {
    switch self {
    case .badAddress: "The address is not a web address; write it like https://example.org/path."
    case .badRequest: "The address or a header holds a control character or a header that is not for settings."
    case .nameNotFound: "The server's name was not found; check its spelling and this machine's network."
    case .refused: "The server could not be reached; check its address and port, and whether it runs."
    case .privateAddress:
      "The address lies on this machine or in a private network; set allowPrivateAddress if that is meant."
    case .tls: "No secure connection came about; check the server's certificate and this machine's clock."
    case .timedOut: "No connection came about in time; check the server and the network."
    case .closed: "The program was stopping before the request left."
    case .other(let words): "The request could not be sent: \(words)."
    }
  }
}

/// Why it is not known what became of a request.
public enum Unclear: Sendable, Equatable, CustomStringConvertible {
  case timedOut
  /// The connection ended or was reset before an answer came.
  case connectionLost
  /// The answer began and broke off.
  case cutAnswer
  case answerTooLarge
  /// What came back is no HTTP answer.
  case garbled
  /// The program was stopping.
  case closed
  /// Something rarer, in libcurl's words.
  case other(String)

  public var description: String {
    switch self {
    case .timedOut: "The server did not answer in time."
    case .connectionLost: "The connection was lost before the server answered."
    case .cutAnswer: "The server's answer broke off."
    case .answerTooLarge: "The server's answer was larger than allowed."
    case .garbled: "The server's answer was no HTTP answer."
    case .closed: "The program was stopping before the server answered."
    case .other(let words): "No usable answer came: \(words)."
    }
  }
}
