import HTTPServer

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
  static func encoded(_ text: String) -> String { PercentEncoding.encode(text) }

  /// A path with its query, in the order given; pairs without a value are left out.
  static func path(_ path: String, _ query: [(name: String, value: String?)]) -> String {
    let pairs = query.compactMap { pair in pair.value.map { "\(encoded(pair.name))=\(encoded($0))" } }
    return pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&")
  }
}
