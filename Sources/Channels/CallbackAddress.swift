import Domain

/// The addresses of ours that a provider is told to call.
enum CallbackAddress {
  static func receipts(base: String, channel: ChannelID) -> String { of(.receipts, base: base, channel: channel) }

  static func of(_ door: CallbackRequest.Door, base: String, channel: ChannelID) -> String {
    var base = base
    while base.hasSuffix("/") { base.removeLast() }
    return "\(base)/\(door.rawValue)/\(channel)"
  }
}
