import Foundation

/// Finds the files to read under the paths that were given, always in the same order.
struct CatalogFolder {
  static let documentLimit = 4_000_000
  static let sheetLimit = 2_000_000_000
  private static let depthLimit = 16
  /// Files that people keep beside the others.
  private static let quiet: Set<String> = ["md", "txt", "license", "notice"]

  private(set) var files: [String] = []
  private(set) var findings: [Finding] = []

  init(_ paths: [String]) {
    for path in paths {
      guard let kind = CatalogFolder.kind(of: path, followingLinks: true) else {
        complain(path, .error, "there is no such file or folder", "check the spelling")
        continue
      }
      if kind == .typeDirectory { visit(path, depth: 1) } else { add(path, isNamed: true) }
    }
    var seen: Set<String> = []
    files = files.filter { seen.insert($0).inserted }
  }

  private mutating func visit(_ folder: String, depth: Int) {
    guard depth <= CatalogFolder.depthLimit else {
      return complain(
        folder, .error, "folders stand deeper than \(CatalogFolder.depthLimit) levels", "move the files up")
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return complain(folder, .error, "this folder cannot be read", "check its permissions")
    }
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    for name in names.sorted() where !name.hasPrefix(".") {
      switch CatalogFolder.kind(of: base + name, followingLinks: false) {
      case .typeDirectory: visit(base + name, depth: depth + 1)
      case .typeRegular: add(base + name, isNamed: false)
      case .typeSymbolicLink: complain(base + name, .warning, "symbolic links are not followed", "name the file itself")
      default: complain(base + name, .warning, "this is no plain file and is not read", nil)
      }
    }
  }

  /// - Parameter isNamed: true when the person named this very file: then passing it over would be a surprise.
  private mutating func add(_ path: String, isNamed: Bool) {
    let ending = (path as NSString).pathExtension.lowercased()
    let name = (path as NSString).lastPathComponent
    if ending == "json5" || CatalogSheet(rawValue: name) != nil {
      files.append(path)
    } else if isNamed || !CatalogFolder.quiet.contains(ending.isEmpty ? name.lowercased() : ending) {
      complain(path, isNamed ? .error : .warning, "this file is not read", CatalogFolder.advice(ending))
    }
  }

  private static func advice(_ ending: String) -> String {
    switch ending {
    case "json": "name it .json5"
    case "csv":
      "tables are called \(CatalogSheet.allCases.map(\.rawValue).joined(separator: ", ")); others go through import"
    case "xlsx", "xls", "ods": "save the sheet as CSV, or use import"
    default: "documents end in .json5, tables in .csv"
    }
  }

  private mutating func complain(_ path: String, _ severity: Finding.Severity, _ message: String, _ advice: String?) {
    findings.append(Finding(file: path, position: .start, severity: severity, message: message, advice: advice))
  }

  private static func kind(of path: String, followingLinks: Bool) -> FileAttributeType? {
    let target = followingLinks ? (path as NSString).resolvingSymlinksInPath : path
    return (try? FileManager.default.attributesOfItem(atPath: target))?[.type] as? FileAttributeType
  }
}

/// The tables that `apply` reads, by their file names.
enum CatalogSheet: String, CaseIterable {
  case places = "places.csv"
  case households = "households.csv"
  case citizens = "citizens.csv"
  case volunteers = "volunteers.csv"
}

extension TextFile {
  /// - Parameter limit: bytes; more is refused unread.
  /// - Throws: the finding that says why the file cannot be read.
  init(contentsOf path: String, limit: Int) throws(Finding) {
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
    guard size <= limit else {
      throw Finding(
        file: path, position: .start, message: "this file is larger than \(limit / 1_000_000) MB", advice: "split it")
    }
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else {
      throw Finding(
        file: path, position: .start, message: "this file cannot be read",
        advice: "check that it exists and its permissions")
    }
    try self.init(name: path, bytes: [UInt8](data))
  }
}
