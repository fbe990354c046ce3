import Domain
import Outbox
import Storage

/// “Do not contact me again”: what the button on `/stop/{token}` does. The token is the only proof that is asked for.
public enum StopContact {
  /// Whether the token was made by this office; reading it changes nothing.
  public static func knows(_ token: String, in context: ActionContext) async throws(ActionError) -> Bool {
    try await context.read { (tx) throws(StoreError) in
      guard let id = StopLink(secret: try tx.deliverySecret()).message(token) else { return false }
      return try tx.message(id) != nil
    }
  }

  /// Ends everything to the address and to everybody who has it; the same again changes nothing.
  public static func run(_ token: String, in context: ActionContext) async throws(ActionError) {
    let now = context.now
    try await context.write { (tx) throws(StoreError) in
      guard let id = StopLink(secret: try tx.deliverySecret()).message(token), let stored = try tx.message(id) else {
        throw .notFound("such page")
      }
      try tx.stop(stored.message.address, source: .link, at: now)
    }
  }
}
