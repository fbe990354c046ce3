import HTTPServer

/// What a form sent: fields in their order, and files. Reads both encodings that browsers use.
struct FormData: Sendable {
  struct File: Sendable {
    let field: String
    let name: String
    let content: [UInt8]
  }

  private(set) var fields: [(name: String, value: String)] = []
  private(set) var files: [File] = []

  init() {}

  init(_ request: Request) {
    let type = request.header("Content-Type") ?? ""
    if type.lowercased().hasPrefix("application/x-www-form-urlencoded") {
      fields = Self.pairs(request.body)
    } else if let boundary = Multipart.boundary(of: type) {
      for part in Multipart.parts(request.body, boundary: boundary) {
        if let file = part.fileName {
          if !file.isEmpty { files.append(File(field: part.name, name: file, content: Array(part.content))) }
        } else {
          fields.append((part.name, String(decoding: part.content, as: UTF8.self)))
        }
      }
    }
  }

  /// The first value of that name; spaces around it are dropped, as nobody types them on purpose.
  subscript(_ name: String) -> String {
    fields.first { $0.name == name }.map { trimmed($0.value) } ?? ""
  }

  /// All values of that name: checkboxes.
  func all(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }

  func file(_ name: String) -> File? {
    files.first { $0.field == name }
  }

  /// Whether a button or field of that name came along.
  func has(_ name: String) -> Bool {
    fields.contains { $0.name == name }
  }

  private func trimmed(_ text: String) -> String {
    var slice = text[...]
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return String(slice)
  }

  private static func pairs(_ body: [UInt8]) -> [(name: String, value: String)] {
    body.split(separator: UInt8(ascii: "&")).map { pair in
      let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      return (decoded(halves[0]), halves.count == 2 ? decoded(halves[1]) : "")
    }
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
        let value = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        result.append(value)
        index += 3
      } else {
        result.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
