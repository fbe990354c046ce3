import Glibc
import Testing
import Transfer

/// libcurl sends a request again when a reused connection ends without an answer; a person would get the message twice.
@Suite struct ConnectionReuseTests {
  /// Idle connections live long here: on a busy machine minutes may pass between two requests.
  private let client = TransferClient(TransferSettings(idle: .seconds(3600)))

  private func send(_ method: HTTPRequest.Method, _ url: String) async -> TransferResult {
    let body = method == .get ? [] : Array("once".utf8)
    return await client.send(HTTPRequest(method, url, body: body, limits: HTTPLimits(allowPrivate: true)))
  }

  private func isAnswered(_ result: TransferResult) -> Bool {
    if case .answered = result { true } else { false }
  }

  @Test func `requests one after another share a connection`() async throws {
    let server = try RawServer { connection, _ in while connection.read() != nil { connection.answer() } }
    for _ in 0..<20 { #expect(isAnswered(await send(.post, server.url))) }
    #expect(server.connections == 1)
    #expect(server.requests == 20)
  }

  @Test(arguments: [HTTPRequest.Method.post, .get, .put], [false, true])
  func `a reused connection that dies with the request does not send it again`(
    method: HTTPRequest.Method, isReset: Bool
  ) async throws {
    let server = try RawServer { connection, number in
      connection.read()
      connection.answer()
      guard number == 0 else { return connection.waitForEnd() }
      connection.read()
      if isReset { connection.reset() }
    }
    #expect(isAnswered(await send(method, server.url)))
    #expect(await send(method, server.url) == .unclear(.connectionLost))
    #expect(server.requests == 2)
    #expect(server.connections == 1)
    #expect(isAnswered(await send(method, server.url)))
  }

  @Test func `nor over another connection that stands idle`() async throws {
    let server = try RawServer { connection, _ in
      connection.read()
      // Nobody is answered before all four are there, so that each opens a connection of its own.
      while connection.server.requests < 4 { sched_yield() }
      connection.answer()
      connection.read()
    }
    let warmed = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 { group.addTask { isAnswered(await send(.post, server.url)) } }
      return await group.reduce(true) { $0 && $1 }
    }
    #expect(warmed)
    #expect(server.connections == 4)
    #expect(await send(.post, server.url) == .unclear(.connectionLost))
    #expect(server.requests == 5)
  }

  @Test func `a server that is gone when libcurl would send again does not make it never left`() async throws {
    let server = try RawServer { connection, _ in
      connection.read()
      connection.answer()
      connection.read()
      connection.server.stop()
    }
    #expect(isAnswered(await send(.post, server.url)))
    #expect(await send(.post, server.url) == .unclear(.connectionLost))
    #expect(server.requests == 2)
  }

  @Test func `a connection that the server closed while idle is not used again`() async throws {
    let closed = Signal()
    let server = try RawServer { connection, number in
      connection.read()
      connection.answer()
      if number == 0 {
        connection.end()
        closed.fire()
      }
      connection.waitForEnd()
    }
    #expect(isAnswered(await send(.post, server.url)))
    await closed.wait()
    #expect(isAnswered(await send(.post, server.url)))
    #expect(server.requests == 2)
    #expect(server.connections == 2)
  }

  @Test func `no more connections than the cap, and all requests get through`() async throws {
    let server = try RawServer { connection, _ in while connection.read() != nil { connection.answer() } }
    let client = TransferClient(TransferSettings(connectionsPerHost: 3))
    let request = HTTPRequest(.post, server.url, limits: HTTPLimits(allowPrivate: true))
    let answered = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<200 {
        group.addTask { isAnswered(await client.send(request)) }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(answered == 200)
    #expect(server.requests == 200)
    #expect(server.connections <= 3)
    await client.close()
  }

  @Test func `a request that waits for a free connection until its time is up never left`() async throws {
    let server = try RawServer { connection, _ in
      connection.read()
      connection.waitForEnd()
    }
    let client = TransferClient(TransferSettings(connectionsPerHost: 1))
    async let first = client.send(HTTPRequest(.post, server.url, limits: HTTPLimits(allowPrivate: true)))
    while server.requests == 0 { await Task.yield() }
    let limits = HTTPLimits(total: .milliseconds(100), allowPrivate: true)
    let second = await client.send(HTTPRequest(.post, server.url, limits: limits))
    #expect(second == .neverLeft(.timedOut))
    await client.close()
    #expect(await first == .unclear(.closed))
    #expect(server.requests == 1)
  }
}
