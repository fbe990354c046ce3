import Testing

@testable import Transfer

@Suite struct AddressGuardTests {
  @Test(arguments: [
    "127.0.0.1", "127.255.255.255", "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "169.254.169.254",
    "172.16.0.1", "172.31.255.255", "192.168.1.1", "192.0.2.1", "198.18.0.1", "198.19.255.255", "198.51.100.7",
    "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:8.8.8.8", "::ffff:127.0.0.1",
    "::8.8.8.8", "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1", "2001:db8::1", "2001::1",
    "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::10.0.0.1", "3fff::1", "", "localhost", "1.2.3", "4000::1",
  ])
  func `what only insiders may reach is closed`(address: String) {
    #expect(!AddressGuard.isPublic(address))
  }

  @Test(arguments: [
    "8.8.8.8", "1.1.1.1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.167.1.1", "198.17.0.1",
    "198.20.0.1", "223.255.255.255", "11.0.0.1", "2606:4700::1111", "2001:4860:4860::8888", "2400:cb00::1",
    "64:ff9b::8.8.8.8",
  ])
  func `what everybody may reach is open`(address: String) {
    #expect(AddressGuard.isPublic(address))
  }

  @Test(arguments: ["127.0.0.1", "localhost", "[::1]", "0", "0x7f.1", "2130706433", "[::ffff:127.0.0.1]"])
  func `this machine is refused in all its names`(host: String) async throws {
    let server = try RawServer { connection, _ in connection.answer() }
    let result = await TransferClient().send(HTTPRequest(.post, "http://\(host):\(server.port)/"))
    #expect(result == .neverLeft(.privateAddress))
    #expect(server.connections == 0)
  }

  @Test func `a connection opened for somebody who may is not used for somebody who may not`() async throws {
    let server = try RawServer { connection, _ in while connection.read() != nil { connection.answer() } }
    let client = TransferClient()
    let allowed = await client.send(HTTPRequest(.post, server.url, limits: HTTPLimits(allowPrivate: true)))
    guard case .answered = allowed else { throw Unexpected(allowed) }
    #expect(await client.send(HTTPRequest(.post, server.url)) == .neverLeft(.privateAddress))
    #expect(server.requests == 1)
  }
}
