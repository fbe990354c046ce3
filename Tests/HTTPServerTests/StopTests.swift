import Foundation
import Testing

@testable import HTTPServer

@Suite(.timeLimit(.minutes(2))) struct `Stopping` {
  @Test func `a stop under load cuts no answer in the middle and leaves nothing hanging`() async throws {
    let handler: Handler = { _ in
      await Task.yield()
      return .text(String(repeating: "x", count: 1000))
    }
    for _ in 0..<5 {
      let server = Server(ServerSettings(), handler: handler)
      try server.start()
      let port = server.port
      let answered = Tally()
      let cut = Tally()
      async let load: Void = withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<16 {
          group.addTask {
            try await offPool {
              while let client = try? RawClient(port), client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n") {
                guard let message = try? client.readMessage() else { continue }
                if message.status == 200, message.body.count != 1000 { cut.add() }
                answered.add()
              }
            }
          }
        }
        try await group.waitForAll()
      }
      try await eventually { answered.value > 100 }
      #expect(await server.stop(grace: .seconds(20)))
      try await load
      #expect(cut.value == 0)
      #expect(server.openExchanges == 0)
    }
  }

  @Test func `an answer that is being made is finished and delivered`() async throws {
    let gate = Gate()
    let handler: Handler = { _ in
      await gate.pass()
      return .text("late")
    }
    let server = Server(ServerSettings(), handler: handler)
    try server.start()
    let port = server.port
    let client = try await offPool {
      let client = try RawClient(port)
      client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
      return client
    }
    await gate.waitForArrivals(1)
    async let stopped = server.stop(grace: .seconds(20))
    // Once new clients are refused the stop has begun.
    try await eventually { (try? await offPool { try RawClient(port) }) == nil }
    await gate.open()
    let message = try await offPool { try client.readMessage() }
    #expect(message.body == "late")
    #expect(message.headers["connection"]?.lowercased() == "close")
    #expect(await stopped)
  }

  @Test func `clients that left while their handler worked are no trouble`() async throws {
    let gate = Gate()
    let handler: Handler = { _ in
      await gate.pass()
      return .text("nobody reads this")
    }
    try await withServer(handler: handler) { server in
      let port = server.port
      try await offPool {
        let clients = try (0..<20).map { _ in try RawClient(port) }
        for client in clients { client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n") }
      }
      await gate.waitForArrivals(20)
      await gate.open()
      try await eventually { server.requestsInFlight == 0 }
    }
  }

  @Test func `a handler that does not come back is reported instead of aborting the process`() async throws {
    let gate = Gate()
    let handler: Handler = { _ in
      await gate.pass()
      return .text("too late")
    }
    let server = Server(ServerSettings(), handler: handler)
    try server.start()
    let port = server.port
    let client = try await offPool {
      let client = try RawClient(port)
      client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
      return client
    }
    await gate.waitForArrivals(1)
    #expect(await server.stop(grace: .milliseconds(50)) == false)
    await gate.open()
    let message = try await offPool { try client.readMessage() }
    #expect(message.body == "too late")
  }

  @Test func `a client that stops reading does not hold up the stop for longer than the grace`() async throws {
    let chunk = [UInt8](repeating: 65, count: 1 << 20)
    let handler: Handler = { _ in Response(body: .stream { chunk }) }
    let server = Server(ServerSettings(), handler: handler)
    try server.start()
    let port = server.port
    let client = try await offPool {
      let client = try RawClient(port)
      client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
      _ = try client.readLine()
      return client
    }
    #expect(await server.stop(grace: .milliseconds(200)))
    #expect(server.openExchanges == 0)
    withExtendedLifetime(client) {}
  }

  @Test func `sources that ignore their end are cut after the grace`() async throws {
    let handler: Handler = { _ in
      Response(
        body: .stream {
          try? await Task.sleep(for: .seconds(3600))
          return [65]
        })
    }
    let server = Server(ServerSettings(), handler: handler)
    try server.start()
    let port = server.port
    let clients = try await offPool {
      try (0..<8).map { _ in
        let client = try RawClient(port)
        client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        while try !client.readLine().isEmpty {}
        return client
      }
    }
    async let stopped = server.stop(grace: .milliseconds(200))
    async let rests = offPool { try clients.map { try $0.readToEnd() } }
    #expect(await stopped)
    for rest in try await rests { #expect(!rest.hasSuffix("\r\n0\r\n\r\n")) }
  }

  @Test func `a stopped server says so again and does not start anew`() async throws {
    let server = Server(ServerSettings(), handler: echo)
    try server.start()
    #expect(await server.stop(grace: .seconds(1)))
    #expect(await server.stop(grace: .seconds(1)))
    #expect(server.port == 0)
    #expect(throws: ServerError.alreadyRunning) { try server.start() }
  }
}
