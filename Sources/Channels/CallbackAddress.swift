import Domain

/// The addresses of ours that a provider is told to call.
enum CallbackAddress {
  static func receipts(base: String, channel: ChannelID) -> String { of(.receipts, base: base, channel: channel) }

  static func of(_ door: CallbackRequest.Door, base: String, channel: ChannelID) -> String {
    "\(trimmed(base))/\(door.rawValue)/\(channel)"
  }

  /// Without slashes at the end.
  static func trimmed(_ base: String) -> Substring {
    var base = base[...]
    while base.hasSuffix("/") { base.removeLast() }
    return base
  }
}
