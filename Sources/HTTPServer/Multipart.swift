import Glibc

/// Reads multipart/form-data (RFC 7578) as browsers and curl write it. Nothing in the toolchain does, and the
/// library's own post processor had a memory fault. Strict: no preamble, no nesting, limits on everything.
struct Multipart {
  private static let partLimit = 200
  private static let partHeaderLimit = 4096

  private let boundary: [UInt8]

  /// `type` is the whole Content-Type header.
  init(type: String) throws(FormError) {
    guard let boundary = HeaderParameters(type)["boundary"], (1...70).contains(boundary.utf8.count),
      boundary.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { throw .malformed("its Content-Type names no usable boundary") }
    self.boundary = Array(boundary.utf8)
  }

  func read(_ body: [UInt8]) throws(FormError) -> Form {
    var fields: [(name: String, value: String)] = []
    var files: [FormFile] = []
    for part in try parts(of: body) {
      guard let file = part.fileName else {
        guard let value = String(validating: part.bytes, as: UTF8.self), !value.utf8.contains(0) else {
          throw .malformed("the field \(part.name) is not UTF-8 text")
        }
        fields.append((part.name, value))
        continue
      }
      // A file input left empty comes as a file without name and bytes.
      if file.isEmpty && part.bytes.isEmpty { continue }
      files.append(FormFile(name: part.name, fileName: file, type: part.type, bytes: Array(part.bytes)))
    }
    return Form(fields: fields, files: files)
  }

  private func parts(of body: [UInt8]) throws(FormError) -> [Part] {
    let dashes = Array("--".utf8), lineEnd = Array("\r\n".utf8)
    let delimiter = lineEnd + dashes + boundary
    guard body.starts(with: dashes + boundary) else { throw .malformed("it does not begin with its boundary") }
    var parts: [Part] = []
    var at = dashes.count + boundary.count
    while !body[at...].starts(with: dashes) {
      guard body[at...].starts(with: lineEnd) else { throw .malformed("a boundary does not end its line") }
      guard parts.count < Self.partLimit else { throw .tooMany(limit: Self.partLimit) }
      guard let end = position(of: delimiter, in: body, from: at) else {
        throw .malformed("it ends in the middle; it may have been cut on its way")
      }
      parts.append(try part(body[(at + lineEnd.count)..<max(end, at + lineEnd.count)]))
      at = end + delimiter.count
    }
    return parts
  }

  private func part(_ bytes: ArraySlice<UInt8>) throws(FormError) -> Part {
    let lineEnd = Array("\r\n".utf8)
    var rest = bytes
    var headers: [String: String] = [:]
    while !rest.starts(with: lineEnd) {
      guard let end = lineBreak(in: rest), end - bytes.startIndex <= Self.partHeaderLimit,
        let line = String(validating: rest[..<end], as: UTF8.self), !line.utf8.contains(0),
        let colon = line.firstIndex(of: ":")
      else { throw .malformed("a part has headers that are too long or not UTF-8 lines") }
      headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
      rest = rest[(end + lineEnd.count)...]
    }
    let disposition = HeaderParameters(headers["content-disposition"] ?? "")
    guard disposition.value.lowercased() == "form-data", let name = disposition["name"] else {
      throw .malformed("a part has no name")
    }
    return Part(
      name: Self.unescaped(name), fileName: disposition["filename"].map { Self.lastComponent(Self.unescaped($0)) },
      type: headers["content-type"] ?? "application/octet-stream", bytes: rest.dropFirst(lineEnd.count))
  }

  /// Browsers write a quote in a name as %22 and line breaks as %0D and %0A, and escape nothing else.
  private static func unescaped(_ text: String) -> String {
    var out = ""
    var rest = text[...]
    while let character = rest.first {
      if rest.hasPrefix("%22") {
        out += "\""
      } else if !rest.hasPrefix("%0D") && !rest.hasPrefix("%0A") {
        out.append(character)
        rest.removeFirst()
        continue
      }
      rest.removeFirst(3)
    }
    return out
  }

  private static func lastComponent(_ name: String) -> String {
    String(name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }.last ?? "")
  }

  private func lineBreak(in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.prefix(Self.partHeaderLimit + 2).indices.dropLast().first { bytes[$0] == 13 && bytes[$0 + 1] == 10 }
  }

  private func position(of needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { bytes in
      var at = start
      while at + needle.count <= bytes.count {
        let last = bytes.count - needle.count
        guard let found = memchr(bytes.baseAddress! + at, Int32(needle[0]), last - at + 1) else { return nil }
        at = UnsafeRawPointer(found) - bytes.baseAddress!
        if memcmp(found, needle, needle.count) == 0 { return at }
        at += 1
      }
      return nil
    }
  }

  private struct Part {
    let name: String
    let fileName: String?
    let type: String
    let bytes: ArraySlice<UInt8>
  }
}

/// A header's value with its parameters: `form-data; name="a"; filename="b.csv"`.
struct HeaderParameters {
  let value: String
  private var parameters: [String: String] = [:]

  init(_ text: String) {
    var rest = Substring(text)
    value = Self.token(&rest)
    while let mark = rest.first, mark == ";" {
      rest.removeFirst()
      let name = Self.token(&rest).lowercased()
      guard rest.first == "=" else { continue }
      rest.removeFirst()
      let text = rest.first == "\"" ? Self.quoted(&rest) : Self.token(&rest)
      // The first one counts, as for browsers; a second is somebody's trick.
      if parameters[name] == nil { parameters[name] = text }
    }
  }

  subscript(name: String) -> String? { parameters[name] }

  private static func token(_ rest: inout Substring) -> String {
    rest = rest.drop { $0 == " " || $0 == "\t" }
    let token = rest.prefix { $0 != ";" && $0 != "=" && $0 != " " && $0 != "\t" }
    rest = rest[token.endIndex...].drop { $0 == " " || $0 == "\t" }
    return String(token)
  }

  private static func quoted(_ rest: inout Substring) -> String {
    var out = ""
    rest.removeFirst()
    while let character = rest.popFirst(), character != "\"" {
      if character == "\\", rest.first == "\"" { out.append(rest.removeFirst()) } else { out.append(character) }
    }
    rest = rest.drop { $0 == " " || $0 == "\t" }
    return out
  }
}
