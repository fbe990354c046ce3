import Testing

@testable import Catalog

struct FieldReaderTests {
  private struct Pet: Equatable {
    var name: String
    var age: Int?
    var kind: String
  }

  private static func pet(_ fields: inout FieldReader) -> Pet? {
    let name = fields.required("name", .text(), "what it is called")
    let age = fields.optional("age", .whole(0...40), "in years")
    let kind = fields.required("kind", .choice(["cat": "cat", "dog": "dog"]), "cat or dog")
    guard let name, let kind else { return nil }
    return Pet(name: name, age: age, kind: kind)
  }

  private func read(_ text: String) throws -> (pet: Pet?, findings: [String]) {
    let root = try JSON5Reader.read(Array(text.utf8)).root
    var reading = Reading(file: "pet.json5")
    let pet = FieldReader.read(root, "pet", &reading, FieldReaderTests.pet)
    return (pet, reading.findings.sorted().map(\.description))
  }

  @Test func `a right object becomes a value`() throws {
    let (pet, findings) = try read("{ name: 'Mi', age: 3, kind: 'cat' }")
    #expect(pet == Pet(name: "Mi", age: 3, kind: "cat"))
    #expect(findings == [])
  }

  @Test func `every mistake is told at once, each at its place`() throws {
    let (pet, findings) = try read(
      """
      {
        nmae: "Mi",
        age: 99,
        kind: "dgo",
        colour: "red",
      }
      """)
    #expect(pet == nil)
    #expect(
      findings == [
        "pet.json5:2:3: error: unknown key \"nmae\" in this pet; did you mean \"name\"?",
        "pet.json5:3:8: error: 99 is out of range; write a whole number from 0 to 40",
        "pet.json5:4:9: error: \"dgo\" is not known here; did you mean \"dog\"?",
        "pet.json5:5:3: error: unknown key \"colour\" in this pet; known here: age, kind, name",
      ])
  }

  @Test func `a missing key is told at the object`() throws {
    #expect(
      try read("\n  { kind: 'cat' }").findings == [
        "pet.json5:2:3: error: this pet has no \"name\"; add name: …"
      ])
  }

  @Test func `a wrong type says what was found`() throws {
    let (_, findings) = try read("{ name: 12, kind: ['cat'], age: 'three' }")
    #expect(
      findings == [
        "pet.json5:1:9: error: expected a text, found the number 12; write a text in quotes",
        "pet.json5:1:19: error: expected a text, found a list; one of: cat, dog",
        "pet.json5:1:33: error: expected a whole number, found a text; write a whole number from 0 to 40",
      ])
  }

  @Test func `something that is no object is told as that`() throws {
    #expect(
      try read("[]").findings == [
        "pet.json5:1:1: error: expected an object (pet), found a list; put it between { and }"
      ])
  }

  @Test func `the declarations give the schema`() {
    let schema = FieldReader.schema("pet", FieldReaderTests.pet).text()
    #expect(schema.contains("\"required\": [\n    \"name\",\n    \"kind\"\n  ]"))
    #expect(schema.contains("\"description\": \"in years\""))
    #expect(schema.contains("\"additionalProperties\": false"))
  }
}
