/// Turns text into bytes that no browser reads as markup, between tags and inside quoted attributes alike.
enum Escape {
  static func append(_ text: some StringProtocol, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      case 0: bytes.append(contentsOf: "\u{FFFD}".utf8)
      default: bytes.append(byte)
      }
    }
  }
}

/// What may stand in a link: addresses of this program, and the few schemes that open something harmless.
enum Address {
  private static let schemes = ["http://", "https://", "geo:", "tel:", "mailto:"]

  static func isHarmless(_ address: String) -> Bool {
    guard let first = address.utf8.first else { return true }
    if first == UInt8(ascii: "#") || first == UInt8(ascii: "?") { return true }
    if first == UInt8(ascii: "/") { return !address.hasPrefix("//") && !address.hasPrefix("/\\") }
    let lower = address.lowercased()
    return schemes.contains { lower.hasPrefix($0) }
  }

  /// One path segment or query value, percent-encoded so that any id or text can stand in an address.
  static func encoded(_ text: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    var result = ""
    for byte in text.utf8 {
      if plain.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        result += byte < 16 ? "%0\(hex)" : "%\(hex)"
      }
    }
    return result
  }

  /// A path with its query, in the order given; pairs without a value are left out.
  static func path(_ path: String, _ query: [(name: String, value: String?)]) -> String {
    let pairs = query.compactMap { pair in pair.value.map { "\(encoded(pair.name))=\(encoded($0))" } }
    return pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&")
  }
}
