import CCurl
import Glibc
import Synchronization

/// The one thread that drives all transfers of one kind through libcurl's multi interface.
///
/// Unchecked: `multi` is touched by the loop's thread alone, except for `curl_multi_wakeup`, which libcurl allows from
/// any thread and which is called under the inbox's lock, never after the loop has seen it closed.
final class TransferLoop: @unchecked Sendable {
  private struct Inbox {
    var arrived: [any Errand] = []
    var isClosed = false
    var hasEnded = false
    var waitingForEnd: [CheckedContinuation<Void, Never>] = []
  }

  private let settings: TransferSettings
  private let multi: UnsafeMutableRawPointer
  private let inbox = Mutex(Inbox())
  // The loop's thread only.
  private var running: [UnsafeMutableRawPointer: any Errand] = [:]
  private var spare: [EasyHandle] = []
  private var lastSweep = ContinuousClock.now

  private static let sweepMilliseconds: Int32 = 50

  private static let curlIsReady: Void = {
    guard outreach_curl_start() == CURLE_OK else { fatalError("libcurl could not be started.") }
  }()

  init(_ settings: TransferSettings) {
    _ = Self.curlIsReady
    guard let multi = curl_multi_init() else { fatalError("There is not enough memory for outgoing connections.") }
    self.multi = multi
    self.settings = settings
    outreach_curl_multi_set_long(multi, CURLMOPT_MAX_HOST_CONNECTIONS, settings.connectionsPerHost)
    outreach_curl_multi_set_long(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, settings.connections)
    outreach_curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, settings.connections)
  }

  /// Starts the thread, which keeps the loop alive until `stop`.
  func start() {
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<TransferLoop>.fromOpaque(context).takeRetainedValue().run() }
        return nil
      }, Unmanaged.passRetained(self).toOpaque())
    guard code == 0 else { fatalError("No thread could be started for outgoing connections.") }
    pthread_detach(thread)
  }

  func add(_ errand: any Errand) {
    let isClosed = inbox.withLock { inbox in
      guard !inbox.isClosed else { return true }
      inbox.arrived.append(errand)
      if inbox.arrived.count == 1 { curl_multi_wakeup(multi) }
      return false
    }
    if isClosed { errand.abandon() }
  }

  /// Asks the thread to end; it answers everything that is still under way.
  func stop() {
    inbox.withLock { inbox in
      guard !inbox.isClosed else { return }
      inbox.isClosed = true
      curl_multi_wakeup(multi)
    }
  }

  /// Returns when the thread has ended.
  func ended() async {
    await withCheckedContinuation { continuation in
      let isOver = inbox.withLock { inbox in
        if !inbox.hasEnded { inbox.waitingForEnd.append(continuation) }
        return inbox.hasEnded
      }
      if isOver { continuation.resume() }
    }
  }

  private func run() {
    // Signals belong to the main thread; and a connection that breaks must be an error here, not SIGPIPE.
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, nil)
    while let arrived = takeArrived() {
      for errand in arrived { begin(errand) }
      var count: Int32 = 0
      curl_multi_perform(multi, &count)
      collect()
      sweep()
      curl_multi_poll(multi, nil, 0, running.isEmpty ? 10_000 : Self.sweepMilliseconds, nil)
    }
    end()
  }

  /// What came in since the last time; nil once the loop was closed.
  private func takeArrived() -> [any Errand]? {
    inbox.withLock { inbox in
      guard !inbox.isClosed else { return nil }
      defer { inbox.arrived.removeAll(keepingCapacity: true) }
      return inbox.arrived
    }
  }

  private func begin(_ errand: any Errand) {
    guard errand.isWellFormed else { return errand.refuse(.badRequest) }
    guard let easy = spare.popLast() ?? errand.makeHandle(settings) else {
      return errand.refuse(.other("not enough memory"))
    }
    guard errand.prepare(easy), curl_multi_add_handle(multi, easy.pointer) == CURLM_OK else {
      easy.free()
      return errand.refuse(.other("libcurl refused the request"))
    }
    running[easy.pointer] = errand
  }

  private func collect() {
    var pointer: UnsafeMutableRawPointer?
    var code = CURLE_OK
    while outreach_curl_next_done(multi, &pointer, &code) != 0, let done = pointer {
      let easy = EasyHandle(done)
      let status = easy.status
      release(easy)?.settle(code, status: status)
      keep(easy)
    }
  }

  /// libcurl minds no time limit while a request waits for a free connection.
  private func sweep() {
    let now = ContinuousClock.now
    guard now - lastSweep >= .milliseconds(Self.sweepMilliseconds) else { return }
    lastSweep = now
    for (pointer, errand) in running where errand.hasWaitedTooLong(now) {
      let easy = EasyHandle(pointer)
      _ = release(easy)
      errand.refuse(.timedOut)
      keep(easy)
    }
  }

  private func release(_ easy: EasyHandle) -> (any Errand)? {
    curl_multi_remove_handle(multi, easy.pointer)
    return running.removeValue(forKey: easy.pointer)
  }

  private func keep(_ easy: EasyHandle) {
    spare.append(easy)
  }

  private func end() {
    collect()
    for pointer in running.keys {
      let easy = EasyHandle(pointer)
      release(easy)?.abandon()
      easy.free()
    }
    for easy in spare { easy.free() }
    curl_multi_cleanup(multi)
    let (arrived, waiting) = inbox.withLock { inbox in
      inbox.hasEnded = true
      return (inbox.arrived, inbox.waitingForEnd)
    }
    for errand in arrived { errand.abandon() }
    for continuation in waiting { continuation.resume() }
  }
}
