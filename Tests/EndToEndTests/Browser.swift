import Foundation
import FoundationNetworking
import Glibc

/// A headless Chromium, driven over WebDriver (W3C) through Debian's chromedriver.
final class Browser: @unchecked Sendable {
  private let driver: Process
  private let base: String
  private var session = ""

  /// - Parameter size: of the window in pixels.
  init(size: (width: Int, height: Int)) async throws {
    let port = try Self.freePort()
    driver = Process()
    driver.executableURL = URL(fileURLWithPath: "/usr/bin/chromedriver")
    driver.arguments = ["--port=\(port)"]
    driver.standardOutput = FileHandle.nullDevice
    driver.standardError = FileHandle.nullDevice
    try driver.run()
    base = "http://127.0.0.1:\(port)"
    let arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
      "--window-size=\(size.width),\(size.height)",
    ]
    let wanted: [String: Any] = [
      "capabilities": ["alwaysMatch": ["browserName": "chrome", "goog:chromeOptions": ["args": arguments]]]
    ]
    for attempt in 0... {
      do {
        let answer = try await send("POST", "/session", wanted) as? [String: Any]
        session = answer?["sessionId"] as? String ?? ""
        break
      } catch {
        guard attempt < 100, driver.isRunning else { throw error }
        try await Task.sleep(for: .milliseconds(100))
      }
    }
    // Narrow windows are not to be had otherwise: a desktop window is never under 500 pixels wide.
    try await command(
      "Emulation.setDeviceMetricsOverride",
      ["width": size.width, "height": size.height, "deviceScaleFactor": 1, "mobile": size.width < 500])
  }

  func close() async {
    _ = try? await send("DELETE", "/session/\(session)", nil)
    driver.terminate()
    driver.waitUntilExit()
  }

  func open(_ address: String) async throws { _ = try await send("POST", "/session/\(session)/url", ["url": address]) }

  var address: String {
    get async throws { try await send("GET", "/session/\(session)/url", nil) as? String ?? "" }
  }

  /// The text of the first element that fits.
  func text(_ selector: String) async throws -> String {
    try await send("GET", "/session/\(session)/element/\(find(selector))/text", nil) as? String ?? ""
  }

  func exists(_ selector: String) async throws -> Bool {
    let found = try await send(
      "POST", "/session/\(session)/elements", ["using": "css selector", "value": selector])
    return !((found as? [Any])?.isEmpty ?? true)
  }

  func click(_ selector: String) async throws {
    _ = try await send("POST", "/session/\(session)/element/\(find(selector))/click", [String: Any]())
  }

  func type(_ text: String, into selector: String) async throws {
    let element = try await find(selector)
    _ = try await send("POST", "/session/\(session)/element/\(element)/clear", [String: Any]())
    _ = try await send("POST", "/session/\(session)/element/\(element)/value", ["text": text])
  }

  /// Runs a script in the page; its value.
  func evaluate(_ script: String) async throws -> Any? {
    try await send("POST", "/session/\(session)/execute/sync", ["script": script, "args": [Any]()])
  }

  /// The whole page as it looks, kept under that name.
  func screenshot(to file: URL) async throws {
    let answer = try await command("Page.captureScreenshot", ["captureBeyondViewport": true]) as? [String: Any]
    guard let data = (answer?["data"] as? String).flatMap({ Data(base64Encoded: $0) }) else {
      throw Failure("the browser gave no picture")
    }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  @discardableResult
  private func command(_ name: String, _ parameters: [String: Any]) async throws -> Any? {
    try await send("POST", "/session/\(session)/goog/cdp/execute", ["cmd": name, "params": parameters])
  }

  private func find(_ selector: String) async throws -> String {
    let found = try await send(
      "POST", "/session/\(session)/element", ["using": "css selector", "value": selector])
    guard let element = (found as? [String: String])?.values.first else { throw Failure("no \(selector) on the page") }
    return element
  }

  private func send(_ method: String, _ path: String, _ body: [String: Any]?) async throws -> Any? {
    var request = URLRequest(url: URL(string: base + path)!)
    request.httpMethod = method
    if let body { request.httpBody = try JSONSerialization.data(withJSONObject: body) }
    let (data, response) = try await URLSession.shared.data(for: request)
    let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    guard (response as? HTTPURLResponse)?.statusCode == 200 else {
      let value = answer?["value"] as? [String: Any]
      throw Failure("\(method) \(path): \(value?["message"] ?? "no answer")")
    }
    return answer?["value"]
  }

  private static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { Glibc.close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let port = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bound -> UInt16 in
        guard bind(descriptor, bound, length) == 0, getsockname(descriptor, bound, &length) == 0 else { return 0 }
        return pointer.pointee.sin_port.bigEndian
      }
    }
    guard port > 0 else { throw Failure("no free port") }
    return Int(port)
  }
}
