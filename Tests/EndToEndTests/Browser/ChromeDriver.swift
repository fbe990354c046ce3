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
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("chromedriver-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let log = folder.appendingPathComponent("driver.log")
    var variables = ProcessInfo.processInfo.environment
    for name in ["HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"] { variables[name] = folder.path }
    do {
      process = try ChildProcess(
        "chromedriver", ["--port=0"], environment: variables, files: ChildProcess.Files(output: log, errors: log))
    } catch {
      try? FileManager.default.removeItem(at: folder)
      throw Failure(
        "\(error). The pages are tested in a real browser: apt install chromium chromium-driver, or run make test.")
    }
    self.folder = folder
    do {
      base = "http://127.0.0.1:\(try await Self.port(in: log, of: process))"
      try await waitUntilReady()
    } catch {
      process.stop()
      try? FileManager.default.removeItem(at: folder)
      throw error
    }
  }

  /// "ChromeDriver was started successfully on port 40123."
  private static func port(in log: URL, of process: ChildProcess) async throws -> Int {
    for _ in 0..<600 {
      let said = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
      if let line = said.split(separator: "\n").first(where: { $0.contains("successfully on port") }),
        let port = line.split(separator: " ").last.flatMap({ Int($0.filter(\.isNumber)) })
      {
        return port
      }
      guard process.isRunning else { throw Failure("chromedriver ended at once: \(said)") }
      try await Task.sleep(for: .milliseconds(50))
    }
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
