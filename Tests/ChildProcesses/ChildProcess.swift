public import Foundation
import Glibc

/// A program that a test starts and waits for.
///
/// Foundation's `Process` is not used: when two tests start one at the same moment it crashes now and then, and its
/// children inherit the blocked signals of Swift's threads, so that they never hear SIGTERM.
public final class ChildProcess: @unchecked Sendable {
  public let pid: pid_t
  private let lock = NSLock()
  private var status: Int32?

  /// Where a child's words come from and go to; nothing given is `/dev/null`.
  public struct Files {
    public var input: URL?
    public var output: URL?
    public var errors: URL?

    public init(input: URL? = nil, output: URL? = nil, errors: URL? = nil) {
      (self.input, self.output, self.errors) = (input, output, errors)
    }
  }

  /// Why a child did not start.
  public struct DidNotStart: Error, CustomStringConvertible {
    public let description: String
  }

  /// - Parameters:
  ///   - path: of the program; a name without a slash is looked up in PATH.
  ///   - folder: the child's working directory, the test's own unless given.
  ///   - environment: all of it; the test's own unless given.
  public init(
    _ path: String, _ words: [String], in folder: URL? = nil, environment: [String: String]? = nil,
    files: Files = Files()
  ) throws {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    Self.redirect(&actions, files)
    Self.keepToItself(&actions)
    Self.hearEverySignal(&attributes)
    let surroundings = environment ?? ProcessInfo.processInfo.environment
    var started: pid_t = 0
    // posix_spawn changes the folder only in an extension that Swift's Glibc does not show; env(1) does, and then becomes
    // the program.
    let line = (folder.map { ["env", "-C", $0.path] } ?? []) + [path] + words
    let error = Self.withCStrings(line) { arguments in
      Self.withCStrings(surroundings.map { "\($0.key)=\($0.value)" }) { variables in
        posix_spawnp(&started, line[0], &actions, &attributes, arguments, variables)
      }
    }
    guard error == 0 else { throw DidNotStart(description: "\(path) did not start: \(String(cString: strerror(error)))") }
    pid = started
  }

  private static func redirect(_ actions: inout posix_spawn_file_actions_t, _ files: Files) {
    let writing = O_WRONLY | O_CREAT | O_APPEND
    posix_spawn_file_actions_addopen(&actions, 0, files.input?.path ?? "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, files.output?.path ?? "/dev/null", writing, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, files.errors?.path ?? "/dev/null", writing, 0o600)
  }

  /// Closes in the child whatever the tests have open: a connection that a child still holds never ends for the other side.
  /// Numbers that are not open do no harm, so the margin covers what is opened at this moment.
  private static func keepToItself(_ actions: inout posix_spawn_file_actions_t) {
    let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd"))?.compactMap { Int32($0) } ?? []
    for number in 3..<(open.max() ?? 1024) + 512 { posix_spawn_file_actions_addclose(&actions, number) }
  }

  private static func hearEverySignal(_ attributes: inout posix_spawnattr_t) {
    var none = sigset_t()
    var every = sigset_t()
    sigemptyset(&none)
    sigfillset(&every)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &every)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
  }

  private static func withCStrings<T>(_ words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> T) -> T {
    let copies = words.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }

  public var isRunning: Bool { ended(WNOHANG) == nil }

  /// Waits for its end; its exit code, or 128 and the number of the signal that ended it.
  @discardableResult
  public func wait() -> Int32 {
    while true {
      if let code = ended(WNOHANG) { return code }
      usleep(2_000)
    }
  }

  public func send(_ signal: Int32) {
    if isRunning { kill(pid, signal) }
  }

  /// Asks it to stop, and after `seconds` stops it.
  @discardableResult
  public func stop(within seconds: Double = 15) -> Int32 {
    send(SIGTERM)
    let end = Date(timeIntervalSinceNow: seconds)
    while isRunning, Date() < end { usleep(5_000) }
    send(SIGKILL)
    return wait()
  }

  private func ended(_ options: Int32) -> Int32? {
    lock.withLock {
      if let status { return status }
      var raw: Int32 = 0
      guard waitpid(pid, &raw, options) == pid else { return nil }
      let signal = raw & 0x7F
      status = signal == 0 ? (raw >> 8) & 0xFF : 128 + signal
      return status
    }
  }
}
