import Foundation

/// The file that a store lies in, looked at before the database opens it: a wrong path deserves plain words.
struct DatabaseFile {
  let path: String

  /// The first bytes of every SQLite database.
  private static let beginning = Array("SQLite format 3\0".utf8)

  /// Makes the folder of a new store; true when there is nothing in the file yet.
  func prepare() throws(StoreError) -> Bool {
    guard let facts = try? FileManager.default.attributesOfItem(atPath: path) else {
      try makeFolder()
      return true
    }
    guard facts[.type] as? FileAttributeType != .typeDirectory else {
      throw .unreachable("\(path) is a folder. Name a file in it with --database.")
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw .unreachable("\(path) cannot be read. Check its permissions.")
    }
    defer { try? file.close() }
    let start = (try? file.read(upToCount: Self.beginning.count)) ?? Data()
    guard start.isEmpty || Array(start) == Self.beginning else {
      throw .unreachable("\(path) is no database. Name another file with --database.")
    }
    return start.isEmpty
  }

  private func makeFolder() throws(StoreError) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw .unreachable("the folder \(folder.path) cannot be made: \(error.localizedDescription)")
    }
  }
}
