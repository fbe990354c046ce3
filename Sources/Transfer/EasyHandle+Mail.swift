import CCurl
import Glibc

extension EasyHandle {
  /// Sets what is the same for every letter; nil if there is no memory or libcurl refused an option.
  init?(mail settings: TransferSettings) {
    guard let pointer = curl_easy_init() else { return nil }
    self.init(pointer)
    let codes = [
      set(CURLOPT_PROTOCOLS_STR, "smtp,smtps"), set(CURLOPT_PROXY, ""), set(CURLOPT_NOSIGNAL, 1),
      // A log-in in one line (RFC 4954), a round trip less.
      set(CURLOPT_SASL_IR, 1),
      set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1), set(CURLOPT_SSL_VERIFYPEER, 1), set(CURLOPT_SSL_VERIFYHOST, 2),
      set(CURLOPT_MAXAGE_CONN, Int(settings.idle.components.seconds)),
    ]
    guard codes.allSatisfy({ $0 == CURLE_OK }) else {
      free()
      return nil
    }
  }

  /// As ``prepare(_:)`` for a request: every option set here is set for every letter.
  func prepare(_ letter: Letter) -> Bool {
    let request = letter.request
    let context = Unmanaged.passUnretained(letter).toOpaque()
    let security = request.limits.demandTLS ? CURLUSESSL_ALL : CURLUSESSL_NONE
    let codes = [
      set(CURLOPT_URL, request.url), set(CURLOPT_USE_SSL, Int(security.rawValue)),
      set(CURLOPT_CONNECTTIMEOUT_MS, request.limits.connect.milliseconds),
      set(CURLOPT_TIMEOUT_MS, request.limits.total.milliseconds),
      set(CURLOPT_SERVER_RESPONSE_TIMEOUT, max(1, Int(request.limits.answer.components.seconds))),
      setLogin(request.login),
      outreach_curl_on_socket(pointer, openSocket, context), outreach_curl_on_request(pointer, beforeLetter, context),
      outreach_curl_on_read(pointer, onRead, context), outreach_curl_on_talk(pointer, onTalk, context),
      outreach_curl_on_body(pointer, onNothing, nil), outreach_curl_on_header(pointer, onNothing, nil),
    ]
    return codes.allSatisfy { $0 == CURLE_OK } && setTask(letter)
  }

  private func setLogin(_ login: MailLogin?) -> CURLcode {
    guard let login else {
      let code = outreach_curl_clear_string(pointer, CURLOPT_USERNAME)
      return code == CURLE_OK ? outreach_curl_clear_string(pointer, CURLOPT_PASSWORD) : code
    }
    let code = set(CURLOPT_USERNAME, login.name)
    return code == CURLE_OK ? set(CURLOPT_PASSWORD, login.password) : code
  }

  private func setTask(_ letter: Letter) -> Bool {
    guard let text = letter.request.letter else {
      return [
        set(CURLOPT_UPLOAD, 0), set(CURLOPT_NOBODY, 1), set(CURLOPT_CUSTOMREQUEST, "NOOP"),
        outreach_curl_set_list(pointer, CURLOPT_MAIL_RCPT, nil),
      ].allSatisfy { $0 == CURLE_OK }
    }
    return [
      set(CURLOPT_NOBODY, 0), set(CURLOPT_UPLOAD, 1), outreach_curl_clear_string(pointer, CURLOPT_CUSTOMREQUEST),
      outreach_curl_set_size(pointer, CURLOPT_INFILESIZE_LARGE, curl_off_t(text.count)),
      set(CURLOPT_MAIL_FROM, "<\(letter.request.from)>"),
      outreach_curl_set_list(pointer, CURLOPT_MAIL_RCPT, letter.makeRecipients()),
    ].allSatisfy { $0 == CURLE_OK }
  }
}

// The letter behind `context` is alive: the loop keeps it until the transfer is done.
private func letter(_ context: UnsafeMutableRawPointer?) -> Letter? {
  context.map { Unmanaged<Letter>.fromOpaque($0).takeUnretainedValue() }
}

private let openSocket: curl_opensocket_callback = { context, _, address in
  guard let letter = letter(context), let address,
    letter.mayConnect(to: outreach_curl_address(address), length: Int(address.pointee.addrlen))
  else { return -1 }
  let (family, type) = (address.pointee.family, address.pointee.socktype)
  return socket(family, type | Int32(SOCK_CLOEXEC.rawValue), address.pointee.`protocol`)
}

private let beforeLetter: curl_prereq_callback = { context, address, _, _, _ in
  let allowed = letter(context)?.mayStart(to: address.map { String(cString: $0) } ?? "") ?? false
  return allowed ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
}

private let onRead: curl_read_callback = { room, size, count, context in
  letter(context)?.give(UnsafeMutableRawBufferPointer(start: room, count: size * count)) ?? 0
}

private let onTalk: curl_debug_callback = { _, kind, bytes, count, context in
  let line = UnsafeRawBufferPointer(start: bytes, count: count)
  switch kind {
  case CURLINFO_HEADER_OUT: letter(context)?.hear(command: line)
  case CURLINFO_HEADER_IN: letter(context)?.hear(reply: line)
  default: break
  }
  return 0
}

/// What would otherwise be printed.
private let onNothing: curl_write_callback = { _, size, count, _ in size * count }
