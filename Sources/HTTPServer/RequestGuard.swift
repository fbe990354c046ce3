import CMicroHTTPD
import Glibc

/// The headers of a request after the checks that the library leaves out. Version 0.9.75 lets requests be smuggled
/// behind a proxy (Content-Length beside Transfer-Encoding, two lengths, "Content-Length :", chunks with bare line
/// feeds), so whatever could be read in two ways is refused here.
struct RequestGuard {
  let headers: [(name: String, value: String)]
  /// Bytes of body announced; 0 without a Content-Length.
  let contentLength: Int

  /// `version` is the library's pointer to the protocol version, which stands right before the first header.
  init(_ connection: OpaquePointer, version: UnsafePointer<CChar>) throws(Refusal) {
    let lines = HeaderLine.all(of: connection)
    if outreach_mhd_cuts_at_nul() {
      guard HeaderLine.areWhole(lines, after: version + strlen(version)) else {
        throw .badRequest("A header holds a NUL, is folded, or ends without carriage return and line feed.")
      }
    }
    guard lines.allSatisfy({ $0.hasToken }) else { throw .badRequest("A header name is not a token.") }
    guard lines.allSatisfy({ $0.hasPlainValue }) else { throw .badRequest("A header holds a control character.") }
    headers = lines.map { ($0.name, $0.value) }
    contentLength = try Self.framing(of: headers)
  }

  private static func framing(of headers: [(name: String, value: String)]) throws(Refusal) -> Int {
    var lengths: [String] = []
    var hosts = 0
    var encodings = 0
    for header in headers {
      switch header.name.lowercased() {
      case "content-length": lengths.append(header.value)
      case "transfer-encoding": encodings += 1
      case "host": hosts += 1
      default: break
      }
    }
    guard hosts == 1 else { throw .badRequest("A request needs exactly one Host.") }
    guard lengths.count <= 1 else { throw .badRequest("A request may have one Content-Length only.") }
    guard encodings == 0 else {
      throw lengths.isEmpty
        ? .lengthRequired : .badRequest("Content-Length and Transfer-Encoding contradict each other.")
    }
    guard let text = lengths.first else { return 0 }
    guard text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let length = Int(text) else {
      throw .badRequest("Content-Length is not a number.")
    }
    return length
  }
}

/// One header where it lies in the library's memory; valid only inside the callback that asked for it.
private struct HeaderLine {
  let nameBytes: UnsafeRawBufferPointer
  let valueBytes: UnsafeRawBufferPointer

  var name: String { String(decoding: nameBytes, as: UTF8.self) }
  var value: String { String(decoding: valueBytes, as: UTF8.self) }
  var hasToken: Bool { !nameBytes.isEmpty && nameBytes.allSatisfy(isTokenByte) }
  var hasPlainValue: Bool { valueBytes.allSatisfy(isFieldByte) }

  static func all(of connection: OpaquePointer) -> [HeaderLine] {
    var lines: [HeaderLine] = []
    withUnsafeMutablePointer(to: &lines) { lines in
      _ = MHD_get_connection_values_n(
        connection, .HEADER_KIND,
        { lines, _, name, nameCount, value, valueCount in
          let line = HeaderLine(
            nameBytes: UnsafeRawBufferPointer(start: name, count: name == nil ? 0 : nameCount),
            valueBytes: UnsafeRawBufferPointer(start: value, count: value == nil ? 0 : valueCount))
          lines!.assumingMemoryBound(to: [HeaderLine].self).pointee.append(line)
          return .YES
        }, lines)
    }
    return lines
  }

  /// The library replaces each CR LF by two NULs and leaves the lines where they came in. So every name stands two
  /// bytes after the value before it, unless a NUL cut that value, it was folded, or a line ended in LF alone; after
  /// the last value come its own two NULs and those of the empty line.
  static func areWhole(_ lines: [HeaderLine], after end: UnsafePointer<CChar>) -> Bool {
    var end = UnsafeRawPointer(end)
    for line in lines {
      guard let name = line.nameBytes.baseAddress, name == end + 2, let value = line.valueBytes.baseAddress else {
        return false
      }
      end = value + line.valueBytes.count
    }
    let tail = UnsafeRawBufferPointer(start: end, count: 4)
    return tail.allSatisfy { $0 == 0 }
  }
}

/// RFC 9110 section 5.6.2: the bytes of a token.
func isTokenByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: tokenMarks.contains(byte)
  }
}

private let tokenMarks = Array("!#$%&'*+-.^_`|~".utf8)

/// What may stand in a header's value: no control byte but the tab.
func isFieldByte(_ byte: UInt8) -> Bool {
  (byte >= 0x20 && byte != 0x7F) || byte == 0x09
}
