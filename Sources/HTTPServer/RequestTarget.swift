/// The target of a request, decoded by us from the raw bytes: the library decodes "%2F" and "%00" before anyone can
/// tell them from "/" and the end of the text.
struct RequestTarget {
  let rawPath: String
  let path: [String]
  let query: [(name: String, value: String)]

  init(_ bytes: [UInt8]) throws(Refusal) {
    guard bytes.first == UInt8(ascii: "/") else { throw .badRequest("The address must begin with a slash.") }
    guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
      throw .badRequest("The address holds a space or a control character.")
    }
    let mark = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
    guard let raw = String(validating: bytes[..<mark], as: UTF8.self) else { throw Self.undecodable }
    rawPath = raw
    path = try Self.pieces(bytes[..<mark])
    guard let query = PercentEncoding.decodePairs(bytes[mark...].dropFirst()) else { throw Self.undecodable }
    self.query = query
  }

  private static let undecodable = Refusal.badRequest(
    "The address holds a percent sign without two hexadecimal digits, a NUL, or bytes that are not UTF-8.")

  private static func pieces(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> [String] {
    var pieces: [String] = []
    for piece in bytes.split(separator: UInt8(ascii: "/")) {
      guard let text = PercentEncoding.decode(piece) else { throw undecodable }
      guard text != ".", text != ".." else { throw .badRequest("The address holds a dot segment.") }
      pieces.append(text)
    }
    return pieces
  }
}
