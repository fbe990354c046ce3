import Domain
import Targeting
import Testing

struct MatcherTests {
  private func truth(_ rule: String, _ person: Person) throws -> Truth {
    Matcher(try World.parse(rule), year: 2026).truth(person)
  }

  @Test func `a fact that was never recorded is neither true nor false`() throws {
    let nobodyAsked = World.person("1")
    #expect(try truth("owns_house", nobodyAsked) == .unknown)
    #expect(try truth("not owns_house", nobodyAsked) == .unknown)
    #expect(try truth("unknown owns_house", nobodyAsked) == .yes)
    #expect(try truth("owns_house or not owns_house", nobodyAsked) == .unknown)
    let owner = World.person("2") { $0.facts.ownsHouse = true }
    #expect(try truth("unknown owns_house", owner) == .no)
    #expect(try truth("owns_house or owns_motorbike", owner) == .yes)
    #expect(try truth("owns_house and owns_motorbike", owner) == .unknown)
    #expect(try truth("not owns_house and owns_motorbike", owner) == .no)
  }

  @Test func `a parent place includes what is inside it, and a coarse record leaves the finer question open`() throws {
    let villager = World.person("1") { $0.village = Place.Code("02030101") }
    #expect(try truth("place = 02", villager) == .yes)
    #expect(try truth("place = 020301", villager) == .yes)
    #expect(try truth("place in (0204, 02030102)", villager) == .no)
    let townsman = World.person("2") { $0.village = Place.Code("0203") }
    #expect(try truth("place = 020301", townsman) == .unknown)
    #expect(try truth("place = 0204", townsman) == .no)
    #expect(try truth("place = 02", World.person("3")) == .unknown)
  }

  @Test func `age counts whole years in the year of asking`() throws {
    let person = World.person("1") { $0.birthYear = 2008 }
    #expect(try truth("age >= 18", person) == .yes)
    #expect(Matcher(try World.parse("age >= 18"), year: 2025).truth(person) == .no)
    #expect(try truth("age < 18", World.person("2")) == .unknown)
  }

  @Test func `what is not on record is not there, and reached needs a day`() throws {
    var person = World.person("1") { $0.phone = PhoneNumber(e164: "+855001234567") }
    #expect(try truth("has phone", person) == .yes)
    #expect(try truth("has email", person) == .no)
    #expect(try truth("has home", person) == .no)
    #expect(try truth("reached since 2026-01-01", person) == .no)
    person.lastReached = LocalDate("2026-01-01")
    #expect(try truth("reached since 2026-01-01", person) == .yes)
    #expect(try truth("reached since 2026-01-02", person) == .no)
  }

  @Test func `a further column answers in its own kind`() throws {
    let person = World.person("1") {
      $0.attributes = ["roof": .text("TIN\u{200B}"), "floors": .text("two"), "land title": .flag(false)]
    }
    #expect(try truth("roof = tin", person) == .yes)
    #expect(try truth("roof != tin", person) == .no)
    #expect(try truth("floors > 1", person) == .unknown)
    #expect(try truth("`land title`", person) == .no)
    #expect(try truth("unknown `age`", person) == .yes)
  }

  @Test func `the three answers join as in Kleene's tables`() {
    for a in Truth.allCases {
      for b in Truth.allCases {
        #expect(!(a && b) == (!a || !b))
        #expect((a && b) == (b && a))
      }
      #expect((a && .no) == .no)
      #expect((a || .yes) == .yes)
      #expect((a && .yes) == a)
    }
    #expect(!Truth.unknown == .unknown)
  }
}
