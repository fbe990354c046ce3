import Catalog
import Foundation

extension ImportSheet {
  /// Takes a spreadsheet that came with a form. It may hold people, so that it lies in a folder of its own only while
  /// it is read. What is wrong with the file as a whole is said as a fault of the field.
  public func run(
    upload bytes: [UInt8], _ options: Options, in context: ActionContext
  ) async throws(ActionError) -> ImportOutcome {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("outreach-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("upload.csv")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      try Data(bytes).write(to: file)
    } catch {
      throw .fault("The file cannot be kept while it is read: \(error.localizedDescription)")
    }
    do throws(ActionError) {
      return try await run(file.path, options, in: context)
    } catch {
      guard case .findings(let findings) = error else { throw error }
      throw .field("file", findings.prefix(5).map(\.sentence).joined(separator: " "))
    }
  }
}

extension Finding {
  /// What is wrong and what would be right, without the name of a file that its sender never saw.
  fileprivate var sentence: String { "\(position.line): \(reason)." }
}
