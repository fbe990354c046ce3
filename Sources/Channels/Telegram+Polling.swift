import Domain
import Foundation
import Transfer

/// Asking for updates, for an office whose computer nobody can call: https://core.telegram.org/bots/api#getupdates
extension Telegram {
  private struct Wish: Encodable {
    var offset: Int64?
    var limit = 100
    /// Seconds that Telegram keeps the question open while there is nothing to tell.
    var timeout = 5
    var allowed_updates = ["message", "my_chat_member"]
  }

  private struct Updates: Decodable {
    var ok: Bool
    var result: [TelegramUpdate]
  }

  /// `cursor`: the number after the last update that was stored. A STOP is not answered here: there is no answer to put
  /// it into.
  func poll(_ cursor: String?) async -> PollReading {
    if let words = settings.missingVariable("token") { return .failed(ProviderWords(code: "settings", words)) }
    guard let body = try? JSONEncoder().encode(Wish(offset: cursor.flatMap { Int64($0) })) else {
      return .failed(ProviderWords(code: "json", "The question cannot be written as JSON."))
    }
    let headers = [HTTPHeader("Content-Type", "application/json")]
    let call = HTTPRequest(
      .post, address("getUpdates"), headers: headers, body: Array(body), limits: settings.limits)
    switch await transfer.send(call) {
    case .answered(let answer): return Self.reading(answer, cursor)
    case .neverLeft(let why): return .failed(ProviderWords(code: ProviderWords.connection, why.description))
    case .unclear(let why): return .failed(ProviderWords(code: ProviderWords.connection, why.description))
    }
  }

  private static func reading(_ answer: HTTPAnswer, _ cursor: String?) -> PollReading {
    guard answer.status == 200, let updates = try? JSONDecoder().decode(Updates.self, from: Data(answer.body)),
      updates.ok
    else {
      let words = String(decoding: answer.body.prefix(800), as: UTF8.self)
      return .failed(ProviderWords(code: String(answer.status), words))
    }
    let last = updates.result.map(\.update_id).max()
    let replies = updates.result.compactMap(\.reply).map { CallbackEvent.reply($0) }
    return .events(replies, next: last.map { String($0 + 1) } ?? cursor)
  }
}
