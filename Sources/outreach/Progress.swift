import Foundation

/// Says on a terminal that work goes on: a line on stderr that redraws itself and is gone at the end. Scripts and log
/// files see nothing of it.
enum Progress {
  /// Work that ends sooner shows nothing.
  private static let patience = Duration.milliseconds(400)
  private static let width = 30

  /// - Parameters:
  ///   - words: what is done: "Planning know-your-office".
  ///   - seconds: how long it takes at most; nil: nobody knows.
  static func during<T: Sendable>(
    _ words: String, seconds: Double? = nil, _ work: () async throws -> T
  ) async throws -> T {
    guard isatty(STDERR_FILENO) == 1 else { return try await work() }
    let drawing = Task.detached {
      let start = ContinuousClock.now
      try await Task.sleep(for: patience)
      while !Task.isCancelled {
        let passed = Double((ContinuousClock.now - start).components.seconds)
        write("\r\u{1B}[K\(words)  \(bar(passed, of: seconds))")
        try await Task.sleep(for: .milliseconds(200))
      }
    }
    defer {
      drawing.cancel()
      write("\r\u{1B}[K")
    }
    return try await work()
  }

  private static func bar(_ passed: Double, of seconds: Double?) -> String {
    guard let seconds, seconds > 0 else { return "\(Int(passed)) s" }
    let filled = Int((min(passed / seconds, 1) * Double(width)).rounded())
    let line = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    return "\(line) \(Int(passed)) of \(Int(seconds.rounded(.up))) s"
  }

  private static func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
