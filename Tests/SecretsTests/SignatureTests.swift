import Testing

@testable import Secrets

@Suite struct SignatureTests {
  private let body = Array(#"{"id":"7","status":"delivered"}"#.utf8)

  /// RFC 4231, test cases 2 and 6 (a key longer than a block).
  @Test func `the digest is that of the standard`() {
    #expect(
      Signature.hex(of: Array("what do ya want for nothing?".utf8), secret: "Jefe")
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    let long = [UInt8](repeating: 0xaa, count: 131)
    let message = Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8)
    #expect(
      Hex.encode(Sodium.hmac(message, key: long))
        == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
  }

  @Test func `a signature fits one body and one secret`() {
    let hex = Signature.hex(of: body, secret: "s")
    #expect(Signature.verify(hex, of: body, secret: "s"))
    #expect(Signature.verify(hex.uppercased(), of: body, secret: "s"))
    #expect(!Signature.verify(hex, of: body + [32], secret: "s"))
    #expect(!Signature.verify(hex, of: body, secret: "t"))
    #expect(!Signature.verify(hex.dropLast(2), of: body, secret: "s"))
    #expect(!Signature.verify("", of: body, secret: "s"))
    #expect(!Signature.verify("not hexadecimal", of: body, secret: "s"))
  }

  @Test func `a signed header verifies within five minutes either way`() throws {
    let header = WebhookSignature(signing: body, secret: "s", at: 1_800_000_000).header
    let read = try WebhookSignature(header: header)
    #expect(header == "t=1800000000,v1=\(Signature.hex(of: Array("1800000000.".utf8) + body, secret: "s"))")
    for now in [-300, 0, 300] { try read.verify(body, secrets: ["s"], now: 1_800_000_000 + Int64(now)) }
    for now in [-301, 301] as [Int64] {
      #expect(throws: SecretsError.signatureOutOfTime(seconds: now)) {
        try read.verify(body, secrets: ["s"], now: 1_800_000_000 + now)
      }
    }
  }

  @Test func `during a change of secret both are good`() throws {
    let read = try WebhookSignature(header: WebhookSignature(signing: body, secret: "old", at: 10).header)
    try read.verify(body, secrets: ["new", "old"], now: 10)
    #expect(throws: SecretsError.signatureWrong) { try read.verify(body, secrets: ["new"], now: 10) }
    #expect(throws: SecretsError.signatureWrong) { try read.verify(body, secrets: [], now: 10) }
    let hex = Signature.hex(of: Array("10.".utf8) + body, secret: "new")
    try WebhookSignature(header: "t=10, v1=00, v1=\(hex), v2=x").verify(body, secrets: ["new"], now: 10)
  }

  @Test func `an empty secret verifies nothing`() throws {
    let read = try WebhookSignature(header: WebhookSignature(signing: body, secret: "", at: 10).header)
    #expect(throws: SecretsError.signatureWrong) { try read.verify(body, secrets: [""], now: 10) }
  }

  @Test func `the time is signed too`() throws {
    let signature = WebhookSignature(signing: body, secret: "s", at: 10).signatures[0]
    let moved = try WebhookSignature(header: "t=11,v1=\(signature)")
    #expect(throws: SecretsError.signatureWrong) { try moved.verify(body, secrets: ["s"], now: 11) }
  }

  @Test(arguments: [
    nil, "", "t=", "t=1", "v1=ab", "t=x,v1=ab", "t=-1,v1=ab", "t=1,t=2,v1=ab",
    "t=99999999999999999999,v1=ab", "garbage",
  ])
  func `a header of another form is refused`(header: String?) {
    #expect(throws: SecretsError.signatureMalformed) { try WebhookSignature(header: header) }
  }

  @Test func `a time at the end of all numbers is out of time, not a crash`() throws {
    let read = try WebhookSignature(header: WebhookSignature(signing: body, secret: "s", at: .max).header)
    #expect(throws: SecretsError.self) { try read.verify(body, secrets: ["s"], now: -10) }
  }
}
