import Foundation

/// The plan of the house: which room may import which. A change that does not fit changes this table and is
/// explained in docs/decisions.
enum House {
  static let pure: Set<String> = ["Domain", "Targeting", "Planning", "Evaluation"]

  static let mayImport: [String: Set<String>] = [
    "Domain": [],
    "Targeting": ["Domain"],
    "Planning": ["Domain"],
    "Evaluation": ["Domain"],
    "Catalog": ["Domain", "Phones", "CZip", "CXLSX"],
    "Phones": ["Domain", "CPhoneNumber"],
    "Secrets": ["CSodium", "CGnuTLS"],
    "Storage": ["Domain", "Secrets", "CSQLite", "CPostgres"],
    "Transfer": ["CCurl"],
    "HTTPServer": ["CMicroHTTPD", "CZlib"],
    "Channels": ["Domain", "Transfer", "Secrets", "Phones"],
    "Outbox": ["Domain", "Targeting", "Storage", "Channels", "Secrets", "Phones"],
    "Actions": ["Domain", "Targeting", "Planning", "Evaluation", "Catalog", "Storage", "Outbox", "Secrets"],
    "Web": ["Domain", "Actions", "HTTPServer", "Secrets", "CAssets", "CQREncode"],
  ]

  /// The toolchain's modules that every room may use, and those that the pure rooms are confined to.
  static let toolchain: Set<String> = ["Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Glibc"]
  static let forPureRooms: Set<String> = ["FoundationEssentials", "Glibc"]

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  struct SourceFile: Sendable, CustomStringConvertible {
    let room: String
    let path: String
    let lines: [String]

    var description: String { path }
  }

  /// Every Swift file under Sources or Tests.
  static func files(in folder: String) -> [SourceFile] {
    let base = root.appendingPathComponent(folder)
    let found =
      FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL } ?? []
    return found.filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }.map { url in
      let relative = String(url.path.dropFirst(base.path.count + 1))
      let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
      return SourceFile(
        room: String(relative.prefix { $0 != "/" }), path: "\(folder)/\(relative)",
        lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
  }
}

extension House.SourceFile {
  /// Modules that the file imports.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.trimmingCharacters(in: .whitespaces).split(separator: " ").map(String.init)
      guard let at = words.firstIndex(of: "import"), at <= 1, words.count > at + 1 else { return nil }
      if at == 1, !["public", "package", "internal", "private", "@testable", "@preconcurrency"].contains(words[0]) {
        return nil
      }
      return words[at + 1].split(separator: ".").first.map(String.init)
    }
  }

  /// Functions (and initialisers) with the number of lines from signature to closing brace, by indentation.
  var functions: [(name: String, lines: Int)] {
    var found: [(name: String, lines: Int)] = []
    for (start, line) in lines.enumerated() {
      let bare = line.drop { $0 == " " }
      let indent = line.count - bare.count
      let words = bare.split(separator: " ").prefix(6)
      guard words.contains("func") || words.contains(where: { $0.hasPrefix("init(") }), !bare.hasPrefix("//") else {
        continue
      }
      let closing = String(repeating: " ", count: indent) + "}"
      guard let end = lines[start...].firstIndex(where: { $0 == closing }), end > start else { continue }
      // A requirement or a one-line body has no closing brace of its own before the next declaration.
      if lines[(start + 1)...end].contains(where: { $0.hasPrefix(String(repeating: " ", count: indent) + "func ") }) {
        continue
      }
      found.append((String(bare.prefix(80)), end - start + 1))
    }
    return found
  }
}
