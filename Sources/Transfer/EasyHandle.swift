import CCurl
import Glibc

/// libcurl's handle of one transfer, used again and again because making one is dear.
struct EasyHandle {
  let pointer: UnsafeMutableRawPointer

  /// Sets what is the same for every request; nil if there is no memory or libcurl refused an option.
  init?(_ settings: TransferSettings) {
    guard let pointer = curl_easy_init() else { return nil }
    self.pointer = pointer
    let codes = [
      set(CURLOPT_PROTOCOLS_STR, "http,https"), set(CURLOPT_PROXY, ""), set(CURLOPT_USERAGENT, settings.userAgent),
      set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1), set(CURLOPT_FOLLOWLOCATION, 0), set(CURLOPT_NOSIGNAL, 1),
      // One request a connection at a time: what became of it is then never mixed up with another's fate.
      set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1)),
      set(CURLOPT_SSL_VERIFYPEER, 1), set(CURLOPT_SSL_VERIFYHOST, 2),
      set(CURLOPT_MAXAGE_CONN, Int(settings.idle.components.seconds)),
    ]
    guard codes.allSatisfy({ $0 == CURLE_OK }) else {
      curl_easy_cleanup(pointer)
      return nil
    }
  }

  init(_ pointer: UnsafeMutableRawPointer) { self.pointer = pointer }

  func free() { curl_easy_cleanup(pointer) }

  /// Sets up what is `exchange`'s own; it must outlive the transfer. Every option set here is set for every exchange, so
  /// that nothing of the last one is left. False if libcurl refused an option.
  func prepare(_ exchange: Exchange) -> Bool {
    let request = exchange.request
    let context = Unmanaged.passUnretained(exchange).toOpaque()
    let codes = [
      set(CURLOPT_URL, request.url),
      set(CURLOPT_CONNECTTIMEOUT_MS, request.limits.connect.milliseconds),
      set(CURLOPT_TIMEOUT_MS, request.limits.total.milliseconds),
      outreach_curl_set_headers(pointer, exchange.makeHeaderList()),
      outreach_curl_on_socket(pointer, openSocket, context), outreach_curl_on_request(pointer, beforeRequest, context),
      outreach_curl_on_header(pointer, onHeader, context), outreach_curl_on_body(pointer, onBody, context),
    ]
    return codes.allSatisfy { $0 == CURLE_OK } && setMethod(request)
  }

  var status: Int {
    var status = 0
    return outreach_curl_get_long(pointer, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK ? status : 0
  }

  private func setMethod(_ request: HTTPRequest) -> Bool {
    switch request.method {
    case .get:
      return set(CURLOPT_NOBODY, 0) == CURLE_OK && set(CURLOPT_HTTPGET, 1) == CURLE_OK
        && outreach_curl_clear_string(pointer, CURLOPT_CUSTOMREQUEST) == CURLE_OK
    case .head:
      return set(CURLOPT_NOBODY, 1) == CURLE_OK
        && outreach_curl_clear_string(pointer, CURLOPT_CUSTOMREQUEST) == CURLE_OK
    case .post, .put, .patch, .delete:
      // An empty array has no address, and libcurl takes none for "read the body from somewhere else".
      let bytes = request.body.isEmpty ? [0] : request.body
      return set(CURLOPT_NOBODY, 0) == CURLE_OK && set(CURLOPT_POST, 1) == CURLE_OK
        && outreach_curl_set_body(pointer, bytes, request.body.count) == CURLE_OK
        && set(CURLOPT_CUSTOMREQUEST, request.method.rawValue) == CURLE_OK
    }
  }

  func set(_ option: CURLoption, _ value: Int) -> CURLcode { outreach_curl_set_long(pointer, option, value) }
  func set(_ option: CURLoption, _ value: String) -> CURLcode {
    outreach_curl_set_string(pointer, option, value)
  }
}

extension Duration {
  /// At least one: libcurl takes none for no limit.
  var milliseconds: Int { max(1, Int(self / .milliseconds(1))) }
}

// The exchange behind `context` is alive: the loop keeps it until the transfer is done.
private func exchange(_ context: UnsafeMutableRawPointer?) -> Exchange? {
  context.map { Unmanaged<Exchange>.fromOpaque($0).takeUnretainedValue() }
}

private let openSocket: curl_opensocket_callback = { context, _, address in
  guard let exchange = exchange(context), let address,
    exchange.mayConnect(to: outreach_curl_address(address), length: Int(address.pointee.addrlen))
  else { return -1 }
  let (family, type) = (address.pointee.family, address.pointee.socktype)
  return socket(family, type | Int32(SOCK_CLOEXEC.rawValue), address.pointee.`protocol`)
}

private let beforeRequest: curl_prereq_callback = { context, address, _, _, _ in
  let allowed = exchange(context)?.mayStart(to: address.map { String(cString: $0) } ?? "") ?? false
  return allowed ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
}

private let onHeader: curl_write_callback = { bytes, size, count, context in
  let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
  return exchange(context)?.receiveHeader(line) == true ? line.count : 0
}

private let onBody: curl_write_callback = { bytes, size, count, context in
  let part = UnsafeRawBufferPointer(start: bytes, count: size * count)
  return exchange(context)?.receiveBody(part) == true ? part.count : 0
}
