import CMicroHTTPD
import Glibc
import Synchronization

/// What the library's callbacks share: settings, counters and the requests on their way. Each connection stays on one
/// worker thread; the counters are what lets `Server.stop` know when freeing the daemon is safe.
final class Engine: Sendable {
  let settings: ServerSettings
  let handler: Handler
  private let proxies: Set<String>
  let deadlines = Deadlines()
  let streams = StreamRegistry()
  /// Set first when stopping: from then on a request is answered 503 instead of being given to a handler.
  let isStopping = Atomic<Bool>(false)
  /// Set when the grace is over: from then on no stream may suspend its connection again.
  let isForcing = Atomic<Bool>(false)
  let requestsInFlight = Atomic<Int>(0)
  /// The library aborts the process when it is stopped while this is not 0.
  let suspendedConnections = Atomic<Int>(0)
  let openExchanges = Atomic<Int>(0)
  private let bodyBytes = Atomic<Int>(0)

  init(settings: ServerSettings, handler: @escaping Handler) {
    self.settings = settings
    self.handler = handler
    proxies = Set(settings.trustedProxies.compactMap(PeerAddress.canonical))
  }

  // MARK: A request, step by step

  func open(_ uri: UnsafePointer<CChar>?) -> Exchange {
    openExchanges.add(1, ordering: .relaxed)
    return Exchange(uri: uri)
  }

  /// All headers are here and nothing of the body.
  func begin(
    _ exchange: Exchange, on connection: OpaquePointer, method: UnsafePointer<CChar>, version: UnsafePointer<CChar>
  ) -> MHD_Result {
    exchange.begun = true
    do throws(Refusal) {
      let head = try readHead(exchange, connection, method: method, version: version)
      exchange.head = head
      return .YES
    } catch {
      return Reply(error.response, on: connection, engine: self, exchange: exchange).queue()
    }
  }

  private func readHead(
    _ exchange: Exchange, _ connection: OpaquePointer, method: UnsafePointer<CChar>, version: UnsafePointer<CChar>
  ) throws(Refusal) -> RequestHead {
    guard let raw = exchange.target else { throw .badRequest("The request line holds no address.") }
    if outreach_mhd_cuts_at_nul(), UInt(bitPattern: version) != exchange.targetEnd + 1 {
      throw .badRequest("The request line holds a NUL or too many spaces.")
    }
    let checked = try RequestGuard(connection, version: version)
    let method = String(cString: method)
    guard !method.isEmpty, method.utf8.allSatisfy(isTokenByte) else { throw .badRequest("The method is not a token.") }
    let target = try RequestTarget(raw)
    let limit = settings.maxBody(method, target.rawPath)
    guard checked.contentLength <= limit else {
      var refusal = Refusal.tooLarge(limit: limit)
      refusal.isForBrowser = checked.headers.contains { $0.name.lowercased() == "accept" && $0.value.contains("text/html") }
      throw refusal
    }
    exchange.bodyLimit = checked.contentLength
    if checked.contentLength > 0 {
      let seconds = checked.contentLength / max(1, settings.slowestUpload)
      deadlines.set(outreach_mhd_socket(connection), after: settings.bodyDeadline + .seconds(seconds))
    }
    let peer = PeerAddress.text(of: connection)
    return RequestHead(
      method: method, target: target, headers: checked.headers,
      peer: PeerAddress.client(peer: peer, headers: checked.headers, proxies: proxies),
      isSecure: settings.tls != nil
        || PeerAddress.cameByHTTPS(peer: peer, headers: checked.headers, proxies: proxies))
  }

  /// A piece of the body. False cuts the connection: the library cannot answer in the middle of an upload.
  func receive(_ bytes: UnsafeRawBufferPointer, _ exchange: Exchange) -> Bool {
    let count = bytes.count
    guard exchange.body.count + count <= exchange.bodyLimit else { return false }
    exchange.budgeted += count
    let held = bodyBytes.add(count, ordering: .relaxed).newValue
    guard held <= settings.bodyBudget else { return false }
    exchange.body.append(contentsOf: bytes)
    return true
  }

  /// The request is complete: suspends the connection and lets the handler work. The order matters: the connection
  /// must be suspended before the task can resume it, and the counters must stand before `isStopping` is read.
  func dispatch(_ exchange: Exchange, on connection: OpaquePointer) -> MHD_Result {
    requestsInFlight.add(1, ordering: .sequentiallyConsistent)
    exchange.isInFlight = true
    guard noteSuspended(exchange, unless: isStopping), let request = exchange.takeRequest() else {
      return Reply(Refusal.stopping.response, on: connection, engine: self, exchange: exchange).queue()
    }
    deadlines.clear(outreach_mhd_socket(connection))
    MHD_suspend_connection(connection)
    let carried = Connection(handle: connection)
    Task { [handler] in
      exchange.response = await handler(request).packed(for: request)
      MHD_resume_connection(carried.handle)
    }
    return .YES
  }

  /// The answer is written, or the client is gone; the library calls this once for every target it read.
  func complete(_ exchange: Exchange, on connection: OpaquePointer) {
    noteAwake(exchange)
    bodyBytes.subtract(exchange.budgeted, ordering: .relaxed)
    openExchanges.subtract(1, ordering: .relaxed)
    if exchange.isInFlight { requestsInFlight.subtract(1, ordering: .sequentiallyConsistent) }
    deadlines.set(outreach_mhd_socket(connection), after: settings.idleTimeout + settings.headerDeadline)
  }

  // MARK: Suspension, counted

  /// Counts the suspension that the caller is about to make, unless `flag` forbids it. Worker thread only.
  func noteSuspended(_ exchange: Exchange, unless flag: borrowing Atomic<Bool>) -> Bool {
    suspendedConnections.add(1, ordering: .sequentiallyConsistent)
    if flag.load(ordering: .sequentiallyConsistent) {
      suspendedConnections.subtract(1, ordering: .sequentiallyConsistent)
      return false
    }
    exchange.isSuspended = true
    return true
  }

  /// The library calls for this connection again, so it is no longer suspended. Worker thread only.
  func noteAwake(_ exchange: Exchange) {
    guard exchange.isSuspended else { return }
    exchange.isSuspended = false
    suspendedConnections.subtract(1, ordering: .sequentiallyConsistent)
  }
}
