import Domain
import Foundation
import Secrets
import Transfer

/// What Twilio and the services that speak its language (Somleng, SignalWire …) ask of every client: the account's
/// address, its login, and the signature of the calls they make back. Messages and calls both stand on it.
///
/// It knows no idempotency keys: only a refusal that says so (a 4xx) proves that nothing will be sent.
struct TwilioService {
  static let home = "https://api.twilio.com"

  let settings: ChannelSettings
  let transfer: TransferClient

  /// The settings that messages and calls share.
  static let fields = [
    SettingField("url", .url, km: "អាសយដ្ឋាន", en: "the service's address; Twilio's own unless set"),
    SettingField("account", .text, required: true, km: "គណនី", en: "the account's SID"),
    SettingField("token", .secret, required: true, km: "សោ", en: "the account's auth token; it also signs callbacks"),
    SettingField("previousToken", .secret, km: "សោចាស់", en: "still accepted while the token changes"),
    SettingField("from", .text, required: true, km: "អ្នកផ្ញើ", en: "the number to send from, or a messaging service"),
    SettingField("receipts", .url, km: "អាសយដ្ឋានយើង", en: "our public base address, exactly as the service calls it"),
    SettingField("allowPrivateAddress", .flag, km: "បណ្ដាញក្នុង", en: "the address may lie in a private network"),
  ]

  private var account: String { FormText.encode(settings.text("account") ?? "") }

  private var base: String {
    var base = settings.text("url") ?? Self.home
    while base.hasSuffix("/") { base.removeLast() }
    return "\(base)/2010-04-01/Accounts/\(account)"
  }

  private var login: HTTPHeader {
    let pair = "\(settings.text("account") ?? ""):\(settings.text("token") ?? "")"
    return HTTPHeader("Authorization", "Basic \(Data(pair.utf8).base64EncodedString())")
  }

  /// Creates a message or a call. `leaf`: "Messages.json" or "Calls.json".
  func create(_ leaf: String, _ fields: [(String, String)]) async -> SendOutcome {
    if let words = settings.missingVariable("token") { return .channelDown(ProviderWords(code: "settings", words)) }
    let headers = [login, HTTPHeader("Content-Type", "application/x-www-form-urlencoded")]
    let body = Array(FormText.query(fields).utf8)
    let call = HTTPRequest(.post, "\(base)/\(leaf)", headers: headers, body: body, limits: settings.limits)
    switch await transfer.send(call) {
    case .answered(let answer): return TwilioAnswer.outcome(answer)
    case .neverLeft(let why): return SendOutcome(why)
    case .unclear(let why): return .unknown(ProviderWords(code: ProviderWords.connection, why.description))
    }
  }

  /// Where receipts of a message shall go. Our own id travels along, so that a lost answer does not lose the receipt.
  func receiptAddress(_ message: MessageID) -> String? {
    settings.text("receipts").map { base in
      "\(CallbackAddress.receipts(base: base, channel: settings.channel.id))?id=\(message)"
    }
  }

  // MARK: - Callbacks

  /// Whether the service signed this call: over our address as it knows it, and every posted name and value, sorted.
  /// It signs no time; a repetition is harmless because receipts only move upward and replies carry an id.
  func isGenuine(_ request: CallbackRequest) -> Bool {
    guard let given = request.headers["x-twilio-signature"], let message = signed(request) else { return false }
    return ["token", "previousToken"].compactMap(settings.text).contains { token in
      SHA1Signature.verify(given, of: Array(message.utf8), secret: token)
    }
  }

  private func signed(_ request: CallbackRequest) -> String? {
    guard let base = settings.text("receipts") else { return nil }
    var message = CallbackAddress.of(request.door, base: base, channel: settings.channel.id)
    if !request.query.isEmpty { message += "?" + FormText.query(request.query.map { ($0.name, $0.value) }) }
    let sorted = request.form.sorted { a, b in
      a.name == b.name
        ? a.value.utf8.lexicographicallyPrecedes(b.value.utf8) : a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
    }
    for (name, value) in sorted { message += name + value }
    return message
  }

  /// A receipt as both kinds bring it, under our own id or else theirs.
  func receipt(_ request: CallbackRequest, id: String, word: String) -> CallbackReading {
    guard let reference = request.value("id") ?? request.field(id), let status = request.field(word) else {
      return .malformed("A receipt needs \(id) and \(word).")
    }
    let events = TwilioAnswer.status(status).map { status in
      [CallbackEvent.receipt(Receipt(channel: settings.channel.id, reference: reference, status: status))]
    }
    return .events(events ?? [], answer: { _ in CallbackAnswer(status: 200) })
  }

  // MARK: - Check

  /// Asks for the account itself, which proves the login and sends nothing.
  func check() async -> ChannelCheck {
    for name in ["token", "previousToken"] {
      if let words = settings.missingVariable(name) { return .bad(words) }
    }
    let channel = settings.channel.id
    switch await transfer.send(HTTPRequest(.get, "\(base).json", headers: [login], limits: settings.limits)) {
    case .answered(let answer):
      switch answer.status {
      case 200: return .good("The service knows the account of channel \(channel).")
      case 401, 403: return .bad("The service refuses the account or the token of channel \(channel).")
      case 404 where settings.text("url") != nil:
        return .good("The settings of channel \(channel) are complete; the service does not show accounts.")
      default: return .bad("The service answered \(answer.status) when asked for the account of channel \(channel).")
      }
    case .neverLeft(let why): return .bad("The service of channel \(channel) cannot be reached: \(why)")
    case .unclear(let why): return .bad("The service of channel \(channel) did not answer: \(why)")
    }
  }
}
