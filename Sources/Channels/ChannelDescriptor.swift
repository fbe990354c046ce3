public import Domain

/// What a configured channel is and can do; the closures are what only some can.
public struct ChannelDescriptor: Sendable {
  public var adapter: String
  public var addresses: Set<AddressKind>
  /// The provider drops a second request with the same idempotency key, so that an unclear answer may be asked again.
  public var keyed: Bool
  /// False for what stays in the house (spool): such a channel needs no `live: true`.
  public var reachesPeople: Bool
  /// It rings people instead of writing to them, for which they must have agreed to calls.
  public var calls = false
  /// Verifies settings and credentials as far as the provider allows without sending.
  public var check: (@Sendable () async -> ChannelCheck)?
  /// Reads what the provider posts: receipts and replies.
  public var parseCallback: (@Sendable (CallbackRequest) -> CallbackReading)?
  /// Asks the provider for what it would otherwise post; nil where it can call us. `cursor` is what the last reading gave
  /// as `next`.
  public var poll: (@Sendable (_ cursor: String?) async -> PollReading)?

  public init(adapter: String, addresses: Set<AddressKind>, keyed: Bool) {
    self.adapter = adapter
    self.addresses = addresses
    self.keyed = keyed
    reachesPeople = true
  }

  /// The kind of address that a channel of this adapter writes to: what its file says, or else the adapter's own; a
  /// phone, where the adapter takes any.
  public func kind(of channel: Channel) -> AddressKind {
    channel.address ?? (addresses.contains(.phone) ? .phone : addresses.first ?? .phone)
  }
}

/// The finding of `channel check`.
public enum ChannelCheck: Sendable, Equatable {
  case good(String)
  case bad(String)
}
