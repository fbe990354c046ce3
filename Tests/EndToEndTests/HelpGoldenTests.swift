import ChildProcesses
import Foundation
import Testing

/// The help of every command is a golden file: a change of the words is seen in the review. `make golden` rewrites them.
@Suite(.serialized) struct HelpGoldenTests {
  private static let folder = Program.root.appendingPathComponent("Tests/EndToEndTests/Golden/help")
  private static let rewrites = ProcessInfo.processInfo.environment["OUTREACH_GOLDEN"] == "rewrite"

  @Test func `the help of every command is as agreed`() throws {
    let program = try Program()
    defer { program.remove() }
    let commands = try program.commands()
    #expect(commands.count > 20)
    for command in commands {
      let result = try program.run(command.split(separator: " ").map(String.init) + ["--help"])
      #expect(result.code == 0)
      let file = Self.folder.appendingPathComponent(command.replacingOccurrences(of: " ", with: "-") + ".txt")
      if Self.rewrites {
        try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
        try result.output.write(to: file, atomically: true, encoding: .utf8)
      }
      let golden = try String(contentsOf: file, encoding: .utf8)
      #expect(result.output == golden, "the help of \(command) differs from \(file.lastPathComponent)")
    }
  }

  @Test func `no help is left over from a command that is gone`() throws {
    let program = try Program()
    defer { program.remove() }
    let known = Set(try program.commands().map { $0.replacingOccurrences(of: " ", with: "-") + ".txt" })
    #expect(Set(try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)) == known)
  }
}
