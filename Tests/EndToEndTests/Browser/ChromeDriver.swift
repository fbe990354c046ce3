import ChildProcesses
import Foundation
import Transfer

/// Debian's chromedriver: the server that a browser is driven through (W3C WebDriver).
final class ChromeDriver: Sendable {
  private let process: ChildProcess
  /// What it and its browser write: removed with it, so that nothing is left on the machine.
  private let folder: URL
  private let base: String
  private let client = TransferClient()

  /// Starts it on a port that it chooses itself, and waits until it takes sessions.
  init() async throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("chromedriver-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    do {
      let (process, port) = try await Self.start(in: folder)
      (self.process, base) = (process, "http://127.0.0.1:\(port)")
    } catch {
      try? FileManager.default.removeItem(at: folder)
      throw error
    }
    do {
      try await waitUntilReady()
    } catch {
      stop()
      throw error
    }
  }

  /// It lets the system choose a port of ::1, wants the same of 127.0.0.1, and ends when a server has that one. Beside
  /// tests with many servers this happens; a new start chooses anew. Whatever else ends it is no reason to try again.
  private static func start(in folder: URL) async throws -> (ChildProcess, Int) {
    for attempt in 1...20 {
      let log = folder.appendingPathComponent("driver-\(attempt).log")
      let process = try launch(in: folder, log: log)
      if let port = try await port(in: log, of: process) { return (process, port) }
    }
    throw Failure("chromedriver found no port that is free on both ::1 and 127.0.0.1, twenty times")
  }

  private static func launch(in folder: URL, log: URL) throws -> ChildProcess {
    var variables = ProcessInfo.processInfo.environment
    for name in ["HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"] { variables[name] = folder.path }
    do {
      return try ChildProcess(
        "chromedriver", ["--port=0"], environment: variables, files: ChildProcess.Files(output: log, errors: log))
    } catch {
      throw Failure(
        "\(error). The pages are tested in a real browser: apt install chromium chromium-driver, or run make test.")
    }
  }

  /// "ChromeDriver was started successfully on port 40123."; nil when it ended because that port was taken.
  private static func port(in log: URL, of process: ChildProcess) async throws -> Int? {
    for _ in 0..<600 {
      // Asked before the log is read: what it said last is then in it.
      let isRunning = process.isRunning
      let said = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
      if let line = said.split(separator: "\n").first(where: { $0.contains("successfully on port") }),
        let port = line.split(separator: " ").last.flatMap({ Int($0.filter(\.isNumber)) })
      {
        return port
      }
      guard isRunning else {
        if said.contains("port not available") { return nil }
        throw Failure("chromedriver ended at once with exit code \(process.wait()): \(said)")
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    process.stop()
    throw Failure("chromedriver did not begin to listen")
  }

  private func waitUntilReady() async throws {
    for _ in 0..<600 {
      let status = try? await send(.get, "/status") as? [String: Any]
      if status?["ready"] as? Bool == true { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw Failure("chromedriver took no session")
  }

  func stop() {
    process.stop()
    try? FileManager.default.removeItem(at: folder)
  }

  /// One command, sent once; its value. Over our own client, which asks no proxy of the environment for loopback.
  func send(_ method: HTTPRequest.Method, _ path: String, _ body: [String: Any]? = nil) async throws -> Any? {
    let bytes = try body.map { Array(try JSONSerialization.data(withJSONObject: $0)) } ?? []
    let limits = HTTPLimits(total: .seconds(120), answer: 64 << 20, allowPrivate: true)
    let headers = [HTTPHeader("Content-Type", "application/json")]
    let result = await client.send(HTTPRequest(method, base + path, headers: headers, body: bytes, limits: limits))
    guard case .answered(let answer) = result else { throw Failure("the browser, \(method.rawValue) \(path): \(result)") }
    let value = (try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])?["value"]
    guard answer.status == 200 else {
      let message = (value as? [String: Any])?["message"] as? String ?? "no answer"
      throw Failure("the browser, \(method.rawValue) \(path): \(message.prefix(400))")
    }
    return value
  }
}
