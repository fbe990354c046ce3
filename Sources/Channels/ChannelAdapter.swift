public import Domain

/// One way to reach people, translated. The core owns truth, time and money: an adapter never retries, sleeps, splits or
/// remembers by itself. What only some can do stands as optional closures in the descriptor.
public protocol ChannelAdapter: Sendable {
  var descriptor: ChannelDescriptor { get }

  /// The text as it would leave, and what it takes; pure, so that preview, dry run and budget check can ask.
  func prepare(_ text: String, to address: Address) throws(PrepareFault) -> Prepared

  /// Hands one message to the provider. The core has committed the attempt before it calls, and calls for one message
  /// never at the same time.
  func send(_ request: SendRequest) async -> SendOutcome
}

/// One message on its way to a provider.
public struct SendRequest: Sendable {
  public var message: MessageID
  public var campaign: CampaignID
  public var activity: ActivityID
  /// Stable over attempts, see ``Message/key``.
  public var key: String
  public var to: Address
  /// As ``ChannelAdapter/prepare(_:to:)`` gave it.
  public var text: String
  public var parts: Int

  public init(_ message: Message) {
    self.message = message.id
    campaign = message.campaign
    activity = message.activity
    key = message.key
    to = message.address
    text = message.text
    parts = message.parts
  }
}

/// What a text becomes on a channel.
public struct Prepared: Sendable, Equatable {
  /// How the letters travel; for a phone it decides how many fit into a part.
  public enum Encoding: String, Sendable, Codable {
    case gsm7, ucs2, utf8
  }

  /// The text as it is sent and counted.
  public var text: String
  /// 1 or more; what the provider charges for.
  public var parts: Int
  public var encoding: Encoding
  /// What the channel cannot carry, in words for the coordinator.
  public var lost: [String]

  public init(text: String, parts: Int, encoding: Encoding, lost: [String] = []) {
    self.text = text
    self.parts = parts
    self.encoding = encoding
    self.lost = lost
  }
}

/// Why a text cannot go to an address over a channel at all; known before anything touches the network.
public enum PrepareFault: Error, Equatable, Sendable, CustomStringConvertible {
  case emptyText
  case wrongAddress(AddressKind)
  case tooLong(parts: Int, most: Int)

  public var description: String {
    switch self {
    case .emptyText: "The text is empty."
    case .wrongAddress(let kind): "This channel does not send to addresses of the kind \(kind.rawValue)."
    case .tooLong(let parts, let most):
      "The text takes \(parts) parts; this channel carries at most \(most). Shorten it."
    }
  }
}
