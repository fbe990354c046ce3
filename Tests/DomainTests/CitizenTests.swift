import Domain
import Testing

struct CitizenTests {
  @Test func `a group that was never recorded is neither in nor out`() {
    let citizen = Citizen(id: "C1")
    for group in Group.allCases { #expect(citizen.belongs(to: group, in: 2026) == nil) }
  }

  @Test(arguments: [(2012, false), (2011, true), (1996, true), (1995, false)])
  func `youth is 15 to 30 in the year of asking`(_ born: Int, _ isYouth: Bool) {
    var citizen = Citizen(id: "C1")
    citizen.birthYear = born
    #expect(citizen.belongs(to: .youth, in: 2026) == isYouth)
  }

  @Test func `each group reads its own fact`() {
    var citizen = Citizen(id: "C1")
    citizen.sex = .male
    citizen.facts.idPoor = true
    citizen.facts.disability = false
    citizen.facts.ethnicMinority = true
    #expect(citizen.belongs(to: .female, in: 2026) == false)
    #expect(citizen.belongs(to: .idPoor, in: 2026) == true)
    #expect(citizen.belongs(to: .disability, in: 2026) == false)
    #expect(citizen.belongs(to: .ethnicMinority, in: 2026) == true)
  }
}
