import CZlib
import Testing

@testable import HTTPServer

@Suite struct GzipTests {
  private let text = Array(String(repeating: "A house, a street, a village. ", count: 200).utf8)

  private func response() -> Response {
    var response = Response(body: .bytes(text))
    response.mayBePacked = true
    return response
  }

  private func request(_ encoding: String?) -> Request {
    Request(
      method: "GET", rawPath: "/", path: [], headers: encoding.map { [("Accept-Encoding", $0)] } ?? [])
  }

  private func bytes(_ response: Response) -> [UInt8] {
    guard case .bytes(let bytes) = response.body else { return [] }
    return bytes
  }

  @Test func `a packed answer unpacks to the same bytes`() {
    let packed = response().packed(for: request("gzip, br"))
    #expect(packed.headers.contains { $0.name == "Content-Encoding" && $0.value == "gzip" })
    #expect(bytes(packed).count < text.count / 10)
    #expect(unpacked(bytes(packed)) == text)
  }

  @Test(arguments: [nil, "", "br", "gzip;q=0", "gzip; q=0.0", "identity"])
  func `a client that does not take gzip gets the plain bytes`(encoding: String?) {
    let plain = response().packed(for: request(encoding))
    #expect(bytes(plain) == text)
    #expect(!plain.headers.contains { $0.name == "Content-Encoding" })
  }

  @Test func `an answer that may hold a secret is never packed`() {
    let secret = Response(body: .bytes(text)).packed(for: request("gzip"))
    #expect(bytes(secret) == text)
  }

  @Test func `caches are told that the bytes depend on the client`() {
    #expect(response().packed(for: request("br")).headers.contains { $0.name == "Vary" })
  }

  private func unpacked(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    guard inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return [] }
    defer { inflateEnd(&stream) }
    var input = bytes
    var out = [UInt8](repeating: 0, count: 1 << 20)
    let size = out.count
    input.withUnsafeMutableBufferPointer { source in
      out.withUnsafeMutableBufferPointer { target in
        (stream.next_in, stream.avail_in) = (source.baseAddress, UInt32(source.count))
        (stream.next_out, stream.avail_out) = (target.baseAddress, UInt32(size))
        inflate(&stream, Z_FINISH)
      }
    }
    return Array(out.prefix(size - Int(stream.avail_out)))
  }
}
