import Foundation

/// A file that a command will write at its end. It is begun at once, so that a place that cannot be written is told
/// before anything is changed.
struct OutputFile {
  private let path: String?
  private var draft: String? { path.map { "\($0).part" } }

  /// - Parameter path: nil: nobody asked for the file, and nothing is written.
  init(_ path: String?) throws(CommandFailure) {
    self.path = path
    guard let path, let draft else { return }
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard !(exists && isFolder.boolValue), FileManager.default.createFile(atPath: draft, contents: nil) else {
      throw CommandFailure(
        .couldNotBeDone, "\(path) cannot be written. Name a file in a folder of yours; nothing was changed.")
    }
  }

  /// Puts the file into its place, whole.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    guard let path, let draft else { return }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: draft))
    } catch {
      throw CommandFailure(.couldNotBeDone, "\(path) cannot be written: \(error.localizedDescription)")
    }
    guard rename(draft, path) == 0 else {
      throw CommandFailure(.couldNotBeDone, "\(path) cannot be written: \(String(cString: strerror(errno)))")
    }
  }

  /// Takes away what was begun and never written.
  func leave() {
    if let draft { unlink(draft) }
  }
}
