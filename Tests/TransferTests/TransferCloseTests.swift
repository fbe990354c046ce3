import Testing
import Transfer

@Suite struct TransferCloseTests {
  @Test func `closing answers what is under way and refuses what comes later`() async throws {
    let server = try RawServer { connection, _ in
      connection.read()
      connection.waitForEnd()
    }
    let client = TransferClient()
    let request = HTTPRequest(.post, server.url, limits: HTTPLimits(allowPrivate: true))
    async let first = client.send(request)
    async let second = client.send(request)
    while server.requests < 2 { await Task.yield() }
    await client.close()
    #expect(await [first, second] == [.unclear(.closed), .unclear(.closed)])
    #expect(await client.send(request) == .neverLeft(.closed))
    #expect(server.requests == 2)
  }

  @Test func `closing twice, or a client that was never used, is fine`() async {
    let client = TransferClient()
    await client.close()
    await client.close()
  }

  @Test func `a forgotten client ends by itself`() async throws {
    let server = try RawServer { connection, _ in while connection.read() != nil { connection.answer() } }
    for _ in 0..<20 {
      let result = await TransferClient().send(HTTPRequest(.get, server.url, limits: HTTPLimits(allowPrivate: true)))
      guard case .answered = result else { throw Unexpected(result) }
    }
  }

  @Test func `closing while requests pour in answers every one of them`() async throws {
    let server = try RawServer { connection, _ in while connection.read() != nil { connection.answer() } }
    let client = TransferClient()
    let answers = await withTaskGroup(of: TransferResult?.self) { group in
      for number in 0..<300 {
        group.addTask {
          if number == 150 {
            await client.close()
            return nil
          }
          return await client.send(HTTPRequest(.post, server.url, limits: HTTPLimits(allowPrivate: true)))
        }
      }
      return await group.reduce(into: [TransferResult]()) { if let result = $1 { $0.append(result) } }
    }
    #expect(answers.count == 299)
    let answered = answers.count { if case .answered = $0 { true } else { false } }
    let unclear = answers.count { $0 == .unclear(.closed) }
    let never = answers.count { $0 == .neverLeft(.closed) }
    #expect(answered + unclear + never == 299)
    #expect(server.requests <= answered + unclear)
    #expect(server.requests >= answered)
  }
}
