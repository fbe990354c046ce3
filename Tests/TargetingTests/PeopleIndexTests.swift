import Domain
import Targeting
import Testing

struct PeopleIndexTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `the index selects exactly whom the matcher selects`(_ seed: UInt64) {
    var chance = Chance(dice: Seeded(seed))
    // Sizes around the width of a word, where a stray bit would show.
    let people = chance.people([63, 64, 65, 333][Int(seed - 1)])
    let index = PeopleIndex(people)
    for _ in 0..<400 {
      let rule = chance.rule()
      let matcher = Matcher(rule, year: 2026)
      let expected = Set(people.filter(matcher.selects).map(\.citizen.id))
      let selection = index.select(rule, year: 2026)
      #expect(Set(selection.ids) == expected, "\(rule.text)")
      #expect(selection.people == expected.count, "\(rule.text)")
    }
  }

  @Test(arguments: Place.Level.allCases)
  func `counts by place add up and agree with the people`(_ level: Place.Level) throws {
    var chance = Chance(dice: Seeded(7))
    let people = chance.people(500)
    let rule = try World.parse("owns_house or owns_motorbike")
    let selection = PeopleIndex(people).select(rule, year: 2026)
    let chosen = people.filter(Matcher(rule, year: 2026).selects)
    let expected = Dictionary(grouping: chosen) { $0.citizen.village?.ancestor(level) }.mapValues(\.count)
    let counts = selection.counts(by: level)
    #expect(Dictionary(uniqueKeysWithValues: counts.map { ($0.place, $0.people) }) == expected)
    #expect(counts.reduce(0) { $0 + $1.people } == selection.people)
    #expect(counts.compactMap(\.place) == counts.compactMap(\.place).sorted())
  }

  @Test func `counts by household, way and group agree with the people`() throws {
    var chance = Chance(dice: Seeded(8))
    let people = chance.people(300)
    let rule = try World.parse("sex = F or owns_house")
    let selection = PeopleIndex(people).select(rule, year: 2026)
    let chosen = people.filter(Matcher(rule, year: 2026).selects)
    #expect(selection.households == Set(chosen.compactMap(\.citizen.household)).count)
    for way in ContactWay.allCases { #expect(selection.ways[way] == chosen.count { $0.has(way) }) }
    #expect(
      selection.doorOnly
        == chosen.count { $0.has(.home) && !$0.has(.phone) && !$0.has(.telegram) && !$0.has(.email) })
    for group in Group.allCases {
      let belongs = chosen.map { $0.citizen.belongs(to: group, in: 2026) }
      #expect(selection.groups[group]?.people == belongs.count { $0 == true })
      #expect(selection.groups[group]?.notRecorded == belongs.count { $0 == nil })
    }
  }

  @Test func `each line of a rule leaves fewer people, the last as many as the rule`() throws {
    var chance = Chance(dice: Seeded(9))
    let index = PeopleIndex(chance.people(400))
    let rule = try World.parse("owns_house and (age >= 18 or has phone) and place = 0203")
    let steps = index.steps(rule, year: 2026)
    #expect(steps.map(\.line.text) == ["owns_house", "age >= 18 or has phone", "place = 0203"])
    #expect(steps.map(\.left) == steps.map(\.left).sorted(by: >))
    #expect(steps.last?.left == index.select(rule, year: 2026).people)
    #expect(index.steps(.everyone, year: 2026).map(\.left) == [400])
  }

  @Test func `nobody on record is an answer, not a crash`() throws {
    let index = PeopleIndex([])
    let selection = index.select(try World.parse("not owns_house or unknown place"), year: 2026)
    #expect(selection.people == 0)
    #expect(selection.households == 0)
    #expect(selection.counts(by: .district).isEmpty)
  }

  @Test func `an attribute that nobody has is unknown for everybody`() throws {
    let index = PeopleIndex([World.person("1"), World.person("2")])
    #expect(index.select(try World.parse("roof = tin"), year: 2026).people == 0)
    #expect(index.select(try World.parse("roof != tin"), year: 2026).people == 0)
    #expect(index.select(try World.parse("unknown roof"), year: 2026).people == 2)
  }
}
