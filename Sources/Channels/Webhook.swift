import Domain
import Foundation
import Secrets
import Transfer

/// Any service that takes `POST {"to","from","text","callback_url"}` with an `Idempotency-Key` and answers
/// `202 {"id"}`. It must treat a key it has seen as the same message.
struct Webhook: ChannelAdapter {
  static let recipe = ChannelRecipe(
    adapter: "webhook",
    fields: [
      SettingField("url", .url, required: true, km: "អាសយដ្ឋាន", en: "the address that takes messages"),
      SettingField("sender", .text, km: "អ្នកផ្ញើ", en: "the sender's name"),
      SettingField("token", .secret, km: "សោ", en: "sent as Authorization: Bearer"),
      SettingField("secret", .secret, km: "សម្ងាត់", en: "signs receipts and replies"),
      SettingField("previousSecret", .secret, km: "សម្ងាត់ចាស់", en: "still accepted while the secret changes"),
      SettingField("receipts", .url, km: "អាសយដ្ឋានយើង", en: "our public base address"),
      SettingField("allowPrivateAddress", .flag, km: "បណ្ដាញក្នុង", en: "the address may lie in a private network"),
    ],
    make: { settings, world in Webhook(settings: settings, transfer: world.transfer) })

  let settings: ChannelSettings
  let transfer: TransferClient

  var descriptor: ChannelDescriptor {
    var descriptor = ChannelDescriptor(
      adapter: "webhook", addresses: [settings.channel.address ?? .phone], keyed: true)
    descriptor.check = { Self.check(settings) }
    descriptor.parseCallback = { Self.read($0, settings) }
    return descriptor
  }

  func prepare(_ text: String, to address: Address) throws(PrepareFault) -> Prepared {
    guard address.kind == settings.channel.address ?? .phone else { throw .wrongAddress(address.kind) }
    let prepared = try SMSText.prepare(text)
    return address.kind == .phone ? prepared : Prepared(text: prepared.text, parts: 1, encoding: .utf8)
  }

  func send(_ request: SendRequest) async -> SendOutcome {
    if let words = settings.missingVariable("token") { return .channelDown(ProviderWords(code: "settings", words)) }
    guard let url = settings.text("url"), let body = Self.body(request, settings) else {
      return .channelDown(ProviderWords(code: "settings", "The channel has no url."))
    }
    var headers = [HTTPHeader("Content-Type", "application/json"), HTTPHeader("Idempotency-Key", request.key)]
    if let token = settings.text("token") { headers.append(HTTPHeader("Authorization", "Bearer \(token)")) }
    let call = HTTPRequest(.post, url, headers: headers, body: body, limits: settings.limits)
    switch await transfer.send(call) {
    case .answered(let answer): return Self.outcome(answer)
    case .neverLeft(let why): return SendOutcome(why)
    case .unclear(let why): return .unknown(ProviderWords(code: ProviderWords.connection, why.description))
    }
  }

  // MARK: - The wire

  private struct Outgoing: Encodable {
    var to: String
    var from: String
    var text: String
    var callback_url: String?
  }

  /// The same bytes for every attempt, as the key demands.
  private static func body(_ request: SendRequest, _ settings: ChannelSettings) -> [UInt8]? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let base = settings.text("receipts")
    let outgoing = Outgoing(
      to: request.to.value, from: settings.text("sender") ?? "", text: request.text,
      callback_url: base.map { CallbackAddress.receipts(base: $0, channel: settings.channel.id) })
    return try? Array(encoder.encode(outgoing))
  }

  static func outcome(_ answer: HTTPAnswer) -> SendOutcome {
    // Without an id nothing says that the service understood; the key makes asking again harmless.
    if 200..<300 ~= answer.status, let id = WebhookID.read(answer.body) { return .accepted(references: [id]) }
    let words = ProviderWords(code: String(answer.status), String(decoding: answer.body.prefix(800), as: UTF8.self))
    switch answer.status {
    case 429: return .throttled(retryAfter: answer.retryAfter, words)
    case 401, 402, 403, 404, 405: return .channelDown(words)
    case 408, 409, 425: return .unknown(words)
    case 400..<500: return .rejectedMessage(words)
    default: return .unknown(words)
    }
  }

  // MARK: - Receipts and replies

  private struct Incoming: Decodable {
    var id: String?
    var status: String?
    var to: String?
    var from: String?
    var text: String?
  }

  private static func read(_ request: CallbackRequest, _ settings: ChannelSettings) -> CallbackReading {
    let secrets = [settings.text("secret"), settings.text("previousSecret")].compactMap(\.self)
    do {
      let signature = try WebhookSignature(header: request.headers["x-signature"])
      try signature.verify(request.body, secrets: secrets, now: request.now.milliseconds / 1000)
    } catch {
      return .forged
    }
    guard let incoming = try? JSONDecoder().decode(Incoming.self, from: Data(request.body)) else {
      return .malformed("The body is not the JSON object of a receipt or a reply.")
    }
    return request.door == .receipts ? receipt(incoming, settings) : reply(incoming, request)
  }

  private static func receipt(_ incoming: Incoming, _ settings: ChannelSettings) -> CallbackReading {
    guard let id = incoming.id, let word = incoming.status else { return .malformed("A receipt needs id and status.") }
    let events = WebhookID.status(word).map { status in
      [CallbackEvent.receipt(Receipt(channel: settings.channel.id, reference: id, status: status))]
    }
    return .events(events ?? [], answer: { _ in CallbackAnswer(status: 200) })
  }

  private static func reply(_ incoming: Incoming, _ request: CallbackRequest) -> CallbackReading {
    guard let from = incoming.from, let text = incoming.text else { return .malformed("A reply needs from and text.") }
    // The signature covers time and body, so it names this very reply.
    let fingerprint = request.headers["x-signature"].map { Token.digest($0) }
    return .events([.reply(Reply(from: from, text: text, fingerprint: fingerprint))]) { confirmation in
      guard let confirmation, let body = try? JSONEncoder().encode(["text": confirmation]) else {
        return CallbackAnswer(status: 200)
      }
      return CallbackAnswer(
        status: 200, contentType: "application/json", body: String(decoding: body, as: UTF8.self))
    }
  }

  private static func check(_ settings: ChannelSettings) -> ChannelCheck {
    for name in ["token", "secret", "previousSecret"] {
      if let words = settings.missingVariable(name) { return .bad(words) }
    }
    if settings.text("receipts") != nil, settings.text("secret") == nil {
      return .bad("Channel \(settings.channel.id) asks for receipts but has no secret to verify them with.")
    }
    return .good("The settings of channel \(settings.channel.id) are complete; the service offers nothing to ask.")
  }
}

/// The two words of the webhook's wire that need care in reading.
enum WebhookID {
  private struct Accepted: Decodable {
    var id: ID
  }

  /// Services give texts or whole numbers as ids.
  private enum ID: Decodable {
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int64.self) {
        self = .text(String(number))
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  static func read(_ body: [UInt8]) -> String? {
    guard case .text(let id)? = (try? JSONDecoder().decode(Accepted.self, from: Data(body)))?.id else { return nil }
    return id.isEmpty || id.utf8.count > 200 ? nil : id
  }

  static func status(_ word: String) -> Receipt.Status? {
    switch word.lowercased() {
    case "delivered", "read": .delivered
    case "undelivered", "failed", "rejected", "expired": .undelivered
    case "accepted", "queued", "sent": .accepted
    default: nil
    }
  }
}
