import Foundation
import Testing

@testable import HTTPServer

@Suite(.timeLimit(.minutes(2))) struct `What a client may take` {
  @Test func `headers that drip are cut at the deadline`() async throws {
    try await withServer({ $0.headerDeadline = .milliseconds(400) }) { server in
      let port = server.port
      let answer = try await offPool {
        let client = try RawClient(port)
        client.send("GET /a HTTP/1.1\r\nHost: x\r\nX: ")
        while client.send("a") { usleep(20_000) }
        return try client.readToEnd()
      }
      #expect(answer.isEmpty)
    }
  }

  @Test func `a body that drips is cut at the deadline`() async throws {
    let change: (inout ServerSettings) -> Void = {
      $0.bodyDeadline = .milliseconds(400)
      $0.slowestUpload = 1 << 20
    }
    try await withServer(change) { server in
      let port = server.port
      let answer = try await offPool {
        let client = try RawClient(port)
        client.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n")
        while client.send("a") { usleep(20_000) }
        return try client.readToEnd()
      }
      #expect(answer.isEmpty)
    }
  }

  @Test func `a silent connection is closed`() async throws {
    try await withServer({ $0.idleTimeout = .seconds(1) }) { server in
      let port = server.port
      let answer = try await offPool { try RawClient(port).readToEnd() }
      #expect(answer.isEmpty)
    }
  }

  @Test func `the body limit depends on the path and is told before the body is read`() async throws {
    let change: (inout ServerSettings) -> Void = { $0.maxBody = { $1 == "/import" ? 3_000_000 : 10 } }
    try await withServer(change) { server in
      let port = server.port
      let answers = try await offPool {
        let large = try RawClient(port)
        large.send("POST /import HTTP/1.1\r\nHost: x\r\nContent-Length: 3000000\r\n\r\n")
        large.send([UInt8](repeating: 65, count: 3_000_000))
        let refused = try RawClient(port)
        refused.send("POST /other HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\n")
        let refusal = try refused.readMessage()
        return (try large.readMessage().body, refusal)
      }
      #expect(answers.0 == "POST /import [import] 3000000")
      #expect(answers.1.status == 413)
      #expect(answers.1.headers["connection"] == "close")
      #expect(answers.1.body.contains("at most 10 bytes"))
    }
  }

  @Test func `a browser whose form is too large gets a page, not JSON`() async throws {
    let change: (inout ServerSettings) -> Void = { $0.maxBody = { _, _ in 10 } }
    try await withServer(change) { server in
      let port = server.port
      let message = try await offPool {
        let client = try RawClient(port)
        client.send("POST /form HTTP/1.1\r\nHost: x\r\nAccept: text/html,*/*\r\nContent-Length: 11\r\n\r\n")
        return try client.readMessage()
      }
      #expect(message.status == 413)
      #expect(message.headers["content-type"] == "text/html; charset=utf-8")
      #expect(message.body.contains("<h1>Content Too Large</h1>"))
    }
  }

  @Test func `bodies beyond the budget are cut`() async throws {
    let change: (inout ServerSettings) -> Void = { $0.bodyBudget = 100_000 }
    try await withServer(change) { server in
      let port = server.port
      let answer = try await offPool {
        let client = try RawClient(port)
        client.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 500000\r\n\r\n")
        client.send([UInt8](repeating: 65, count: 500_000))
        return try client.readToEnd()
      }
      #expect(answer.isEmpty)
    }
  }

  @Test func `one address has its share of the connections`() async throws {
    try await withServer({ $0.perAddressLimit = 2 }) { server in
      let port = server.port
      let bodies = try await offPool {
        let pair = [try RawClient(port), try RawClient(port)]
        var bodies: [String] = []
        for client in pair {
          client.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n")
          bodies.append(try client.readMessage().body)
        }
        bodies.append(try RawClient(port).readToEnd())
        return withExtendedLifetime(pair) { bodies }
      }
      #expect(bodies == ["GET /a [a] 0", "GET /a [a] 0", ""])
    }
  }

  @Test func `clients beyond the connection limit are served once others leave`() async throws {
    let change: (inout ServerSettings) -> Void = {
      $0.connectionLimit = 2
      $0.threads = 1
    }
    try await withServer(change) { server in
      let port = server.port
      let answer = try await offPool {
        var first = [try RawClient(port), try RawClient(port)]
        for client in first {
          client.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n")
          _ = try client.readMessage()
        }
        let third = try RawClient(port)
        third.send("GET /third HTTP/1.1\r\nHost: x\r\n\r\n")
        first.removeAll()
        return try third.readMessage().body
      }
      #expect(answer == "GET /third [third] 0")
    }
  }
}
