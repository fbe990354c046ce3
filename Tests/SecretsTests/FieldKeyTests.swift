import Testing

@testable import Secrets

@Suite struct FieldKeyTests {
  private let key = FieldKey(master: [UInt8](repeating: 7, count: 32))
  private let other = FieldKey(master: [UInt8](repeating: 8, count: 32))

  @Test(arguments: ["", "+85500123456", "សួស្តី"])
  func `what is sealed opens again`(text: String) throws {
    let sealed = key.seal(text, context: "citizen/1/phone")
    #expect(sealed.count == text.utf8.count + 41)
    #expect(try key.openText(sealed, context: "citizen/1/phone") == text)
  }

  @Test func `the same text never looks the same`() {
    #expect(key.seal("a", context: "c") != key.seal("a", context: "c"))
  }

  @Test func `another key, another record or any changed byte opens nothing`() {
    let sealed = key.seal("+85500123456", context: "citizen/1/phone")
    #expect(throws: SecretsError.cannotOpen) { try other.open(sealed, context: "citizen/1/phone") }
    #expect(throws: SecretsError.cannotOpen) { try key.open(sealed, context: "citizen/2/phone") }
    for place in sealed.indices {
      var changed = sealed
      changed[place] ^= 1
      #expect(throws: SecretsError.cannotOpen) { try key.open(changed, context: "citizen/1/phone") }
    }
    for length in 0..<sealed.count {
      let cut = Array(sealed.prefix(length))
      #expect(throws: SecretsError.cannotOpen) { try key.open(cut, context: "citizen/1/phone") }
    }
  }

  @Test func `bytes that are no text are not opened as text`() {
    let sealed = key.seal([0xff, 0xfe], context: "c")
    #expect(throws: SecretsError.cannotOpen) { try key.openText(sealed, context: "c") }
  }

  @Test func `the blind index finds the same address under the same key only`() {
    #expect(key.blindIndex("+85500123456") == key.blindIndex("+85500123456"))
    #expect(key.blindIndex("+85500123456") != key.blindIndex("+85500123457"))
    #expect(key.blindIndex("+85500123456") != other.blindIndex("+85500123456"))
    #expect(key.blindIndex("+85500123456").count == 16)
  }

  @Test func `digests for different ends never agree`() {
    let digests = [
      key.keyedDigest("a"), key.auditDigest("a"), key.auditDigest("a", personKey: [1]),
      key.auditDigest("a", personKey: [2]), other.keyedDigest("a"), SHA256.hex(of: "a"),
    ]
    #expect(Set(digests).count == digests.count)
    #expect(digests.allSatisfy { $0.count == 64 })
    #expect(!Hex.encode(key.blindIndex("a")).isEmpty)
    #expect(!key.keyedDigest("a").hasPrefix(Hex.encode(key.blindIndex("a"))))
  }

  /// Stores outlive versions of the program: these values may never change.
  @Test func `the subkeys are those of every earlier version`() throws {
    #expect(Hex.encode(key.blindIndex("+85500123456")) == "ae0f85530c525d5a6455436a9646bc60")
    #expect(key.keyedDigest("a").prefix(16) == "d4f06fb59a616a3e")
    #expect(key.auditDigest("a").prefix(16) == "21eac57ba7dccaa1")
    let sealed = try #require(
      Hex.decode(
        "01000102030405060708090a0b0c0d0e0f1011121314151617"
          + "6b3f2c42d613a7805813d85cc94ae2b38b5713"))
    #expect(try key.openText(sealed, context: "c") == "abc")
  }

  @Test func `nothing that prints a key shows it`() {
    var dumped = ""
    dump(key, to: &dumped)
    for text in ["\(key)", String(reflecting: key), String(describing: Optional(key)), dumped] {
      #expect(text.contains("FieldKey(hidden)"))
      #expect(!text.contains("\(key.sealing[0])"))
    }
  }
}
