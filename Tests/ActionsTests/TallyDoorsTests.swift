import Actions
import Domain
import SampleOffice
import Testing

@Suite struct TallyDoorsTests {
  @Test func `the latest answer of each door is tallied by district`() async throws {
    let day = try await FieldDay(doors: 10)
    let said = [(1, "no"), (1, "yes"), (2, "yes"), (3, "no"), (4, nil)]
    for (position, (door, knows)) in said.enumerated() {
      var answer = DoorAnswer(
        id: "event-\(1000 + position)", route: FieldPeople.route, door: door, disposition: .talked)
      answer.at = day.now.adding(seconds: Double(position) - 60)
      answer.answers = knows.map { ["knows": $0] } ?? [:]
      _ = try await RecordVisits.run([answer], of: FieldPeople.ary, clock: day.now, in: day.field)
    }
    let tallies = try await TallyDoors.run("know-your-office", in: day.coordinator)
    #expect(tallies.map(\.district?.text) == ["0203"])
    #expect(tallies.first?.tally.asked == 3)
    #expect(tallies.first?.tally.aware == 2)
  }
}
