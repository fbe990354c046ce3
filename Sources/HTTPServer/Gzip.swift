import CZlib

/// Packs an answer for slow networks. Only answers that ask for it are packed: a page that holds a secret beside words
/// from outside must not be, since its packed size would tell about the secret (the BREACH attack).
enum Gzip {
  /// Smaller answers would hardly shrink.
  static let smallest = 860
  /// Takes half the time of zlib's usual 6 and makes pages 6 % larger.
  private static let level: Int32 = 4

  static func packed(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard outreach_gzip_init(&stream, level) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    var out = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let capacity = out.count
    let code = bytes.withUnsafeBufferPointer { input in
      out.withUnsafeMutableBufferPointer { output in
        // zlib only reads through next_in; its type is older than const.
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(capacity)
        return deflate(&stream, Z_FINISH)
      }
    }
    guard code == Z_STREAM_END else { return nil }
    return Array(out.prefix(capacity - Int(stream.avail_out)))
  }

  /// Whether the client takes gzip: named, and not with a weight of zero.
  static func isAccepted(_ request: Request) -> Bool {
    (request.header("Accept-Encoding") ?? "").split(separator: ",").contains { offer in
      let parts = offer.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
      guard let name = parts.first, name == "gzip" || name == "*" else { return false }
      return !parts.dropFirst().contains { $0.hasPrefix("q=0") && Double($0.dropFirst(2)) == 0 }
    }
  }
}

extension Response {
  /// The answer as this client wants it.
  func packed(for request: Request) -> Response {
    guard mayBePacked, case .bytes(let bytes) = body, bytes.count >= Gzip.smallest else { return self }
    var response = self
    response.headers.append(("Vary", "Accept-Encoding"))
    guard Gzip.isAccepted(request), let packed = Gzip.packed(bytes) else { return response }
    response.headers.append(("Content-Encoding", "gzip"))
    response.body = .bytes(packed)
    return response
  }
}
