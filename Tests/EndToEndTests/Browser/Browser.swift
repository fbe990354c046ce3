import Foundation
import Glibc
import Transfer

/// A headless Chromium of its own, without anything remembered: what a person's browser does with our pages.
final class Browser: Sendable {
  struct Size: Sendable {
    var width: Int
    var height: Int

    static let desk = Size(width: 1280, height: 900)
    static let phone = Size(width: 390, height: 844)
  }

  private let driver: ChromeDriver
  private let session: String
  private let pid: pid_t

  init(_ size: Size) async throws {
    driver = try await ChromeDriver()
    do {
      (session, pid) = try await Self.begin(driver)
    } catch {
      driver.stop()
      throw error
    }
    try await resize(size)
  }

  private static func begin(_ driver: ChromeDriver) async throws -> (String, pid_t) {
    var arguments = ["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"]
    // Chromium refuses to run as root inside its sandbox, and continuous integration runs as root.
    if getuid() == 0 { arguments.append("--no-sandbox") }
    let wanted: [String: Any] = [
      "browserName": "chrome", "goog:chromeOptions": ["args": arguments], "goog:loggingPrefs": ["browser": "ALL"],
    ]
    let answer = try await driver.send(.post, "/session", ["capabilities": ["alwaysMatch": wanted]]) as? [String: Any]
    let capabilities = answer?["capabilities"] as? [String: Any]
    guard let session = answer?["sessionId"] as? String, let pid = capabilities?["goog:processID"] as? Int else {
      throw Failure("chromedriver began no session")
    }
    return (session, pid_t(pid))
  }

  /// Ends it. Should it not go by itself, its process is killed.
  func close() async {
    _ = try? await driver.send(.delete, "/session/\(session)")
    for _ in 0..<100 where kill(pid, 0) == 0 { try? await Task.sleep(for: .milliseconds(50)) }
    if kill(pid, 0) == 0 { kill(pid, SIGKILL) }
    driver.stop()
  }

  /// Narrow windows are not to be had otherwise: a window on a desk is never under 500 pixels wide.
  func resize(_ size: Size) async throws {
    try await command(
      "Emulation.setDeviceMetricsOverride",
      ["width": size.width, "height": size.height, "deviceScaleFactor": 1, "mobile": size.width < 500])
  }

  /// From the next page on.
  func runScripts(_ run: Bool) async throws {
    try await command("Emulation.setScriptExecutionDisabled", ["value": !run])
  }

  // MARK: - As a person does

  func open(_ address: String) async throws { try await send(.post, "/url", ["url": address]) }

  var address: String { get async throws { try await send(.get, "/url") as? String ?? "" } }

  func text(_ selector: String) async throws -> String {
    try await send(.get, "/element/\(find(selector))/text") as? String ?? ""
  }

  /// In the middle of the window, where nothing that stays in place while the page scrolls lies above it.
  func click(_ selector: String) async throws {
    let element = try await find(selector)
    let reference = ["element-6066-11e4-a52e-4f735466cecf": element]
    try await evaluate("arguments[0].scrollIntoView({ block: 'center' })", [reference])
    try await send(.post, "/element/\(element)/click", [:])
  }

  func type(_ text: String, into selector: String) async throws {
    let element = try await find(selector)
    try await send(.post, "/element/\(element)/clear", [:])
    try await send(.post, "/element/\(element)/value", ["text": text])
  }

  /// Presses what leads to another page, and waits for that page.
  func press(_ selector: String) async throws {
    _ = try await evaluate("window.isOld = true")
    try await click(selector)
    try await waitUntil("another page came after \(selector) was pressed") {
      try await self.evaluate("return !window.isOld && document.readyState === 'complete'") as? Bool == true
    }
  }

  // MARK: - As a developer does

  /// Runs a script in the page; its value.
  @discardableResult
  func evaluate(_ script: String, _ arguments: [Any] = []) async throws -> Any? {
    try await send(.post, "/execute/sync", ["script": script, "args": arguments])
  }

  /// The same for a script that calls its last argument with the value when it has it.
  func evaluateLater(_ script: String, _ arguments: [Any]) async throws -> Any? {
    try await send(.post, "/execute/async", ["script": script, "args": arguments])
  }

  /// What the browser complained about since it was asked last: scripts, the content policy, missing files.
  func complaints() async throws -> [String] {
    let entries = try await send(.post, "/se/log", ["type": "browser"]) as? [[String: Any]] ?? []
    return entries.filter { ["SEVERE", "WARNING"].contains($0["level"] as? String) }
      .compactMap { $0["message"] as? String }
  }

  /// The whole page as it looks, from its head to its foot.
  func screenshot(to file: URL) async throws {
    let metrics = try await command("Page.getLayoutMetrics") as? [String: Any]
    let content = metrics?["cssContentSize"] as? [String: Any]
    let clip: [String: Any] = [
      "x": 0, "y": 0, "width": content?["width"] ?? 1280, "height": content?["height"] ?? 900, "scale": 1,
    ]
    let answer = try await command("Page.captureScreenshot", ["captureBeyondViewport": true, "clip": clip])
    guard let data = ((answer as? [String: Any])?["data"] as? String).flatMap({ Data(base64Encoded: $0) }) else {
      throw Failure("the browser gave no picture")
    }
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  @discardableResult
  private func command(_ name: String, _ parameters: [String: Any] = [:]) async throws -> Any? {
    try await send(.post, "/goog/cdp/execute", ["cmd": name, "params": parameters])
  }

  private func find(_ selector: String) async throws -> String {
    let found = try await send(.post, "/element", ["using": "css selector", "value": selector])
    guard let element = (found as? [String: String])?.values.first else { throw Failure("no \(selector) on the page") }
    return element
  }

  @discardableResult
  private func send(_ method: HTTPRequest.Method, _ path: String, _ body: [String: Any]? = nil) async throws -> Any? {
    try await driver.send(method, "/session/\(session)" + path, body)
  }
}

/// Asks again and again, for a minute at most.
func waitUntil(_ what: String, _ holds: () async throws -> Bool) async throws {
  for _ in 0..<600 {
    if try await holds() { return }
    try await Task.sleep(for: .milliseconds(100))
  }
  throw Failure("waited in vain until \(what)")
}
