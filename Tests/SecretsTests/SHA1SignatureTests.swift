import Foundation
import Secrets
import Testing

struct SHA1SignatureTests {
  @Test func `a vector of RFC 2202 and a key longer than a block come out`() {
    func hex(_ base64: String?) -> String? {
      base64.flatMap { Data(base64Encoded: $0) }?.map { String(format: "%02x", $0) }.joined()
    }
    let jefe = SHA1Signature.base64(of: Array("what do ya want for nothing?".utf8), secret: "Jefe")
    #expect(hex(jefe) == "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")
    let key = String(repeating: "\u{7F}", count: 80)
    let long = SHA1Signature.base64(of: [UInt8](repeating: 0xDD, count: 50), secret: key)
    #expect(hex(long) == "2ece743e5f1f4158a90aeddb0c9b406003f77fda")
  }

  @Test func `only the right message, key and words are signed`() {
    let message = Array("hello".utf8)
    let right = SHA1Signature.base64(of: message, secret: "key") ?? ""
    #expect(SHA1Signature.verify(right, of: message, secret: "key"))
    #expect(!SHA1Signature.verify(right, of: message, secret: "other"))
    #expect(!SHA1Signature.verify(right, of: Array("hallo".utf8), secret: "key"))
    #expect(!SHA1Signature.verify(right.lowercased(), of: message, secret: "key"))
    #expect(!SHA1Signature.verify("", of: message, secret: "key"))
    let unkeyed = SHA1Signature.base64(of: message, secret: "") ?? ""
    #expect(!SHA1Signature.verify(unkeyed, of: message, secret: ""))
  }
}
