import Dispatch
import Foundation
import Glibc
import Synchronization

/// A running program: lines in, lines out, and its end.
///
/// Foundation's `Process` is not used: its children inherit the blocked signals of Swift's threads and never hear
/// SIGTERM. Unchecked: what changes is under a lock; the handles belong to one thread or queue each.
final class ProgramChild: @unchecked Sendable {
  enum Event: Sendable {
    case line([UInt8])
    /// Something on its error output.
    case complaint([UInt8])
    /// The last event: its exit code, or 128 and the number of the signal that ended it.
    case ended(Int32)
  }

  /// In the order they were written; ends with the program.
  let events: AsyncStream<Event>
  private let source: AsyncStream<Event>.Continuation
  private let pid: pid_t
  /// A socket and not a pipe: writing to a program that has gone must be an error here, not SIGPIPE.
  private let input: Int32
  private let writing = DispatchQueue(label: "outreach.program")
  private let hasEnded = Mutex(false)
  /// So that no other program started at the same moment inherits this one's handles.
  private static let starting = Mutex(())
  /// Bytes; a longer line is no answer.
  private static let longestLine = 1 << 20

  /// Why a program did not start.
  struct DidNotStart: Error, CustomStringConvertible {
    var number: Int32
    var description: String { String(cString: strerror(number)) }
  }

  init(_ launch: ProgramLaunch) throws(DidNotStart) {
    let started = Self.starting.withLock { _ in Self.start(launch) }
    let (pid, handles) = try started.get()
    (self.pid, input) = (pid, handles.input)
    (events, source) = AsyncStream.makeStream()
    let errors = handles.errors
    Thread { [source] in Self.read(errors) { source.yield(.complaint($0)) } }.start()
    let output = handles.output
    // The thread holds the child until its end, so that it is always waited for.
    Thread {
      Self.read(output) { self.source.yield(.line($0)) }
      self.bury()
    }.start()
  }

  deinit { close(input) }

  /// Writes a line; `done` is told how many of its bytes could be handed over.
  func write(_ line: [UInt8], _ done: @escaping @Sendable (Int) -> Void) {
    writing.async {
      var sent = 0
      while sent < line.count {
        let count = line[sent...].withUnsafeBytes { send(self.input, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        guard count > 0 else { break }
        sent += count
      }
      done(sent)
    }
  }

  /// Lets it read the end of its input, which means: finish and go. One that stays is ended.
  func dismiss() {
    shutdown(input, Int32(SHUT_RDWR))
    DispatchQueue.global().asyncAfter(deadline: .now() + 10) { self.end() }
  }

  /// Ends it now.
  func end() { hasEnded.withLock { if !$0 { kill(pid, SIGKILL) } } }

  /// Waits for its end, with patience for one that has said its last word.
  private func bury() {
    shutdown(input, Int32(SHUT_RDWR))
    var raw: Int32 = 0
    for round in 0..<200 {
      if round == 199 { kill(pid, SIGKILL) }
      let isOver = hasEnded.withLock { ended in
        ended = waitpid(pid, &raw, round == 199 ? 0 : WNOHANG) == pid
        return ended
      }
      if isOver { break }
      usleep(10_000)
    }
    let signal = raw & 0x7F
    source.yield(.ended(signal == 0 ? (raw >> 8) & 0xFF : 128 + signal))
    source.finish()
  }

  private static func read(_ handle: Int32, _ line: ([UInt8]) -> Void) {
    defer { close(handle) }
    var rest: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(handle, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0, rest.count <= longestLine else { return }
      rest += buffer[..<count]
      let pieces = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for piece in pieces.dropLast() where !piece.isEmpty { line(Array(piece)) }
      rest = Array(pieces.last ?? [])
    }
  }
}

extension ProgramChild {
  private struct Handles {
    var input, output, errors: Int32
  }

  private static func start(_ launch: ProgramLaunch) -> Result<(pid_t, Handles), DidNotStart> {
    var sides: [[Int32]] = []
    for _ in 0..<3 {
      var pair: [Int32] = [-1, -1]
      guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &pair) == 0 else {
        let failure = DidNotStart(number: errno)
        for handle in sides.joined() { close(handle) }
        return .failure(failure)
      }
      sides.append(pair)
    }
    defer { for pair in sides { close(pair[1]) } }
    return spawn(launch, sides.map { $0[1] }).map { pid in
      (pid, Handles(input: sides[0][0], output: sides[1][0], errors: sides[2][0]))
    }.mapError { failure in
      for pair in sides { close(pair[0]) }
      return failure
    }
  }

  private static func spawn(_ launch: ProgramLaunch, _ ends: [Int32]) -> Result<pid_t, DidNotStart> {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (number, end) in ends.enumerated() { posix_spawn_file_actions_adddup2(&actions, end, Int32(number)) }
    for handle in openHandles() { posix_spawn_file_actions_addclose(&actions, handle) }
    hearEverySignal(&attributes)
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(launch.path), nil]
    var variables = launch.environment.map { strdup($0) } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var pid: pid_t = 0
    for _ in 0..<20 {
      let code = posix_spawn(&pid, launch.path, &actions, &attributes, &arguments, &variables)
      // Somebody is writing it at this moment, or was when another program was started.
      guard code == ETXTBSY else { return code == 0 ? .success(pid) : .failure(DidNotStart(number: code)) }
      usleep(5_000)
    }
    return .failure(DidNotStart(number: ETXTBSY))
  }

  /// Everything that is open here: files and sockets of ours are not the program's business, and not every library
  /// marks its own as not to be inherited.
  private static func openHandles() -> [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    return names.compactMap { Int32($0) }.filter { $0 > 2 }
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
}
