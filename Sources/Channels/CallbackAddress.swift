import Domain

/// The addresses of ours that a provider is told to call.
enum CallbackAddress {
  static func receipts(base: String, channel: ChannelID) -> String {
    var base = base
    while base.hasSuffix("/") { base.removeLast() }
    return "\(base)/receipts/\(channel)"
  }
}
