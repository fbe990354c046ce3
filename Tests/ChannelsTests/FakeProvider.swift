import ChildProcesses
import Domain
import Foundation
import Testing

@testable import Channels

/// The provider that misbehaves on script (`Tests/Harness/fake_provider.py`), as a process of its own on a free port of
/// the loopback, with ears for what it calls back.
final class FakeProvider {
  let url: String
  /// Our own public address, as the channel's `receipts`.
  var receipts: String { ears.url }
  private let folder: URL
  private let process: ChildProcess
  private let ears = ScriptedServer { _ in .status(200, "") }

  /// - Parameters:
  ///   - plan: JSON, see the harness; `OURS` in it becomes our own public address.
  ///   - mailPort: where it takes letters, if at all.
  init(plan: String = "{}", mailPort: Int? = nil) throws {
    let harness = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Harness/fake_provider.py")
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("provider-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let script = folder.appendingPathComponent("plan.json")
    try plan.replacing("OURS", with: ears.url).write(to: script, atomically: true, encoding: .utf8)
    let output = folder.appendingPathComponent("output")
    process = try ChildProcess(
      "python3",
      ["-B", harness.path, "--plan", script.path, "--out", folder.path]
        + (mailPort.map { ["--smtp-port", String($0)] } ?? []),
      files: ChildProcess.Files(output: output, errors: output))
    var port: Substring?
    for _ in 0..<500 where port == nil {
      usleep(20_000)
      let lines = (try? String(contentsOf: output, encoding: .utf8))?.split(separator: "\n") ?? []
      port = lines.first { $0.hasPrefix("ready ") }?.dropFirst(6)
    }
    url = "http://127.0.0.1:\(try #require(port, "The fake provider did not start."))"
  }

  func stop() {
    process.stop(within: 2)
    ears.stop()
    try? FileManager.default.removeItem(at: folder)
  }

  /// The calls that have come back, at least `count` of them, as the door hands them to an adapter.
  func callbacks(_ count: Int) async throws -> [CallbackRequest] {
    for _ in 0..<500 where ears.asked.count < count { try await Task.sleep(for: .milliseconds(20)) }
    try #require(ears.asked.count >= count)
    return ears.asked.compactMap(Self.call)
  }

  private static func call(_ asked: ScriptedServer.Asked) -> CallbackRequest? {
    let words = asked.line.split(separator: " ")
    guard words.count > 1, let target = URLComponents(string: String(words[1])),
      let door = CallbackRequest.Door(rawValue: String(target.path.split(separator: "/").first ?? ""))
    else { return nil }
    var headers: [String: String] = [:]
    for line in asked.headers {
      let pair = line.split(separator: ":", maxSplits: 1)
      headers[pair[0].lowercased()] = pair.count > 1 ? pair[1].trimmingCharacters(in: .whitespaces) : ""
    }
    var call = CallbackRequest(
      door, query: (target.queryItems ?? []).map { ($0.name, $0.value ?? "") }, headers: headers,
      body: Array(asked.body.utf8), now: Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)))
    call.method = String(words[0])
    return call
  }
}
