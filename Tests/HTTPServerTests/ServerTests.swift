import Foundation
import Testing

@testable import HTTPServer

@Suite(.timeLimit(.minutes(2))) struct `A server and its clients` {
  @Test func `one connection carries many requests, pipelined too`() async throws {
    try await withServer { server in
      let port = server.port
      let (client, bodies) = try await offPool {
        let client = try RawClient(port)
        client.send((1...5).map { "GET /\($0) HTTP/1.1\r\nHost: x\r\n\r\n" }.joined())
        return (client, try (1...5).map { _ in try client.readMessage().body })
      }
      #expect(bodies == (1...5).map { "GET /\($0) [\($0)] 0" })
      #expect(server.connections == 1)
      withExtendedLifetime(client) {}
    }
  }

  @Test func `HEAD is GET without the body`() async throws {
    try await withServer { server in
      let port = server.port
      let (head, next) = try await offPool {
        let client = try RawClient(port)
        client.send("HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n")
        let head = try client.readMessage(hasBody: false)
        client.send("GET /b HTTP/1.1\r\nHost: x\r\n\r\n")
        return (head, try client.readMessage())
      }
      #expect(head.status == 200)
      #expect(head.headers["content-length"] == "12")
      #expect(next.body == "GET /b [b] 0")
    }
  }

  @Test func `HEAD of a stream never starts its source`() async throws {
    let notes = Notes()
    let handler: Handler = { _ in
      Response(
        body: .stream {
          notes.add("started")
          return nil
        })
    }
    try await withServer(handler: handler) { server in
      let port = server.port
      _ = try await offPool {
        let client = try RawClient(port)
        client.send("HEAD /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        return try client.readToEnd()
      }
      #expect(notes.all.isEmpty)
    }
  }

  @Test func `a client that asks first is told to go on`() async throws {
    try await withServer { server in
      let port = server.port
      let body = try await offPool {
        let client = try RawClient(port)
        client.send("POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n")
        let go = try client.readLine()
        _ = try client.readLine()
        client.send("abc")
        return [go, try client.readMessage().body]
      }
      #expect(body == ["HTTP/1.1 100 Continue", "POST /a [a] 3"])
    }
  }

  @Test func `a hundred handlers wait at the same time`() async throws {
    let gate = Gate()
    let handler: Handler = { request in
      await gate.pass()
      return .text(request.rawPath)
    }
    try await withServer(handler: handler) { server in
      let port = server.port
      let clients = try await offPool {
        try (0..<100).map { number in
          let client = try RawClient(port)
          client.send("GET /\(number) HTTP/1.1\r\nHost: x\r\n\r\n")
          return client
        }
      }
      await gate.waitForArrivals(100)
      #expect(server.requestsInFlight == 100)
      await gate.open()
      let bodies = try await offPool { try clients.map { try $0.readMessage().body } }
      #expect(bodies == (0..<100).map { "/\($0)" })
    }
  }

  @Test func `queries and headers arrive decoded and in order`() async throws {
    let handler: Handler = { request in
      .text("\(request.query.map { "\($0.name)=\($0.value)" }) \(request.header("x-one") ?? "-") \(request.peer)")
    }
    try await withServer(handler: handler) { server in
      let port = server.port
      let body = try await offPool {
        let client = try RawClient(port)
        client.send("GET /a?q=a+b%26c&empty&q=%E1%9E%80 HTTP/1.1\r\nHost: x\r\nX-One: 1\r\n\r\n")
        return try client.readMessage().body
      }
      #expect(body == "[\"q=a b&c\", \"empty=\", \"q=ក\"] 1 127.0.0.1")
    }
  }

  @Test func `only a listed proxy may say who the client is`() async throws {
    let handler: Handler = { .text("\($0.peer) \($0.secure)") }
    let request =
      "GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 6.6.6.6, 203.0.113.7\r\nX-Forwarded-Proto: https\r\n\r\n"
    for (proxies, expected) in [([], "127.0.0.1 false"), (["127.0.0.1"], "203.0.113.7 true")] {
      try await withServer({ $0.trustedProxies = proxies }, handler: handler) { server in
        let port = server.port
        let body = try await offPool {
          let client = try RawClient(port)
          client.send(request)
          return try client.readMessage().body
        }
        #expect(body == expected)
      }
    }
  }

  @Test func `a line break in an answer's header becomes a 500, not a header`() async throws {
    let handler: Handler = { _ in .redirect(to: "/a\r\nX-Evil: 1") }
    try await withServer(handler: handler) { server in
      let port = server.port
      let message = try await offPool {
        let client = try RawClient(port)
        client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        return try client.readMessage()
      }
      #expect(message.status == 500)
      #expect(message.headers["x-evil"] == nil)
    }
  }

  @Test func `a taken port, a foreign address and nonsense are named`() async throws {
    try await withServer { server in
      let second = Server(ServerSettings(port: server.port), handler: echo)
      let taken = ServerError.portInUse(address: "127.0.0.1", port: server.port)
      #expect(throws: taken) { try second.start() }
      #expect(
        taken.description == "Port \(server.port) on 127.0.0.1 is already in use; "
          + "stop the other program or choose another port with --listen")
      #expect(throws: ServerError.alreadyRunning) { try server.start() }
    }
    #expect(throws: ServerError.notAnAddress("localhost")) {
      try Server(ServerSettings(address: "localhost"), handler: echo).start()
    }
    #expect(throws: ServerError.notOurAddress("203.0.113.1")) {
      try Server(ServerSettings(address: "203.0.113.1"), handler: echo).start()
    }
  }
}
