public import Foundation

extension ChildProcess {
  /// What a child that ran to its end left behind.
  public struct Outcome: Sendable {
    /// Its exit code, or 128 and the number of the signal that ended it.
    public var code: Int32
    public var output: String
    public var errors: String

    public init(code: Int32, output: String, errors: String) {
      (self.code, self.output, self.errors) = (code, output, errors)
    }
  }

  /// Runs a program to its end.
  ///
  /// - Parameter input: what it reads, nothing unless given.
  public static func run(
    _ path: String, _ words: [String], in folder: URL? = nil, environment: [String: String]? = nil,
    input: String? = nil
  ) throws -> Outcome {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("child-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let (output, errors) = (place.appendingPathComponent("output"), place.appendingPathComponent("errors"))
    var source: URL?
    if let input {
      source = place.appendingPathComponent("input")
      try Data(input.utf8).write(to: source!)
    }
    let files = Files(input: source, output: output, errors: errors)
    let code = try ChildProcess(path, words, in: folder, environment: environment, files: files).wait()
    return Outcome(code: code, output: try text(output), errors: try text(errors))
  }

  private static func text(_ file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}
