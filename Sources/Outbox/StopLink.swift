public import Domain
import Secrets

/// How a text says that it can be stopped: by a word where people can answer, by a key in
/// a call, by an address of their own elsewhere.
public struct StopLink: Sendable {
  private let secret: String

  /// `secret`: the store's own, see `deliverySecret()`.
  public init(secret: String) { self.secret = secret }

  func words(_ message: MessageID, _ channel: Channel, _ kind: AddressKind, _ language: Language) -> String {
    if kind == .email, case .text(var base) = channel.settings["receipts"] {
      while base.hasSuffix("/") { base.removeLast() }
      return "\(base)/stop/\(token(message))"
    }
    if let key = Self.stopKey(channel) { return language == .km ? "ចុច \(key) ដើម្បីឈប់" : "Press \(key) to end" }
    return language == .km ? "ឆ្លើយ STOP ដើម្បីឈប់" : "Reply STOP to end"
  }

  /// The key that ends a call for good, where the channel has one.
  private static func stopKey(_ channel: Channel) -> String? {
    switch channel.settings["stopDigit"] {
    case .text(let key): key
    case .number(let key): Int(exactly: key).map { String($0) }
    case .flag, .environment, nil: nil
    }
  }

  /// The token of `/stop/{token}`: the message's id with a proof that we gave it out.
  public func token(_ message: MessageID) -> String { "\(message)-\(proof(message))" }

  /// The message a token was made for; nil when it was not ours.
  public func message(_ token: String) -> MessageID? {
    let parts = token.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let id = MessageID(String(parts[0]))
    return Token.same(String(parts[1]), proof(id)) ? id : nil
  }

  private func proof(_ message: MessageID) -> String {
    String(Signature.hex(of: Array("stop \(message)".utf8), secret: secret).prefix(24))
  }
}
