import Foundation
import Testing

@testable import HTTPServer

private let get = "GET /events HTTP/1.1\r\nHost: x\r\n\r\n"

/// Events that a test feeds by hand; the note "ended" shows that the source was let go.
private func feed(_ events: AsyncStream<String>, notes: Notes) -> Handler {
  { _ in
    .events {
      var iterator = events.makeAsyncIterator()
      notes.add("asked")
      guard let text = await iterator.next() else {
        notes.add("ended")
        return nil
      }
      return ServerSentEvent(data: text)
    }
  }
}

@Suite(.timeLimit(.minutes(2))) struct `Streams` {
  @Test func `events arrive as they happen and the stream ends when the server stops`() async throws {
    let (events, sink) = AsyncStream<String>.makeStream()
    let notes = Notes()
    try await withServer(handler: feed(events, notes: notes)) { server in
      let port = server.port
      let client = try await offPool {
        let client = try RawClient(port)
        client.send(get)
        #expect(try client.readLine() == "HTTP/1.1 200 OK")
        while try !client.readLine().isEmpty {}
        return client
      }
      for text in ["one", "two\nlines"] {
        sink.yield(text)
        let chunk = try await offPool { String(decoding: try client.readChunk(), as: UTF8.self) }
        #expect(chunk == text.split(separator: "\n").map { "data: \($0)\n" }.joined() + "\n")
      }
      #expect(await server.stop(grace: .seconds(20)))
      // The last chunk came, so the client knows that it has all.
      let rest = try await offPool { try client.readToEnd() }
      #expect(rest == "0\r\n\r\n")
      #expect(notes.all == ["asked", "asked", "asked", "ended"])
    }
  }

  @Test func `a stream whose client left is let go without waiting for the next event`() async throws {
    let (events, sink) = AsyncStream<String>.makeStream()
    let notes = Notes()
    try await withServer(handler: feed(events, notes: notes)) { server in
      let port = server.port
      sink.yield("one")
      let client = try await offPool {
        let client = try RawClient(port)
        client.send(get)
        while try client.readLine() != "data: one" {}
        return client
      }
      try await eventually { notes.all == ["asked", "asked"] }
      client.hangUp()
      try await eventually { notes.all == ["asked", "asked", "ended"] }
      try await eventually { server.requestsInFlight == 0 }
    }
  }

  @Test func `a source that fails cuts the answer, so that nobody takes half for the whole`() async throws {
    struct Broken: Error {}
    let step = Tally()
    let handler: Handler = { _ in
      Response(
        body: .stream {
          guard step.add() == 0 else { throw Broken() }
          return Array("half".utf8)
        })
    }
    try await withServer(handler: handler) { server in
      let port = server.port
      let text = try await offPool {
        let client = try RawClient(port)
        client.send(get)
        return try client.readToEnd()
      }
      #expect(text.hasSuffix("4\r\nhalf\r\n"))
    }
  }

  @Test func `a source waits for a client that does not read`() async throws {
    let produced = Tally()
    let chunk = [UInt8](repeating: 65, count: 64 * 1024)
    let handler: Handler = { _ in
      Response(
        body: .stream {
          produced.add() < 1600 ? chunk : nil
        })
    }
    try await withServer(handler: handler) { server in
      let port = server.port
      let client = try await offPool {
        let client = try RawClient(port)
        client.send(get)
        return client
      }
      // Standing still for a while shows that the source has paused: 100 MB fit into no socket.
      var before = -1
      while case let now = produced.value, now != before || now == 0 {
        before = now
        try await Task.sleep(for: .milliseconds(300))
      }
      #expect(before < 1600)
      let count = try await offPool {
        while try !client.readLine().isEmpty {}
        var count = 0
        while case let chunk = try client.readChunk(), !chunk.isEmpty { count += chunk.count }
        return count
      }
      #expect(count == 1600 * chunk.count)
    }
  }

  @Test func `an event's name and id cannot break its frame`() {
    let event = ServerSentEvent(name: "a\nb", id: "1\r\n2", data: "x\r\ny\n")
    #expect(String(decoding: event.bytes, as: UTF8.self) == "event: ab\nid: 12\ndata: x\ndata: y\ndata: \n\n")
  }
}
