import Domain
import Secrets
import Transfer

/// An SMS gateway of one's own: Kannel's `sendsms` service (User's Guide, chapter 6.3).
///
/// It knows no idempotency keys, so whatever does not prove that a message was refused counts as unclear. What proves
/// it are Kannel's documented answers, read from `smsbox.c`: 202 with "0: Accepted for delivery", "3: Queued for later
/// delivery" or "Sent."; 503 with "Temporal failure, try again later."; and its 4xx refusals.
struct Kannel: ChannelAdapter {
  static let recipe = ChannelRecipe(
    adapter: "kannel",
    fields: [
      SettingField("url", .url, required: true, km: "អាសយដ្ឋាន", en: "the address of sendsms"),
      SettingField("username", .text, required: true, km: "ឈ្មោះ", en: "the user of the sendsms-user group"),
      SettingField("password", .secret, required: true, km: "ពាក្យសម្ងាត់", en: "that user's password"),
      SettingField("sender", .text, km: "អ្នកផ្ញើ", en: "what the phone shows as sender"),
      SettingField("smsc", .text, km: "SMSC", en: "the connection to send over"),
      SettingField("secret", .secret, km: "សម្ងាត់", en: "makes the addresses of receipts and replies unguessable"),
      SettingField("receipts", .url, km: "អាសយដ្ឋានយើង", en: "our public base address"),
      SettingField("allowPrivateAddress", .flag, km: "បណ្ដាញក្នុង", en: "the address may lie in a private network"),
    ],
    make: { settings, world in Kannel(settings: settings, transfer: world.transfer) })

  let settings: ChannelSettings
  let transfer: TransferClient

  var descriptor: ChannelDescriptor {
    var descriptor = ChannelDescriptor(adapter: "kannel", addresses: [.phone], keyed: false)
    descriptor.check = { Self.check(settings) }
    descriptor.parseCallback = { Self.read($0, settings) }
    return descriptor
  }

  func prepare(_ text: String, to address: Address) throws(PrepareFault) -> Prepared {
    guard address.kind == .phone else { throw .wrongAddress(address.kind) }
    return try SMSText.prepare(text)
  }

  func send(_ request: SendRequest) async -> SendOutcome {
    for name in ["username", "password", "secret"] {
      if let words = settings.missingVariable(name) { return .channelDown(ProviderWords(code: "settings", words)) }
    }
    guard let url = settings.text("url") else {
      return .channelDown(ProviderWords(code: "settings", "The channel has no url."))
    }
    let call = HTTPRequest(.get, "\(url)?\(FormText.query(fields(request)))", limits: settings.limits)
    switch await transfer.send(call) {
    case .answered(let answer): return Self.outcome(answer, message: request.message)
    case .neverLeft(let why): return SendOutcome(why)
    case .unclear(let why): return .unknown(ProviderWords(code: ProviderWords.connection, why.description))
    }
  }

  // MARK: - The wire

  private func fields(_ request: SendRequest) -> [(String, String)] {
    var fields = [
      ("username", settings.text("username") ?? ""), ("password", settings.text("password") ?? ""),
      ("from", settings.text("sender") ?? ""), ("to", request.to.value), ("charset", "UTF-8"),
      ("coding", SMSText.count(request.text).encoding == .ucs2 ? "2" : "0"), ("text", request.text),
    ]
    if let smsc = settings.text("smsc") { fields.append(("smsc", smsc)) }
    if let base = settings.text("receipts"), let secret = settings.text("secret") {
      let address = CallbackAddress.receipts(base: base, channel: settings.channel.id)
      let token = Self.token(request.message, secret)
      // Ours travels in the address, so that a lost answer does not lose the receipt. Kannel fills in %d.
      fields.append(("dlr-url", "\(address)?id=\(request.message)&token=\(token)&d=%d"))
      fields.append(("dlr-mask", "31"))
    }
    return fields
  }

  static func outcome(_ answer: HTTPAnswer, message: MessageID) -> SendOutcome {
    let body = String(decoding: answer.body.prefix(800), as: UTF8.self)
    let words = ProviderWords(code: String(answer.status), body)
    switch answer.status {
    case 202 where body.hasPrefix("0:") || body.hasPrefix("3:") || body.hasPrefix("Sent."):
      return .accepted(references: [message.text])
    case 503 where body.hasPrefix("Temporal failure"): return .temporary(words)
    case 429: return .throttled(retryAfter: answer.retryAfter, words)
    case 401: return .channelDown(words)
    case 403 where body.hasPrefix("Authorization failed"): return .channelDown(words)
    case 403 where body.hasPrefix("Not routable"): return .rejectedAddress(words)
    case 400 where body.hasPrefix("Number(s) has/have been denied"): return .rejectedAddress(words)
    case 404, 405: return .channelDown(words)
    case 400..<500 where answer.status != 408: return .rejectedMessage(words)
    default: return .unknown(words)
    }
  }

  // MARK: - Receipts and replies

  /// Proves that a receipt's caller was told this address: Kannel signs nothing.
  private static func token(_ message: MessageID, _ secret: String) -> String {
    String(Signature.hex(of: Array("receipt \(message)".utf8), secret: secret).prefix(32))
  }

  private static func read(_ request: CallbackRequest, _ settings: ChannelSettings) -> CallbackReading {
    guard let secret = settings.text("secret"), !secret.isEmpty else { return .forged }
    return request.door == .receipts ? receipt(request, secret, settings.channel.id) : reply(request, secret)
  }

  private static func receipt(_ request: CallbackRequest, _ secret: String, _ channel: ChannelID) -> CallbackReading {
    guard let id = request.value("id"), let token = request.value("token"),
      Token.same(token, Self.token(MessageID(id), secret))
    else { return .forged }
    let events = status(request.value("d")).map { status in
      [CallbackEvent.receipt(Receipt(channel: channel, reference: id, status: status))]
    }
    return .events(events ?? [], answer: { _ in CallbackAnswer(status: 200) })
  }

  /// The bits of `dlr-mask`: 1 delivered, 2 not delivered, 4 queued, 8 taken by the network, 16 refused by it.
  private static func status(_ code: String?) -> Receipt.Status? {
    switch code {
    case "1": .delivered
    case "2", "16": .undelivered
    case "4", "8": .accepted
    default: nil
    }
  }

  private static func reply(_ request: CallbackRequest, _ secret: String) -> CallbackReading {
    guard let given = request.value("secret"), Token.same(given, secret) else { return .forged }
    guard let from = request.value("from"), let text = request.value("text") else {
      return .malformed("A reply needs from and text; see the get-url of Kannel's sms-service.")
    }
    let reply = Reply(from: from, text: text, fingerprint: request.value("id").map { Token.digest($0) })
    // Kannel sends the body of the answer back to the phone, and nothing when it is empty.
    return .events([.reply(reply)]) { CallbackAnswer(status: 200, body: $0 ?? "") }
  }

  private static func check(_ settings: ChannelSettings) -> ChannelCheck {
    for name in ["username", "password", "secret"] {
      if let words = settings.missingVariable(name) { return .bad(words) }
    }
    if settings.text("receipts") != nil, settings.text("secret") == nil {
      return .bad("Channel \(settings.channel.id) asks for receipts but has no secret to make their address with.")
    }
    return .good("The settings of channel \(settings.channel.id) are complete; sendsms offers nothing to ask.")
  }
}
