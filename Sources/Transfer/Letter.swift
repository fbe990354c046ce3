import CCurl
import Glibc

/// One letter on its way, and the proof of whether its end was sent: until then a mail server has nothing to take on.
///
/// libcurl tells neither which command was refused nor whether the text had ended, so the conversation is listened to:
/// only the commands' names and the server's last line are kept, never what was sent.
///
/// Unchecked: the sending task makes it, then hands it over to the loop's thread, which alone touches it from there.
final class Letter: Errand, @unchecked Sendable {
  let request: MailRequest
  private let continuation: CheckedContinuation<MailResult, Never>
  /// Must live until libcurl is done with the transfer.
  private var recipients: UnsafeMutablePointer<curl_slist>?
  private let deadline: ContinuousClock.Instant
  private var hasStarted = false
  private var metPrivateAddress = false
  private var given = 0
  private var step = MailStep.greeting
  private var lastReply: MailReply?
  /// libcurl says good-bye before it reports: what comes then is no answer to the letter.
  private var isLeaving = false

  init(_ request: MailRequest, _ continuation: CheckedContinuation<MailResult, Never>) {
    self.request = request
    self.continuation = continuation
    deadline = .now + request.limits.total
  }

  deinit { curl_slist_free_all(recipients) }

  var isWellFormed: Bool { request.isWellFormed }
  func makeHandle(_ settings: TransferSettings) -> EasyHandle? { EasyHandle(mail: settings) }
  func prepare(_ easy: EasyHandle) -> Bool { easy.prepare(self) }
  func hasWaitedTooLong(_ now: ContinuousClock.Instant) -> Bool { !hasStarted && now >= deadline }
  func refuse(_ why: NeverLeft) { continuation.resume(returning: .neverLeft(why)) }
  func abandon() { continuation.resume(returning: mayHaveEnded ? .unclear(.closed) : .neverLeft(.closed)) }
  func settle(_ code: CURLcode, status: Int) { continuation.resume(returning: result(code)) }

  /// The recipient as libcurl wants it, for as long as this letter lives.
  func makeRecipients() -> UnsafeMutablePointer<curl_slist>? {
    recipients = curl_slist_append(recipients, "<\(request.to)>")
    return recipients
  }

  // MARK: - What libcurl asks and tells

  func mayConnect(to address: UnsafePointer<sockaddr>, length: Int) -> Bool {
    let isAllowed = request.limits.allowPrivate || AddressGuard.isPublic(address, length: length)
    if !isAllowed { metPrivateAddress = true }
    return isAllowed
  }

  /// Called when the connection stands and we are logged in: true once, see ``Exchange/mayStart(to:)``.
  func mayStart(to address: String) -> Bool {
    guard !hasStarted else { return false }
    guard request.limits.allowPrivate || AddressGuard.isPublic(address) else {
      metPrivateAddress = true
      return false
    }
    hasStarted = true
    return true
  }

  /// The next bytes of the letter; 0 at its end.
  func give(_ room: UnsafeMutableRawBufferPointer) -> Int {
    let letter = request.letter ?? []
    let count = min(room.count, letter.count - given)
    letter[given..<(given + count)].withUnsafeBytes { room.copyMemory(from: $0) }
    given += count
    return count
  }

  func hear(command: UnsafeRawBufferPointer) {
    // With the sign behind it, so that no line of a log-in (base64) is taken for a command.
    switch String(decoding: command.prefix(5), as: UTF8.self) {
    case "EHLO ", "HELO ": step = .greeting
    case "START": step = .security
    case "AUTH ": step = .login
    case "MAIL ", "NOOP\r": step = .sender
    case "RCPT ": step = .recipient
    case "DATA\r": step = .data
    case "QUIT\r":
      isLeaving = true
      return
    default: return
    }
    lastReply = nil
  }

  func hear(reply: UnsafeRawBufferPointer) {
    let line = String(decoding: reply.prefix(600), as: UTF8.self)
    // "250-" goes on, "250 " ends an answer; 354 only asks for the text.
    guard !isLeaving, let code = Int(line.prefix(3)), line.dropFirst(3).first != "-", code != 354 else { return }
    if step == .data, given > 0 { step = .text }
    let text = line.dropFirst(4).filter { !$0.isNewline }
    lastReply = MailReply(code, String(text))
  }

  // MARK: - The result

  /// All of the text was given to libcurl, so that it may have been sent, and its end behind it.
  private var mayHaveEnded: Bool {
    guard let letter = request.letter else { return false }
    return given == letter.count && !letter.isEmpty
  }

  private func result(_ code: CURLcode) -> MailResult {
    if metPrivateAddress, !hasStarted { return .neverLeft(.privateAddress) }
    if let reply = lastReply {
      if reply.code >= 400 { return .refused(step, reply) }
      if reply.code >= 200, code == CURLE_OK || step == .text { return .taken(reply) }
    }
    if mayHaveEnded { return .unclear(Unclear(code, answerBegan: false)) }
    switch code {
    // The server offers no encryption, or no way of logging in that we know; it has not said so itself.
    case CURLE_USE_SSL_FAILED: return .refused(.security, MailReply(0, "the server offers no STARTTLS"))
    case CURLE_LOGIN_DENIED: return .refused(.login, MailReply(0, "the server offers no log-in that fits"))
    case CURLE_OK: return .unclear(.garbled)
    default: return .neverLeft(NeverLeft(code))
    }
  }
}
