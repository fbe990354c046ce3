import Foundation

/// The program as the tests run it: the binary that was built beside them, in a folder of its own.
struct Program: Sendable {
  struct Result: Sendable {
    var code: Int32
    var output: String
    var errors: String
  }

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
  static let binary = Bundle.main.bundleURL.pathExtension == "xctest"
    ? Bundle.main.bundleURL.deletingLastPathComponent().appendingPathComponent("outreach")
    : URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("outreach")

  /// Runs one command to its end.
  @discardableResult
  func run(_ words: [String], environment: [String: String] = [:]) throws -> Result {
    let process = process(words, environment)
    let (output, errors) = (try emptyFile(), try emptyFile())
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  private func emptyFile() throws -> URL {
    let file = folder.appendingPathComponent(UUID().uuidString)
    try Data().write(to: file)
    return file
  }

  private func process(_ words: [String], _ environment: [String: String]) -> Process {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = words
    process.currentDirectoryURL = folder
    var surroundings = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("OUTREACH_") }
    surroundings["OUTREACH_DATABASE"] = database
    surroundings["TZ"] = "UTC"
    process.environment = surroundings.merging(environment) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// A daemon on a free port, ready to answer.
  func serve(_ words: [String] = []) async throws -> RunningDaemon {
    let log = try emptyFile()
    let process = process(["serve", "--listen", "127.0.0.1:0"] + words, [:])
    let handle = try FileHandle(forWritingTo: log)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    let daemon = RunningDaemon(process: process, log: log)
    try await daemon.waitUntilReady()
    return daemon
  }
}

/// A daemon that a test started and will stop, by its pid.
final class RunningDaemon: @unchecked Sendable {
  private let process: Process
  private let log: URL

  init(process: Process, log: URL) {
    self.process = process
    self.log = log
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
      if !address.isEmpty, signInLink != nil || !process.arguments!.contains("--sign-in") { return }
      guard process.isRunning else { throw Failure("the daemon ended at once: \(said)") }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw Failure("the daemon was not ready in time: \(said)")
  }

  /// Asks it to stop and waits; its exit code.
  @discardableResult
  func stop() async -> Int32 {
    if process.isRunning { process.terminate() }
    for _ in 0..<300 where process.isRunning { try? await Task.sleep(for: .milliseconds(50)) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    return process.terminationStatus
  }
}

/// Why a test could not go on.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
