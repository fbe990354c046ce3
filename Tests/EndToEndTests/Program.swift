import ChildProcesses
import Foundation
import Glibc

/// The program as the tests run it: the binary that was built beside them, in a folder of its own.
struct Program: Sendable {
  /// A folder that nothing else uses; removed by ``remove()``.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("outreach-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  var database: String { "sqlite:\(folder.path)/office.sqlite" }

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The debug build that `swift test` makes together with the tests.
  static let binary =
    Bundle.main.bundleURL.pathExtension == "xctest"
    ? Bundle.main.bundleURL.deletingLastPathComponent().appendingPathComponent("outreach")
    : URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("outreach")

  /// Runs one command to its end.
  @discardableResult
  func run(
    _ words: [String], environment: [String: String] = [:], input: String? = nil
  ) throws -> ChildProcess.Outcome {
    try ChildProcess.run(Self.binary.path, words, in: folder, environment: surroundings(environment), input: input)
  }

  /// Runs one command to its end, its result going to a device or file.
  func run(_ words: [String], output: String) throws -> ChildProcess.Outcome {
    let errors = folder.appendingPathComponent("errors-\(UUID().uuidString)")
    let files = ChildProcess.Files(output: URL(fileURLWithPath: output), errors: errors)
    let code = try start(words, files: files).wait()
    return ChildProcess.Outcome(code: code, output: "", errors: try String(contentsOf: errors, encoding: .utf8))
  }

  /// Starts a command and leaves it running.
  func start(_ words: [String], files: ChildProcess.Files = .init()) throws -> ChildProcess {
    try ChildProcess(Self.binary.path, words, in: folder, environment: surroundings([:]), files: files)
  }

  /// The names of all commands, as the overview lists them.
  func commands() throws -> [String] {
    let lines = try run(["--help"]).output.split(separator: "\n")
    guard let start = lines.firstIndex(of: "Commands:") else { return [] }
    return lines[(start + 1)...].prefix { $0.hasPrefix("  ") }.map { line in
      String(line.dropFirst(2)).components(separatedBy: "  ")[0]
    }
  }

  private func surroundings(_ more: [String: String]) -> [String: String] {
    var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("OUTREACH_") }
    variables["OUTREACH_DATABASE"] = database
    variables["TZ"] = "UTC"
    return variables.merging(more) { _, new in new }
  }

  /// A daemon on a free port, ready to answer.
  func serve(_ words: [String] = []) async throws -> RunningDaemon {
    let log = folder.appendingPathComponent("serve-\(UUID().uuidString).log")
    let process = try ChildProcess(
      Self.binary.path, ["serve", "--listen", "127.0.0.1:0"] + words, in: folder, environment: surroundings([:]),
      files: ChildProcess.Files(output: log, errors: log))
    let daemon = RunningDaemon(process: process, log: log, signsIn: words.contains("--sign-in"))
    try await daemon.waitUntilReady()
    return daemon
  }
}

/// A daemon that a test started and will stop, by its pid.
final class RunningDaemon: Sendable {
  private let process: ChildProcess
  private let log: URL
  private let signsIn: Bool

  init(process: ChildProcess, log: URL, signsIn: Bool) {
    self.process = process
    self.log = log
    self.signsIn = signsIn
  }

  var said: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

  /// What the daemon printed: "http://127.0.0.1:40123".
  var address: String {
    guard let line = said.split(separator: "\n").first(where: { $0.hasPrefix("Outreach is at ") }) else { return "" }
    return String(line.dropFirst("Outreach is at ".count).dropLast())
  }

  /// The one-time link that `--sign-in` printed.
  var signInLink: String? {
    said.split(separator: "\n").first { $0.hasPrefix("Sign in once as ") }?
      .split(separator: " ").last.map(String.init)
  }

  func waitUntilReady() async throws {
    for _ in 0..<400 {
      if !address.isEmpty, signInLink != nil || !signsIn { return }
      guard process.isRunning else { throw Failure("the daemon ended at once: \(said)") }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw Failure("the daemon was not ready in time: \(said)")
  }

  /// Asks it to stop and waits; its exit code.
  @discardableResult
  func stop() async -> Int32 {
    process.send(SIGTERM)
    for _ in 0..<300 where process.isRunning { try? await Task.sleep(for: .milliseconds(50)) }
    return process.stop(within: 0)
  }
}

/// Why a test could not go on.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
