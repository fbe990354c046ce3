import Glibc
import Testing
import Transfer

/// What each way of answering, or of not answering, is called.
@Suite struct TransferClientTests {
  private let client = TransferClient()

  private func post(_ url: String, _ limits: HTTPLimits = HTTPLimits(allowPrivate: true)) async -> TransferResult {
    await client.send(HTTPRequest(.post, url, body: Array("{}".utf8), limits: limits))
  }

  @Test func `an answer comes back whole`() async throws {
    let server = try RawServer { connection, _ in
      while connection.read() != nil {
        connection.answer("សួស្តី", status: "202 Accepted", headers: ["X-Id:  7 ", "x-empty:"])
      }
    }
    let result = await post(server.url + "a?b=c")
    guard case .answered(let answer) = result else { throw Unexpected(result) }
    #expect(answer.status == 202)
    #expect(String(decoding: answer.body, as: UTF8.self) == "សួស្តី")
    #expect(answer.value(of: "x-ID") == "7")
    #expect(answer.value(of: "X-Empty") == "")
    #expect(answer.value(of: "none") == nil)
  }

  @Test(arguments: ["400 Bad Request", "429 Too Many Requests", "500 Oops", "503 Busy"])
  func `a refusal is an answer`(status: String) async throws {
    let server = try RawServer { connection, _ in
      while connection.read() != nil { connection.answer("no", status: status, headers: ["Retry-After: 3"]) }
    }
    let result = await post(server.url)
    guard case .answered(let answer) = result else { throw Unexpected(result) }
    #expect("\(answer.status)" == status.prefix(3))
    #expect(answer.value(of: "retry-after") == "3")
  }

  @Test func `interim answers are passed over`() async throws {
    let server = try RawServer { connection, _ in
      connection.read()
      connection.write("HTTP/1.1 100 Continue\r\nX-Early: 1\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n")
      connection.answer(headers: ["X-Late: 1"])
    }
    let result = await post(server.url)
    guard case .answered(let answer) = result else { throw Unexpected(result) }
    #expect(answer.status == 200)
    #expect(answer.headers.map(\.name) == ["Content-Length", "X-Late"])
  }

  @Test func `an answer in chunks with a trailer is whole`() async throws {
    let server = try RawServer { connection, _ in
      connection.read()
      connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-Sum: 1\r\n\r\n")
      connection.waitForEnd()
    }
    let result = await post(server.url)
    guard case .answered(let answer) = result else { throw Unexpected(result) }
    #expect(String(decoding: answer.body, as: UTF8.self) == "ok")
    #expect(answer.value(of: "X-Sum") == "1")
  }

