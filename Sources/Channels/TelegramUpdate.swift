import Domain
import Foundation
import Secrets

/// What Telegram tells a bot: https://core.telegram.org/bots/api#update. Of it only two things matter here: words that
/// somebody wrote to the bot, and that somebody has shut it out.
struct TelegramUpdate: Decodable {
  private struct Chat: Decodable {
    var id: Int64
    var type: String
  }
  private struct Message: Decodable {
    var chat: Chat
    var text: String?
  }
  private struct Membership: Decodable {
    struct Member: Decodable {
      var status: String
    }

    var chat: Chat
    var new_chat_member: Member
  }

  let update_id: Int64
  private let message: Message?
  private let my_chat_member: Membership?

  private enum CodingKeys: CodingKey {
    case update_id, message, my_chat_member
  }

  /// One odd update must not hold up those behind it: what cannot be read says nothing.
  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    update_id = try fields.decode(Int64.self, forKey: .update_id)
    message = try? fields.decode(Message.self, forKey: .message)
    my_chat_member = try? fields.decode(Membership.self, forKey: .my_chat_member)
  }

  /// Telegram signs nothing; it repeats the secret that `setWebhook` was given.
  static func read(_ request: CallbackRequest, _ settings: ChannelSettings) -> CallbackReading {
    guard let secret = settings.text("secret"), !secret.isEmpty,
      let given = request.headers["x-telegram-bot-api-secret-token"], Token.same(given, secret)
    else { return .forged }
    guard let update = try? JSONDecoder().decode(Self.self, from: Data(request.body)) else {
      return .malformed("The body is not an update of the Bot API.")
    }
    let events = update.reply.map { [CallbackEvent.reply($0)] } ?? []
    let chat = update.message?.chat.id
    return .events(events) { confirmation in answer(confirmation, to: chat) }
  }

  /// What a person said. Groups are no persons, and whoever shuts the bot out has said STOP.
  var reply: Reply? {
    if let message, message.chat.type == "private", let text = message.text {
      return Reply(from: String(message.chat.id), text: text, fingerprint: "update \(update_id)")
    }
    if let my_chat_member, my_chat_member.chat.type == "private", my_chat_member.new_chat_member.status == "kicked" {
      return Reply(from: String(my_chat_member.chat.id), text: "STOP", fingerprint: "update \(update_id)")
    }
    return nil
  }

  private struct Answer: Encodable {
    var method = "sendMessage"
    var chat_id: Int64
    var text: String
  }

  /// The answer to an update may hold one call of the bot's own.
  private static func answer(_ confirmation: String?, to chat: Int64?) -> CallbackAnswer {
    guard let confirmation, let chat,
      let body = try? JSONEncoder().encode(Answer(chat_id: chat, text: confirmation))
    else { return CallbackAnswer(status: 200) }
    return CallbackAnswer(
      status: 200, contentType: "application/json", body: String(decoding: body, as: UTF8.self))
  }
}
