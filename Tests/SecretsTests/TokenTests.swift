import Testing

@testable import Secrets

@Suite struct TokenTests {
  @Test func `tokens have the promised number of bits and only readable characters`() {
    let readable = Set("0123456789abcdefghjkmnpqrstvwxyz")
    for (token, length) in [(Token.random(), 52), (Token.randomID(), 26), (Token.paperCode(), 8)] {
      #expect(token.count == length)
      #expect(readable.isSuperset(of: token))
    }
  }

  @Test func `every character of the alphabet comes up`() {
    #expect(Set(Token.random(characters: 4000)).count == 32)
  }

  @Test func `no token comes twice`() {
    #expect(Set((0..<10_000).map { _ in Token.randomID() }).count == 10_000)
  }

  @Test func `a code is read as people type it`() {
    #expect(Token.read("ABCD-efgh") == "abcdefgh")
    #expect(Token.read(" oO il 5 ") == "00115")
    #expect(Token.read("abc!") == nil)
    #expect(Token.read("កខគ") == nil)
    #expect(Token.read(" - ") == nil)
  }

  @Test func `comparing tells equal from different, also in length`() {
    #expect(Token.same("abc", "abc"))
    #expect(!Token.same("abc", "abd"))
    #expect(!Token.same("abc", "abcd"))
    #expect(Token.same("", ""))
  }

  @Test func `a token is stored as its SHA-256`() {
    #expect(Token.digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(SHA256.hex(of: [UInt8]()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func `hexadecimal reads back and refuses what is none`() {
    #expect(Hex.decode(Hex.encode([0, 1, 0xfe, 0xff])) == [0, 1, 0xfe, 0xff])
    #expect(Hex.decode("FE") == [0xfe])
    #expect(Hex.decode("abc") == nil)
    #expect(Hex.decode("zz") == nil)
  }
}
