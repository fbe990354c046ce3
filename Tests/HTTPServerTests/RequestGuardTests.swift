import Testing

@testable import HTTPServer

private let host = "Host: x\r\n"
private let inner = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n"

struct WireCase: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: String
  /// Nil: closed, with a 4xx or 5xx where there is an answer, and never seen by a handler.
  let answer: String?

  init(_ name: String, _ bytes: String, answer: String? = nil) {
    self.name = name
    self.bytes = bytes
    self.answer = answer
  }

  var testDescription: String { name }
}

private let framingCases: [WireCase] = {
  let post = "POST /a HTTP/1.1\r\n" + host
  let chunked = "Transfer-Encoding: chunked\r\n"
  let covered = "Content-Length: \(5 + inner.utf8.count)\r\n"
  let count = inner.utf8.count
  return [
    WireCase("a plain body", post + "Content-Length: 3\r\n\r\nabc", answer: "POST /a [a] 3"),
    WireCase("a length and chunks", post + covered + chunked + "\r\n0\r\n\r\n" + inner),
    WireCase("two lengths", post + "Content-Length: 0\r\nContent-Length: \(count)\r\n\r\n" + inner),
    WireCase("two lengths reversed", post + "Content-Length: \(count)\r\nContent-Length: 0\r\n\r\n" + inner),
    WireCase("a list of lengths", post + "Content-Length: 0, \(count)\r\n\r\n" + inner),
    WireCase("a length with a plus", post + "Content-Length: +3\r\n\r\nabc"),
    WireCase("a hexadecimal length", post + "Content-Length: 0x3\r\n\r\nabc"),
    WireCase("a negative length", post + "Content-Length: -1\r\n\r\n"),
    WireCase("an overflowing length", post + "Content-Length: 99999999999999999999999\r\n\r\nabc"),
    WireCase("a space before a length's colon", post + "Content-Length : \(count)\r\n\r\n" + inner),
    WireCase(
      "a space before an encoding's colon", post + covered + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + inner),
    WireCase(
      "a length and an unknown encoding", post + covered + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + inner),
    WireCase(
      "a length and two encodings", post + covered + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + inner),
    WireCase("two encodings", post + "Transfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n" + inner),
    WireCase("bare line feeds", "POST /a HTTP/1.1\nHost: x\nContent-Length: 3\n\nabc"),
    WireCase("bare line feeds without a body", "GET /a HTTP/1.1\nHost: x\n\n"),
    WireCase("bare line feeds in chunks", post + chunked + "\r\n3\nabc\n0\n\n" + inner),
    WireCase("a hexadecimal chunk size", post + chunked + "\r\n0x3\r\nabc\r\n0\r\n\r\n"),
    WireCase("a chunk extension", post + chunked + "\r\n3;a=b\r\nabc\r\n0\r\n\r\n"),
    WireCase("plain chunks", post + chunked + "\r\n3\r\nabc\r\n0\r\n\r\n"),
    WireCase("no Host", "GET /a HTTP/1.1\r\n\r\n"),
    WireCase("two Hosts", "GET /a HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
    WireCase("a header name of other bytes", "GET /a HTTP/1.1\r\n" + host + "X\u{1}\"(),/: y\r\n\r\n"),
    WireCase("a NUL in the last header", "GET /a HTTP/1.1\r\n" + host + "X: a\0b\r\n\r\n"),
    WireCase("two NULs in the last header", "GET /a HTTP/1.1\r\n" + host + "X: a\0\0b\r\n\r\n"),
    WireCase("a NUL in the first header", "GET /a HTTP/1.1\r\nX: a\0b\r\n" + host + "\r\n"),
    WireCase("a control character in a header", "GET /a HTTP/1.1\r\n" + host + "X: a\u{8}b\r\n\r\n"),
    WireCase("a folded header", "GET /a HTTP/1.1\r\n" + host + "X: a\r\n Content-Length: 5\r\n\r\n"),
    WireCase(
      "a GET with a body", "GET /a HTTP/1.1\r\n" + host + "Content-Length: \(count)\r\n\r\n" + inner,
      answer: "GET /a [a] \(count)"),
    WireCase("a bare carriage return", "GET /a HTTP/1.1\r\n" + host + "X: a\rContent-Length: 3\r\n\r\n"),
    WireCase("spaces around a value", "GET /a HTTP/1.1\r\nHost:   x\r\nX:\r\nY: z  \r\n\r\n", answer: "GET /a [a] 0"),
    WireCase("too large a body", post + "Content-Length: 2000000\r\n\r\naaa"),
    WireCase(
      "headers of 40 kB", "GET /a HTTP/1.1\r\n" + host + "X: " + String(repeating: "a", count: 40000) + "\r\n\r\n"),
    WireCase(
      "two thousand headers", "GET /a HTTP/1.1\r\n" + host + String(repeating: "H: v\r\n", count: 2000) + "\r\n"),
    WireCase("HTTP/2 in the request line", "GET /a HTTP/2.0\r\n" + host + "\r\n"),
  ]
}()

private let targetCases: [WireCase] = [
  WireCase("an encoded slash", "/a%2Fb/c", answer: "GET /a%2Fb/c [a/b|c] 0"),
  WireCase("empty pieces", "//a///b/", answer: "GET //a///b/ [a|b] 0"),
  WireCase("Khmer", "/%E1%9E%80?q=%E1%9E%81", answer: "GET /%E1%9E%80 [ក] 0"),
  WireCase("an encoded NUL", "/a%00b"),
  WireCase("a NUL", "/a\0b"),
  WireCase("a NUL that feigns a version", "/a\0HTTP/1.1"),
  WireCase("half a percent sign", "/a%2"),
  WireCase("a percent sign in the query", "/a?b=%zz"),
  WireCase("bytes that are not UTF-8", "/%FF%FE"),
  WireCase("an overlong slash", "/%C0%AF"),
  WireCase("dot segments", "/../../etc/passwd"),
  WireCase("encoded dot segments", "/%2e%2e/etc"),
  WireCase("another scheme", "http://evil/a"),
  WireCase("a star", "*"),
  WireCase("a space", "/a b"),
  WireCase("an address of 40 kB", "/" + String(repeating: "a", count: 40000)),
]

@Suite(.timeLimit(.minutes(2))) struct `What the request guard lets through` {
  @Test(arguments: framingCases) func `framing that can be read in two ways is refused`(_ one: WireCase) async throws {
    try await check(one, bytes: one.bytes)
  }

  @Test(arguments: targetCases) func `addresses are decoded once, strictly`(_ one: WireCase) async throws {
    try await check(one, bytes: "GET \(one.bytes) HTTP/1.1\r\nHost: x\r\n\r\n")
  }

  private func check(_ one: WireCase, bytes: String) async throws {
    let seen = Notes()
    let handler: Handler = { request in
      seen.add(request.rawPath)
      return await echo(request)
    }
    try await withServer(handler: handler) { server in
      let port = server.port
      if let answer = one.answer {
        let bodies = try await offPool {
          let client = try RawClient(port)
          client.send(bytes)
          let first = try client.readMessage().body
          client.send("GET /again HTTP/1.1\r\nHost: x\r\n\r\n")
          return [first, try client.readMessage().body]
        }
        #expect(bodies == [answer, "GET /again [again] 0"])
      } else {
        let text = try await offPool {
          let client = try RawClient(port)
          client.send(bytes)
          return try client.readToEnd()
        }
        let status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        // The library closes on some request lines without a word.
        #expect(text.isEmpty || status.map { (400...505).contains($0) } == true, "\(text.prefix(200))")
        #expect(seen.all.isEmpty)
      }
      #expect(!seen.all.contains("/smuggled"))
    }
  }
}