  @Test func `what is sent is what was asked, nothing more`() async throws {
    let server = try RawServer { connection, _ in while connection.read() != nil { connection.answer() } }
    let headers = [HTTPHeader("Idempotency-Key", "k1"), HTTPHeader("X-Empty", "")]
    for method in [HTTPRequest.Method.get, .head, .post, .put, .patch, .delete] {
      let body = method == .get || method == .head ? [] : Array("a\0b".utf8)
      let limits = HTTPLimits(allowPrivate: true)
      let request = HTTPRequest(method, server.url + "p?q=%00", headers: headers, body: body, limits: limits)
      _ = await client.send(request)
    }
    _ = await client.send(HTTPRequest(.post, server.url, limits: HTTPLimits(allowPrivate: true)))
    let received = server.received
    #expect(
      received.map(\.line) == [
        "GET /p?q=%00 HTTP/1.1", "HEAD /p?q=%00 HTTP/1.1", "POST /p?q=%00 HTTP/1.1", "PUT /p?q=%00 HTTP/1.1",
        "PATCH /p?q=%00 HTTP/1.1", "DELETE /p?q=%00 HTTP/1.1", "POST / HTTP/1.1",
      ])
    #expect(received.map(\.body) == ["", "", "a\0b", "a\0b", "a\0b", "a\0b", ""])
    let expected = ["Host: 127.0.0.1:\(server.port)", "User-Agent: outreach", "Accept: */*"]
    #expect(received[0].headers == expected + ["Idempotency-Key: k1", "X-Empty:"])
    #expect(received[2].headers == expected + ["Idempotency-Key: k1", "X-Empty:", "Content-Length: 3"])
    #expect(received[6].headers == expected + ["Content-Length: 0"])
  }

  @Test func `a redirect is an answer and is not followed`() async throws {
    let server = try RawServer { connection, _ in
      while connection.read() != nil { connection.answer("", status: "302 Found", headers: ["Location: /other"]) }
    }
    let result = await post(server.url)
    guard case .answered(let answer) = result else { throw Unexpected(result) }
    #expect(answer.status == 302)
    #expect(server.requests == 1)
  }

  @Test func `nobody listening means it never left`() async throws {
    let server = try RawServer { _, _ in }
    server.stop()
    #expect(await post(server.url) == .neverLeft(.refused))
  }

  @Test func `a name that is none means it never left`() async {
    let name = String(repeating: "a", count: 64)
    #expect(await post("http://\(name).invalid/") == .neverLeft(.nameNotFound))
  }

  @Test(arguments: ["", "nonsense://x", "file:///etc/passwd", "ftp://127.0.0.1/", "http://", "http://u:p@127.0.0.1/"])
  func `an address that is no web address never leaves`(url: String) async {
    #expect(await post(url) == .neverLeft(.badAddress))
  }

  @Test(arguments: [
    ("http://127.0.0.1/a b", "X", "v"), ("http://127.0.0.1/\r\nX: y", "X", "v"), ("http://127.0.0.1/\0", "X", "v"),
    ("http://127.0.0.1/", "X", "v\r\nY: z"), ("http://127.0.0.1/", "X", "v\0"), ("http://127.0.0.1/", "X:", "v"),
    ("http://127.0.0.1/", "", "v"), ("http://127.0.0.1/", "Content-Length", "9"),
    ("http://127.0.0.1/", "transfer-encoding", "chunked"), ("http://127.0.0.1/", "Host", "other"),
  ])
  func `nothing can be smuggled into a request`(url: String, name: String, value: String) async {
    let request = HTTPRequest(.post, url, headers: [HTTPHeader(name, value)], limits: HTTPLimits(allowPrivate: true))
    #expect(await client.send(request) == .neverLeft(.badRequest))
  }

  @Test func `a server that takes no connection in time means it never left`() async throws {
    let server = try RawServer(backlog: 0, nil)
    // The kernel completes as many connections as the backlog holds; after them nobody gets an answer.
    var address = RawServer.loopback(port: server.port)
    let fillers = (0..<4).map { _ in socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0) }
    for filler in fillers {
      withUnsafePointer(to: &address) { pointer in
        _ = pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(filler, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
    }
    let limits = HTTPLimits(connect: .milliseconds(200), allowPrivate: true)
    #expect(await post(server.url, limits) == .neverLeft(.timedOut))
    for filler in fillers { close(filler) }
  }

  @Test func `a server that speaks no TLS means it never left`() async throws {
    let server = try RawServer { connection, _ in connection.answer("plain") }
    #expect(await post("https://127.0.0.1:\(server.port)/") == .neverLeft(.tls))
  }

  @Test func `a TLS handshake that hangs means it never left`() async throws {
    let server = try RawServer { connection, _ in connection.waitForEnd() }
    let limits = HTTPLimits(connect: .milliseconds(200), allowPrivate: true)
    #expect(await post("https://127.0.0.1:\(server.port)/", limits) == .neverLeft(.timedOut))
  }

  @Test func `no answer in time is unclear`() async throws {
    let server = try RawServer { connection, _ in
      connection.read()
      connection.waitForEnd()
    }
    #expect(await post(server.url, HTTPLimits(total: .milliseconds(200), allowPrivate: true)) == .unclear(.timedOut))
    #expect(server.requests == 1)
  }

  @Test func `an end or a reset after the request is unclear`() async throws {
    for isReset in [false, true] {
      let server = try RawServer { connection, _ in
        connection.read()
        if isReset { connection.reset() }
      }
      #expect(await post(server.url) == .unclear(.connectionLost))
      #expect(server.requests == 1)
      #expect(server.connections == 1)
    }
  }

  @Test func `a reset before the request was read is unclear too`() async throws {
    let server = try RawServer { connection, _ in connection.reset() }
    let result = await post(server.url)
    // Whether the reset overtakes the connection's end is the kernel's affair; that it never claims an answer is ours.
    switch result {
    case .unclear(.connectionLost), .neverLeft: break
    default: throw Unexpected(result)
    }
    #expect(server.requests == 0)
  }

  @Test(arguments: [
    "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", "HTTP/1.1 200 OK\r\nContent-Len",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhalf", "HTTP/1.1 200 OK\r\n", "HTTP/1",
  ])
  func `half an answer is unclear`(half: String) async throws {
    for isReset in [false, true] {
      let server = try RawServer { connection, _ in
        connection.read()
        connection.write(half)
        if isReset { connection.reset() }
      }
      let result = await post(server.url)
      guard case .unclear = result else { throw Unexpected(result) }
    }
  }

  @Test func `half an answer and then silence is unclear`() async throws {
    let server = try RawServer { connection, _ in
      connection.read()
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
      connection.waitForEnd()
    }
    #expect(await post(server.url, HTTPLimits(total: .milliseconds(200), allowPrivate: true)) == .unclear(.timedOut))
  }

  @Test(arguments: ["SSH-2.0-x\r\n", "\u{1}\u{2}\r\n\r\n", "HTTP/9.9 200 OK\r\n\r\n", "HTTP/1.1 abc\r\n\r\n"])
  func `garbage is unclear`(garbage: String) async throws {
    let server = try RawServer { connection, _ in
      connection.read()
      connection.write(garbage)
    }
    let result = await post(server.url)
    guard case .unclear = result else { throw Unexpected(result) }
    #expect(server.requests == 1)
  }

  @Test func `an answer that is too large is unclear, in its body or its headers`() async throws {
    let server = try RawServer { connection, number in
      connection.read()
      let lot = String(repeating: "x", count: 60_000)
      if number == 0 { connection.answer(lot) } else { connection.answer(headers: ["X-Lot: \(lot)"]) }
    }
    let limits = HTTPLimits(answer: 50_000, allowPrivate: true)
    #expect(await post(server.url, limits) == .unclear(.answerTooLarge))
    #expect(await post(server.url, limits) == .unclear(.answerTooLarge))
  }

  @Test func `an answer without a length ends with its connection`() async throws {
    let server = try RawServer { connection, _ in
      connection.read()
      connection.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nall of it")
    }
    let result = await post(server.url)
    guard case .answered(let answer) = result else { throw Unexpected(result) }
    #expect(String(decoding: answer.body, as: UTF8.self) == "all of it")
  }
}

/// Fails a test with the result that nobody expected.
struct Unexpected: Error, CustomStringConvertible {
  let description: String
  init(_ result: TransferResult) { description = "unexpected: \(result)" }
}
