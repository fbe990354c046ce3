public import Domain

/// What a configured channel is and can do; the closures are what only some can.
public struct ChannelDescriptor: Sendable {
  public var adapter: String
  public var addresses: Set<AddressKind>
  /// The provider drops a second request with the same idempotency key, so that an unclear answer may be asked again.
  public var keyed: Bool
  /// False for what stays in the house (spool): such a channel needs no `live: true`.
  public var reachesPeople: Bool
  /// Verifies settings and credentials as far as the provider allows without sending.
  public var check: (@Sendable () async -> ChannelCheck)?
  /// Reads what the provider posts: receipts and replies.
  public var parseCallback: (@Sendable (CallbackRequest) -> CallbackReading)?

  public init(adapter: String, addresses: Set<AddressKind>, keyed: Bool) {
    self.adapter = adapter
    self.addresses = addresses
    self.keyed = keyed
    reachesPeople = true
  }
}

/// The finding of `channel check`.
public enum ChannelCheck: Sendable, Equatable {
  case good(String)
  case bad(String)
}
