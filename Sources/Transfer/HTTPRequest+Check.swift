/// A request that cannot be put on the wire as it is meant is refused, so that nothing in it becomes something else.
extension HTTPRequest {
  private static let ownHeaders: Set<String> = [
    "host", "content-length", "transfer-encoding", "connection", "expect", "te", "trailer", "upgrade",
  ]
  private static let nameSigns = Set("!#$%&'*+-.^_`|~".utf8)

  /// Whether address and headers are free of control characters and of headers that frame the message.
  var isWellFormed: Bool {
    !url.utf8.contains { $0 <= 0x20 || $0 == 0x7f }
      && headers.allSatisfy { header in
        Self.isName(header.name) && !Self.ownHeaders.contains(header.name.lowercased())
          && !header.value.utf8.contains { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7f }
      }
  }

  /// The header lines as libcurl wants them.
  var headerLines: [String] {
    // libcurl takes "Name:" as a wish to leave the header out, and "Name;" as one without a value.
    var lines = headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
    // Without these libcurl waits for "100 Continue" and calls every body a form.
    lines.append("Expect:")
    if !headers.contains(where: { $0.name.lowercased() == "content-type" }) { lines.append("Content-Type:") }
    return lines
  }

  private static func isName(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "a")...UInt8(ascii: "z"):
          true
        default: nameSigns.contains(byte)
        }
      }
  }
}
