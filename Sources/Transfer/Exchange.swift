import CCurl
import Glibc

/// One request on its way, and the proof of whether it left.
///
/// libcurl sends a request again, up to five times and also a POST, when a reused connection ends before the first
/// byte of an answer: the server may have carried it out already. It asks `mayStart` before each sending, so exactly
/// one is let through, and one that was never asked about certainly never left.
///
/// Unchecked: the sending task makes it, then hands it over to the loop's thread, which alone touches it from there.
final class Exchange: Errand, @unchecked Sendable {
  let request: HTTPRequest
  private let continuation: CheckedContinuation<TransferResult, Never>
  /// Must live until libcurl is done with the transfer.
  private var headerList: UnsafeMutablePointer<curl_slist>?

  private let deadline: ContinuousClock.Instant
  private var hasStarted = false
  private var metPrivateAddress = false
  private var isTooLarge = false
  private var headIsWhole = false
  private var received = 0
  private var head: [UInt8] = []
  private var body: [UInt8] = []

  init(_ request: HTTPRequest, _ continuation: CheckedContinuation<TransferResult, Never>) {
    self.request = request
    self.continuation = continuation
    deadline = .now + request.limits.total
  }

  deinit { curl_slist_free_all(headerList) }

  /// Answers the sender; once.
  private func finish(_ result: TransferResult) { continuation.resume(returning: result) }

  var isWellFormed: Bool { request.isWellFormed }
  func makeHandle(_ settings: TransferSettings) -> EasyHandle? { EasyHandle(settings) }
  func prepare(_ easy: EasyHandle) -> Bool { easy.prepare(self) }
  func refuse(_ why: NeverLeft) { finish(.neverLeft(why)) }
  func settle(_ code: CURLcode, status: Int) { finish(result(code, status: status)) }

  /// Answers the sender of a request that is given up because the program stops.
  func abandon() { finish(hasStarted ? .unclear(.closed) : .neverLeft(.closed)) }

  /// Whether its time is up although it has not left.
  func hasWaitedTooLong(_ now: ContinuousClock.Instant) -> Bool { !hasStarted && now >= deadline }

  /// The header lines as a list that lives as long as this exchange.
  func makeHeaderList() -> UnsafeMutablePointer<curl_slist>? {
    for line in request.headerLines { headerList = curl_slist_append(headerList, line) }
    return headerList
  }

  /// Whether a connection may be opened to `address`.
  func mayConnect(to address: UnsafePointer<sockaddr>, length: Int) -> Bool {
    // A second connection after the request left could only serve to send it again.
    guard !hasStarted else { return false }
    guard request.limits.allowPrivate || AddressGuard.isPublic(address, length: length) else {
      metPrivateAddress = true
      return false
    }
    return true
  }

  /// Called when the connection stands and the request would go out next: true once.
  func mayStart(to address: String) -> Bool {
    guard !hasStarted else { return false }
    // The connection may have been opened for somebody who was allowed more.
    guard request.limits.allowPrivate || AddressGuard.isPublic(address) else {
      metPrivateAddress = true
      return false
    }
    hasStarted = true
    return true
  }

  func receiveHeader(_ line: UnsafeRawBufferPointer) -> Bool {
    guard fits(line.count) else { return false }
    // Each status line begins an answer anew: what came before was only "100 Continue" or the like.
    if line.starts(with: "HTTP/".utf8) {
      head.removeAll(keepingCapacity: true)
      headIsWhole = false
    } else if line.elementsEqual("\r\n".utf8) || line.elementsEqual("\n".utf8) {
      headIsWhole = true
    } else {
      head.append(contentsOf: line)
    }
    return true
  }

  func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard fits(bytes.count) else { return false }
    body.append(contentsOf: bytes)
    return true
  }

  private func fits(_ count: Int) -> Bool {
    received += count
    isTooLarge = received > request.limits.answer
    return !isTooLarge
  }

  /// What `code` and `status` mean, given what is known about this exchange.
  private func result(_ code: CURLcode, status: Int) -> TransferResult {
    guard hasStarted else { return .neverLeft(metPrivateAddress ? .privateAddress : NeverLeft(code)) }
    if isTooLarge { return .unclear(.answerTooLarge) }
    guard code == CURLE_OK else { return .unclear(Unclear(code, answerBegan: received > 0)) }
    // libcurl is content with a head that breaks off, as servers of long ago did it.
    guard headIsWhole else { return .unclear(.cutAnswer) }
    guard status >= 200 else { return .unclear(.garbled) }
    return .answered(HTTPAnswer(status: status, head: head, body: body))
  }
}

extension NeverLeft {
  init(_ code: CURLcode) {
    switch code {
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL, CURLE_LOGIN_DENIED: self = .badAddress
    case CURLE_COULDNT_RESOLVE_HOST: self = .nameNotFound
    case CURLE_COULDNT_CONNECT: self = .refused
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
      CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
      self = .tls
    case CURLE_OPERATION_TIMEDOUT: self = .timedOut
    default: self = .other(String(cString: curl_easy_strerror(code)))
    }
  }
}

extension Unclear {
  init(_ code: CURLcode, answerBegan: Bool) {
    switch code {
    case CURLE_OPERATION_TIMEDOUT: self = .timedOut
    case CURLE_PARTIAL_FILE: self = .cutAnswer
    // COULDNT_CONNECT and ABORTED_BY_CALLBACK: libcurl wanted to send again and was not let.
    case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_COULDNT_CONNECT, CURLE_ABORTED_BY_CALLBACK:
      self = answerBegan ? .cutAnswer : .connectionLost
    case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_BAD_CONTENT_ENCODING: self = .garbled
    default: self = .other(String(cString: curl_easy_strerror(code)))
    }
  }
}
