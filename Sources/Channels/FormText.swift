import Foundation

/// Text as it stands in a query: UTF-8, everything but letters, digits and `-._~` as %XX.
enum FormText {
  static func encode(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        out.append(byte)
      default: out += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  static func query(_ fields: [(String, String)]) -> String {
    fields.map { "\($0.0)=\(encode($0.1))" }.joined(separator: "&")
  }

  /// Reads what a form posts: the names and values in their order, decoded.
  static func pairs(_ text: String) -> [(name: String, value: String)] {
    text.replacing("+", with: " ").split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let decoded = parts.map { $0.removingPercentEncoding ?? String($0) }
      return (name: decoded[0], value: decoded.count == 2 ? decoded[1] : "")
    }
  }

  private static let hex = Array("0123456789ABCDEF".utf8)
}
