import Domain
import Foundation

/// A program's lines: one JSON object each.
enum ProgramLine: Sendable, Equatable {
  /// The first line: nothing is handed over before it.
  case ready
  case answer(ProgramAnswer)
  case event(CallbackEvent)

  private struct Request: Encodable {
    var id, key, to, text: String
    var parts: Int
    var campaign, activity: String
  }

  private struct Anything: Decodable {
    var ready: Bool?
    var id: String?
    var outcome: String?
    var references: [String]?
    var code: String?
    var words: String?
    var retryAfter: Double?
    var receipt: ReceiptLine?
    var reply: ReplyLine?
  }

  private struct ReceiptLine: Decodable {
    var reference: String
    var status: Receipt.Status
  }

  private struct ReplyLine: Decodable {
    var from: String
    var text: String
    var id: String?
  }

  static func request(_ request: SendRequest) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = Request(
      id: request.message.text, key: request.key, to: request.to.value, text: request.text, parts: request.parts,
      campaign: request.campaign.text, activity: request.activity.text)
    return Array((try? encoder.encode(line)) ?? Data()) + [UInt8(ascii: "\n")]
  }

  /// nil for a line that is none of ours.
  static func read(_ bytes: [UInt8], channel: ChannelID) -> ProgramLine? {
    guard let line = try? JSONDecoder().decode(Anything.self, from: Data(bytes)) else { return nil }
    if line.ready == true { return .ready }
    if let receipt = line.receipt {
      return .event(.receipt(Receipt(channel: channel, reference: receipt.reference, status: receipt.status)))
    }
    if let reply = line.reply {
      return .event(.reply(Reply(from: reply.from, text: reply.text, fingerprint: reply.id)))
    }
    guard let id = line.id else { return nil }
    let words = ProviderWords(code: line.code ?? "program", line.words ?? "")
    return .answer(
      ProgramAnswer(
        id: id, kind: line.outcome.flatMap { SendOutcome.Kind(rawValue: $0) }, references: line.references ?? [],
        words: words, retryAfter: line.retryAfter))
  }
}

/// What a program says became of a message.
struct ProgramAnswer: Sendable, Equatable {
  var id: String
  /// nil for a word that is none of the closed set.
  var kind: SendOutcome.Kind?
  var references: [String]
  var words: ProviderWords
  var retryAfter: Double?

  func outcome(message: MessageID) -> SendOutcome {
    switch kind {
    case .accepted: .accepted(references: references.isEmpty ? [message.text] : references)
    case .rejectedAddress: .rejectedAddress(words)
    case .optedOut: .optedOut(words)
    case .rejectedMessage: .rejectedMessage(words)
    case .channelDown: .channelDown(words)
    case .temporary: .temporary(words)
    case .throttled: .throttled(retryAfter: retryAfter.map { min(max($0.isFinite ? $0 : 0, 0), 86_400) }, words)
    case .unknown: .unknown(words)
    case nil: .unknown(ProviderWords(code: "program", "The program's answer names no outcome there is."))
    }
  }
}
