import Actions
import Domain
import SampleOffice
import Testing

@Suite struct EnterPaperSheetTests {
  private var rows: [PaperRow] {
    var talked = PaperRow(door: 1, disposition: .talked)
    talked.leaflets = 2
    talked.answers = ["knows": "no", "nothing": "x"]
    return [talked, PaperRow(door: 3, disposition: .notHome)]
  }

  @Test func `a sheet typed in twice is one sheet`() async throws {
    let day = try await FieldDay(doors: 10)
    for count in [2, 0] {
      let new = try await EnterPaperSheet.run(rows, sheet: "sheet1", route: FieldPeople.route, in: day.coordinator)
      #expect(new == count)
    }
    let latest = RouteProgress.latest(try await day.visits())
    #expect(latest["h-1"]?.answers == ["knows": "no"] && latest["h-1"]?.leaflets == 2)
    #expect(latest["h-3"]?.disposition == .notHome)
    #expect(latest["h-1"]?.volunteer == nil)
  }

  @Test func `what is typed in is the last word on a door`() async throws {
    let day = try await FieldDay(doors: 10)
    let phone = DoorAnswer(id: "event-one", route: FieldPeople.route, door: 1, disposition: .notHome)
    day.turn(to: FieldDay.saturday, "10:59")
    _ = try await RecordVisits.run([phone], of: FieldPeople.ary, in: day.field)
    day.turn(to: FieldDay.saturday + 3, "09:00")
    _ = try await EnterPaperSheet.run(rows, sheet: "sheet1", route: FieldPeople.route, in: day.coordinator)
    let latest = RouteProgress.latest(try await day.visits())
    #expect(latest["h-1"]?.disposition == .talked)
    #expect(latest["h-3"]?.at == FieldDay.instant(FieldDay.saturday, "11:00"))
  }

  @Test func `a house that is not on the sheet is refused`() async throws {
    let day = try await FieldDay(doors: 10)
    for door in [0, 11] {
      await #expect(throws: ActionError.self) {
        try await EnterPaperSheet.run(
          [PaperRow(door: door, disposition: .moved)], sheet: "s", route: FieldPeople.route, in: day.coordinator)
      }
    }
    #expect(try await day.visits().isEmpty)
  }
}
