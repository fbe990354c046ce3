import Synchronization
import Testing

@testable import HTTPServer

/// Runs a server on a free port for one test, and checks at the end that it stops cleanly and leaks no request.
func withServer(
  _ change: (inout ServerSettings) -> Void = { _ in }, handler: @escaping Handler = echo,
  _ body: (Server) async throws -> Void
) async throws {
  var settings = ServerSettings()
  change(&settings)
  let server = Server(settings, handler: handler)
  try server.start()
  let outcome: Result<Void, any Error>
  do { outcome = .success(try await body(server)) } catch { outcome = .failure(error) }
  #expect(await server.stop(grace: .seconds(20)))
  #expect(server.openExchanges == 0)
  #expect(server.requestsInFlight == 0)
  try outcome.get()
}

/// Says what it was given.
let echo: Handler = { request in
  .text("\(request.method) \(request.rawPath) [\(request.path.joined(separator: "|"))] \(request.body.count)")
}

/// What handlers saw, across threads.
final class Notes: Sendable {
  private let lines = Mutex<[String]>([])
  func add(_ line: String) { lines.withLock { $0.append(line) } }
  var all: [String] { lines.withLock { $0 } }
}

/// Counts across threads.
final class Tally: Sendable {
  private let count = Atomic<Int>(0)
  /// Adds one and says how many there were before.
  @discardableResult func add() -> Int { count.add(1, ordering: .sequentiallyConsistent).oldValue }
  var value: Int { count.load(ordering: .sequentiallyConsistent) }
}

/// Holds handlers back until a test opens it.
actor Gate {
  private var isOpen = false
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var arrivals: [CheckedContinuation<Void, Never>] = []
  private var arrived = 0

  func pass() async {
    arrived += 1
    for arrival in arrivals { arrival.resume() }
    arrivals = []
    if !isOpen { await withCheckedContinuation { waiting.append($0) } }
  }

  func open() {
    isOpen = true
    for one in waiting { one.resume() }
    waiting = []
  }

  func waitForArrivals(_ count: Int) async {
    while arrived < count { await withCheckedContinuation { arrivals.append($0) } }
  }
}

/// Waits for something that will come about, however slow the machine; the test's own time limit is the bound.
func eventually(_ condition: @Sendable () async -> Bool) async throws {
  while !(await condition()) { try await Task.sleep(for: .milliseconds(5)) }
}
