import Domain
import Foundation
import Secrets
import Transfer

/// A Telegram bot: https://core.telegram.org/bots/api. People must have written to it first; Telegram tells no bot
/// whether a message was read, so nothing ever comes after "sent".
struct Telegram: ChannelAdapter {
  static let recipe = ChannelRecipe(
    adapter: "telegram",
    fields: [
      SettingField("token", .secret, required: true, km: "សោ", en: "the bot's token, from @BotFather"),
      SettingField("secret", .secret, km: "សម្ងាត់", en: "the secret_token that setWebhook was given"),
      SettingField("receipts", .url, km: "អាសយដ្ឋានយើង", en: "our public base address"),
      SettingField("url", .url, km: "អាសយដ្ឋាន", en: "the Bot API's address; Telegram's own unless set"),
      SettingField("allowPrivateAddress", .flag, km: "បណ្ដាញក្នុង", en: "the address may lie in a private network"),
    ],
    make: { settings, world in Telegram(settings: settings, transfer: world.transfer) })

  static let home = "https://api.telegram.org"
  /// Letters of one message; Telegram counts UTF-16 units.
  static let mostUnits = 4_096

  let settings: ChannelSettings
  let transfer: TransferClient

  var descriptor: ChannelDescriptor {
    var descriptor = ChannelDescriptor(adapter: "telegram", addresses: [.telegram], keyed: false)
    descriptor.check = { await check() }
    descriptor.parseCallback = { TelegramUpdate.read($0, settings) }
    if settings.text("receipts") == nil { descriptor.poll = { await poll($0) } }
    return descriptor
  }

  func prepare(_ text: String, to address: Address) throws(PrepareFault) -> Prepared {
    guard address.kind == .telegram else { throw .wrongAddress(address.kind) }
    let normal = SMSText.normalised(text)
    guard normal.contains(where: { !$0.isWhitespace }) else { throw .emptyText }
    let units = normal.utf16.count
    guard units <= Self.mostUnits else {
      throw .tooLong(parts: (units + Self.mostUnits - 1) / Self.mostUnits, most: 1)
    }
    return Prepared(text: normal, parts: 1, encoding: .utf8)
  }

  func send(_ request: SendRequest) async -> SendOutcome {
    if let words = settings.missingVariable("token") { return .channelDown(ProviderWords(code: "settings", words)) }
    guard let body = try? JSONEncoder().encode(["chat_id": request.to.value, "text": request.text]) else {
      return .rejectedMessage(ProviderWords(code: "json", "The text cannot be written as JSON."))
    }
    let headers = [HTTPHeader("Content-Type", "application/json")]
    let call = HTTPRequest(
      .post, address("sendMessage"), headers: headers, body: Array(body), limits: settings.limits)
    switch await transfer.send(call) {
    case .answered(let answer): return Self.outcome(answer, message: request.message)
    case .neverLeft(let why): return SendOutcome(why)
    case .unclear(let why): return .unknown(ProviderWords(code: ProviderWords.connection, why.description))
    }
  }

  // MARK: - The wire

  func address(_ method: String) -> String {
    var base = settings.text("url") ?? Self.home
    while base.hasSuffix("/") { base.removeLast() }
    return "\(base)/bot\(settings.text("token") ?? "")/\(method)"
  }

  /// Every answer is this object; `description` is for people, but nothing else tells the refusals apart.
  private struct Answer: Decodable {
    struct Parameters: Decodable {
      var retry_after: Double?
    }
    struct Result: Decodable {
      var message_id: Int64?
      var username: String?
    }

    var ok: Bool
    var description: String?
    var parameters: Parameters?
    var result: Result?
  }

  static func outcome(_ answer: HTTPAnswer, message: MessageID) -> SendOutcome {
    let read = try? JSONDecoder().decode(Answer.self, from: Data(answer.body))
    // Telegram's number counts within one chat only and no receipt ever names it: ours stands for the message.
    if answer.status == 200, read?.ok == true, read?.result?.message_id != nil {
      return .accepted(references: [message.text])
    }
    let text = read?.description ?? String(decoding: answer.body.prefix(800), as: UTF8.self)
    let words = ProviderWords(code: String(answer.status), text)
    switch answer.status {
    case 429: return .throttled(retryAfter: read?.parameters?.retry_after ?? answer.retryAfter, words)
    case 401, 402, 404, 405: return .channelDown(words)
    case 403: return read?.ok == false ? forbidden(text, words) : .channelDown(words)
    case 408, 409, 425: return .unknown(words)
    case 400..<500:
      let isNobody = nobody.contains { text.lowercased().contains($0) }
      return isNobody ? .rejectedAddress(words) : .rejectedMessage(words)
    default: return .unknown(words)
    }
  }

  private static let nobody = [
    "chat not found", "user not found", "peer_id_invalid", "chat was upgraded", "chat_id is empty",
  ]

  private static func forbidden(_ text: String, _ words: ProviderWords) -> SendOutcome {
    let text = text.lowercased()
    if text.contains("blocked by the user") || text.contains("kicked") { return .optedOut(words) }
    // Said for a few minutes of people who take messages before and after.
    if text.contains("can't send messages to the user") { return .temporary(words) }
    return .rejectedAddress(words)
  }

  // MARK: - Check

  private func check() async -> ChannelCheck {
    let channel = settings.channel.id
    for name in ["token", "secret"] {
      if let words = settings.missingVariable(name) { return .bad(words) }
    }
    if settings.text("receipts") != nil, settings.text("secret") == nil {
      return .bad("Channel \(channel) asks for replies but has no secret to know them by; see setWebhook.")
    }
    switch await transfer.send(HTTPRequest(.get, address("getMe"), limits: settings.limits)) {
    case .answered(let answer):
      let read = try? JSONDecoder().decode(Answer.self, from: Data(answer.body))
      guard answer.status == 200, let name = read?.result?.username else {
        return .bad("Telegram does not know the token of channel \(channel) (\(answer.status)).")
      }
      return .good("Channel \(channel) is the bot @\(name).")
    case .neverLeft(let why): return .bad("Telegram cannot be reached: \(why)")
    case .unclear(let why): return .bad("Telegram did not answer: \(why)")
    }
  }
}
