/// Takes a multipart/form-data body apart (RFC 7578). Bodies are complete and bounded when they get here.
enum Multipart {
  struct Part {
    var name: String
    /// nil for a plain field, "" for a file field left empty.
    var fileName: String?
    var content: ArraySlice<UInt8>
  }

  static func boundary(of contentType: String) -> String? {
    guard contentType.lowercased().hasPrefix("multipart/form-data"),
      let found = contentType.range(ofCaseInsensitive: "boundary=")
    else { return nil }
    var value = contentType[found.upperBound...]
    if value.hasPrefix("\"") { value = value.dropFirst().prefix { $0 != "\"" } }
    let boundary = value.prefix { $0 != ";" && $0 != " " }
    return boundary.isEmpty || boundary.utf8.count > 70 ? nil : String(boundary)
  }

  static func parts(_ body: [UInt8], boundary: String) -> [Part] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [Part] = []
    guard var start = first(mark, in: body[...], from: 0) else { return [] }
    while let end = first([13, 10] + mark, in: body[...], from: start + mark.count) {
      // After the mark stands CRLF, or "--" at the very end.
      let from = start + mark.count + 2
      if from <= end, let part = part(body[from..<end]) { parts.append(part) }
      start = end + 2
    }
    return parts
  }

  private static func part(_ bytes: ArraySlice<UInt8>) -> Part? {
    guard let blank = first([13, 10, 13, 10], in: bytes, from: bytes.startIndex) else { return nil }
    let head = String(decoding: bytes[bytes.startIndex..<blank], as: UTF8.self)
    for line in head.split(whereSeparator: \.isNewline) {
      guard line.lowercased().hasPrefix("content-disposition:") else { continue }
      guard let name = quoted("name", in: line) else { return nil }
      return Part(name: name, fileName: quoted("filename", in: line), content: bytes[(blank + 4)...])
    }
    return nil
  }

  /// The value of ` key="…"` in a header line; browsers write a quote inside as %22.
  private static func quoted(_ key: String, in line: Substring) -> String? {
    guard let found = String(line).range(ofCaseInsensitive: " \(key)=\"") else { return nil }
    let text = String(line)
    let value = text[found.upperBound...].prefix { $0 != "\"" }
    return String(value).replacing("%22", with: "\"")
  }

  private static func first(_ needle: [UInt8], in whole: ArraySlice<UInt8>, from: Int) -> Int? {
    guard let head = needle.first else { return nil }
    var index = from
    while index + needle.count <= whole.endIndex {
      guard let candidate = whole[index...].firstIndex(of: head) else { return nil }
      if candidate + needle.count > whole.endIndex { return nil }
      if whole[candidate..<candidate + needle.count].elementsEqual(needle) { return candidate }
      index = candidate + 1
    }
    return nil
  }
}

extension String {
  /// Where `ascii` stands, whatever its letter case.
  fileprivate func range(ofCaseInsensitive ascii: String) -> Range<String.Index>? {
    let lower = lowercased()
    guard lower.utf8.count == utf8.count, let found = lower.firstRange(of: ascii.lowercased()) else { return nil }
    let from = lower.utf8.distance(from: lower.startIndex, to: found.lowerBound)
    let count = lower.utf8.distance(from: found.lowerBound, to: found.upperBound)
    let start = utf8.index(startIndex, offsetBy: from)
    return start..<utf8.index(start, offsetBy: count)
  }
}
