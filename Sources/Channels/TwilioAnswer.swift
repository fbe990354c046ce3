import Domain
import Foundation
import Transfer

/// What Twilio's answers and its words for a message's fate mean here. Codes: its error dictionary,
/// https://www.twilio.com/docs/api/errors
enum TwilioAnswer {
  private struct Created: Decodable {
    var sid: String
  }

  private struct Refused: Decodable {
    var code: Int
    var message: String?
  }

  static func outcome(_ answer: HTTPAnswer) -> SendOutcome {
    let body = Data(answer.body)
    if 200..<300 ~= answer.status, let created = try? JSONDecoder().decode(Created.self, from: body),
      !created.sid.isEmpty, created.sid.utf8.count <= 200
    {
      return .accepted(references: [created.sid])
    }
    let refused = try? JSONDecoder().decode(Refused.self, from: body)
    let words = ProviderWords(
      code: String(refused?.code ?? answer.status),
      refused?.message ?? String(decoding: answer.body.prefix(800), as: UTF8.self))
    switch answer.status {
    case 429: return .throttled(retryAfter: answer.retryAfter, words)
    case 408, 409, 425: return .unknown(words)
    case 400..<500: return refusal(refused?.code, status: answer.status, words)
    default: return .unknown(words)
    }
  }

  private static func refusal(_ code: Int?, status: Int, _ words: ProviderWords) -> SendOutcome {
    let isAccess = [401, 402, 403, 404, 405].contains(status)
    guard let code else { return isAccess ? .channelDown(words) : .rejectedMessage(words) }
    if code == 21610 { return .optedOut(words) }
    if deadAddresses.contains(code) { return .rejectedAddress(words) }
    if fullQueues.contains(code) { return .throttled(retryAfter: nil, words) }
    if accountTroubles.contains(code) || isAccess { return .channelDown(words) }
    return .rejectedMessage(words)
  }

  /// Not a number, not a mobile, a short code, a premium number, a landline, unverified on a trial, or of a country that
  /// the account may not reach. If that country is our own, the share of refusals pauses the channel.
  private static let deadAddresses: Set<Int> = [
    13223, 13224, 13225, 13226, 21201, 21211, 21214, 21215, 21216, 21217, 21219, 21265, 21408, 21608, 21612, 21614,
    21635, 30003, 30005, 30006, 60205,
  ]
  /// The sender's or the account's queue is full: nothing was taken.
  private static let fullQueues: Set<Int> = [10004, 14107, 20429, 21611, 30001, 30022]
  /// Login, account, sender: every message would be refused alike.
  private static let accountTroubles: Set<Int> = [
    10001, 10002, 20003, 20005, 20006, 20008, 20404, 21210, 21212, 21213, 21603, 21606, 21609, 21659, 21660, 21661,
    21703, 21704, 21705, 30002,
  ]

  /// The fate of a message or a call. A call that was picked up counts as delivered.
  static func status(_ word: String) -> Receipt.Status? {
    switch word.lowercased() {
    case "delivered", "read", "completed": .delivered
    case "undelivered", "failed", "canceled", "busy", "no-answer": .undelivered
    case "accepted", "scheduled", "queued", "sending", "sent", "initiated", "ringing", "in-progress": .accepted
    default: nil
    }
  }
}
