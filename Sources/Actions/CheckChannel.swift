public import Domain
import Outbox
import Storage

/// Verifies channels' settings and credentials as far as their providers allow.
public enum CheckChannel {
  public struct Finding: Sendable, Codable, Equatable {
    public var channel: String
    public var ok: Bool
    public var words: String
  }

  /// One finding for each channel, or for the one named.
  public static func run(_ id: ChannelID?, in context: ActionContext) async throws(ActionError) -> [Finding] {
    try context.require(.manageAccounts)
    let channels = try await context.read { (tx) throws(StoreError) in
      guard let id else { return try tx.documents(Channel.self) }
      guard let channel = try tx.document(Channel.self, id.text) else { throw .notFound("channel “\(id)”") }
      return [channel]
    }
    var findings: [Finding] = []
    for channel in channels { findings.append(await check(channel)) }
    return findings
  }

  private static func check(_ channel: Channel) async -> Finding {
    let (isGood, words) = await ChannelDesk.standard.verdict(on: channel)
    return Finding(channel: channel.id.text, ok: isGood, words: words)
  }
}
