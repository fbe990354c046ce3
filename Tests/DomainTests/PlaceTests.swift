import Domain
import FoundationEssentials
import Testing

struct PlaceTests {
  private func code(_ text: String) throws -> Place.Code { try #require(Place.Code(text)) }

  @Test(arguments: [("02", Place.Level.province), ("0203", .district), ("020301", .commune), ("02030101", .village)])
  func `the number of digits is the level`(_ text: String, _ level: Place.Level) throws {
    #expect(try code(text).level == level)
    #expect(Place.Level(name: level.name) == level)
  }

  @Test(arguments: ["", "2", "203", "02031", "0203010", "020301011", "02a3", " 0203", "០២០៣", "-203"])
  func `anything else is no code`(_ text: String) {
    #expect(Place.Code(text) == nil)
  }

  @Test func `a code holds its parents`() throws {
    let village = try code("02030101")
    #expect(village.parent == Place.Code("020301"))
    #expect(try code("02").parent == nil)
    #expect(village.ancestor(.province) == Place.Code("02"))
    #expect(village.ancestor(.village) == village)
    #expect(try code("0203").ancestor(.commune) == nil)
  }

  @Test func `a place contains itself and what is inside, not its neighbours`() throws {
    let district = try code("0203")
    #expect(district.contains(district))
    #expect(district.contains(try code("02030101")))
    #expect(!district.contains(try code("02")))
    #expect(!district.contains(try code("0204")))
  }

  @Test func `codes sort so that a parent stands before its children`() throws {
    let sorted = try ["0204", "020301", "02", "0203"].map(code).sorted()
    #expect(sorted.map(\.text) == ["02", "0203", "020301", "0204"])
    #expect(Place.Level.province < .village)
  }

  @Test func `a code is written as text and keeps its leading zero`() throws {
    let json = String(decoding: try JSONEncoder().encode([code("0203")]), as: UTF8.self)
    #expect(json == #"["0203"]"#)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Place.Code].self, from: Data(#"["203"]"#.utf8)) }
  }
}
