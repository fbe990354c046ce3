import Domain
import Foundation
import Secrets
import Transfer

/// An office's own RapidPro or TextIt, which then hands the message on: https://textit.in/api/v2/broadcasts. It takes a
/// message and an id; of what becomes of it RapidPro itself tells nobody, so nothing ever comes after "sent".
struct RapidPro: ChannelAdapter {
  static let recipe = ChannelRecipe(
    adapter: "rapidpro",
    fields: [
      SettingField("url", .url, required: true, km: "អាសយដ្ឋាន", en: "the address of RapidPro, without /api"),
      SettingField("token", .secret, required: true, km: "សោ", en: "the API token of its workspace"),
      SettingField("language", .text, km: "ភាសា", en: "the workspace's main language, three letters; eng unless set"),
      SettingField("secret", .secret, km: "សម្ងាត់", en: "what a flow's webhook sends as Authorization: Token"),
      SettingField("receipts", .url, km: "អាសយដ្ឋានយើង", en: "our public base address"),
      SettingField("allowPrivateAddress", .flag, km: "បណ្ដាញក្នុង", en: "the address may lie in a private network"),
    ],
    make: { settings, world in RapidPro(settings: settings, transfer: world.transfer) })

  /// Letters of one broadcast; RapidPro refuses longer ones.
  static let mostLetters = 640

  let settings: ChannelSettings
  let transfer: TransferClient

  var descriptor: ChannelDescriptor {
    var descriptor = ChannelDescriptor(adapter: "rapidpro", addresses: [.phone], keyed: false)
    descriptor.check = { await check() }
    descriptor.parseCallback = { Self.read($0, settings) }
    return descriptor
  }

  func prepare(_ text: String, to address: Address) throws(PrepareFault) -> Prepared {
    guard address.kind == .phone else { throw .wrongAddress(address.kind) }
    let prepared = try SMSText.prepare(text)
    guard prepared.text.unicodeScalars.count <= Self.mostLetters else {
      throw .tooLong(parts: prepared.parts, most: Self.mostLetters / (prepared.encoding == .gsm7 ? 153 : 67))
    }
    return prepared
  }

  func send(_ request: SendRequest) async -> SendOutcome {
    if let words = settings.missingVariable("token") { return .channelDown(ProviderWords(code: "settings", words)) }
    guard let body = body(request) else {
      return .rejectedMessage(ProviderWords(code: "json", "The text cannot be written as JSON."))
    }
    let headers = [login, HTTPHeader("Content-Type", "application/json")]
    let call = HTTPRequest(.post, address("broadcasts"), headers: headers, body: body, limits: settings.limits)
    switch await transfer.send(call) {
    case .answered(let answer): return Self.outcome(answer)
    case .neverLeft(let why): return SendOutcome(why)
    case .unclear(let why): return .unknown(ProviderWords(code: ProviderWords.connection, why.description))
    }
  }

  // MARK: - The wire

  private var login: HTTPHeader { HTTPHeader("Authorization", "Token \(settings.text("token") ?? "")") }

  private func address(_ leaf: String) -> String {
    var base = settings.text("url") ?? ""
    while base.hasSuffix("/") { base.removeLast() }
    return "\(base)/api/v2/\(leaf).json"
  }

  private struct Broadcast: Encodable {
    var urns: [String]
    var text: [String: String]
    var base_language: String
  }

  private func body(_ request: SendRequest) -> [UInt8]? {
    let language = settings.text("language") ?? "eng"
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let broadcast = Broadcast(
      urns: ["tel:\(request.to.value)"], text: [language: request.text], base_language: language)
    return try? Array(encoder.encode(broadcast))
  }

  /// The id is a number in older versions and a UUID in newer ones.
  private struct Created: Decodable {
    var uuid: String?
    var id: Int64?
  }

  /// Refusals name the field at fault.
  private struct Refused: Decodable {
    var urns: [String]?
  }

  static func outcome(_ answer: HTTPAnswer) -> SendOutcome {
    let body = Data(answer.body)
    if answer.status == 201, let created = try? JSONDecoder().decode(Created.self, from: body),
      let id = created.uuid ?? created.id.map({ String($0) }), !id.isEmpty, id.utf8.count <= 200
    {
      return .accepted(references: [id])
    }
    let words = ProviderWords(code: String(answer.status), String(decoding: answer.body.prefix(800), as: UTF8.self))
    switch answer.status {
    case 429: return .throttled(retryAfter: answer.retryAfter, words)
    case 401, 402, 403, 404, 405: return .channelDown(words)
    case 408, 409, 425: return .unknown(words)
    case 400..<500:
      let isAddress = (try? JSONDecoder().decode(Refused.self, from: body))?.urns != nil
      return isAddress ? .rejectedAddress(words) : .rejectedMessage(words)
    default: return .unknown(words)
    }
  }

  // MARK: - Replies

  /// What the webhook of a flow is told to send; see the page on channels.
  private struct Incoming: Decodable {
    var from: String
    var text: String
    var id: String?
  }

  private static func read(_ request: CallbackRequest, _ settings: ChannelSettings) -> CallbackReading {
    guard let secret = settings.text("secret"), !secret.isEmpty, let given = request.headers["authorization"],
      Token.same(given, "Token \(secret)")
    else { return .forged }
    guard request.door == .inbound else { return .events([], answer: { _ in CallbackAnswer(status: 200) }) }
    guard let incoming = try? JSONDecoder().decode(Incoming.self, from: Data(request.body)) else {
      return .malformed("A reply needs from and text.")
    }
    let from = incoming.from.hasPrefix("tel:") ? String(incoming.from.dropFirst(4)) : incoming.from
    let reply = Reply(from: from, text: incoming.text, fingerprint: incoming.id.map { Token.digest($0) })
    // The flow says these words to the person, or nothing when there are none.
    return .events([.reply(reply)]) { confirmation in
      guard let confirmation, let body = try? JSONEncoder().encode(["text": confirmation]) else {
        return CallbackAnswer(status: 200, contentType: "application/json", body: "{}")
      }
      return CallbackAnswer(status: 200, contentType: "application/json", body: String(decoding: body, as: UTF8.self))
    }
  }

  // MARK: - Check

  private func check() async -> ChannelCheck {
    let channel = settings.channel.id
    for name in ["token", "secret"] {
      if let words = settings.missingVariable(name) { return .bad(words) }
    }
    switch await transfer.send(HTTPRequest(.get, address("workspace"), headers: [login], limits: settings.limits)) {
    case .answered(let answer):
      return answer.status == 200
        ? .good("RapidPro knows the token of channel \(channel).")
        : .bad("RapidPro answered \(answer.status) when asked with the token of channel \(channel).")
    case .neverLeft(let why): return .bad("RapidPro cannot be reached: \(why)")
    case .unclear(let why): return .bad("RapidPro did not answer: \(why)")
    }
  }
}
