import Actions
import Domain
import SampleOffice
import Testing

/// Every figure here is worked out by hand from the records of the sample.
@Suite struct ReportTests {
  private let both = [ResultsOffice.ngo, ResultsOffice.government]

  private func csv(
    _ report: Report, _ division: ReportDivision?, _ role: Role? = .coordinator
  ) async throws -> [String] {
    let office = try await ResultsOffice()
    let table = try await report.run(both, by: division, in: office.context(role))
    return String(decoding: ReportFile.csv(table), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func `three costs stand side by side for every district`() async throws {
    // North: 250 + 1000 + 40,000 riel at 4000 = 1260 for 40 to 42 people; 80 % of 200 know it, 20 % did before.
    // South: 84 for 21 people; 30 % of 100 know it, which 20 % before does not clearly change.
    let lines = try await csv(.cost, .district)
    #expect(lines[1].hasPrefix("0203,North,USD,310.00,1260.00,0.00,50.00,40,42,,30,31.5,7.875,"))
    #expect(lines[1].contains(",10.5,"))
    #expect(lines[2].hasPrefix("0204,South,USD,100.00,84.00,0.00,0.00,21,21,4,4,4,2.8,"))
    #expect(lines[2].hasSuffix(",,,,no clear change"))
    #expect(lines[3].hasPrefix("total,,USD,410.00,1344.00,0.00,50.00,61,63,"))
  }

  @Test func `money is told by activity, what belongs to the whole campaign last`() async throws {
    let lines = try await csv(.cost, .activity)
    #expect(lines[1].hasPrefix("by-ourselves/forum,,USD,100.00,84.00,"))
    #expect(lines[2].hasPrefix("with-partner/doors,,USD,10.00,10.00,"))
    #expect(lines[3].hasPrefix("with-partner/forum,,USD,300.00,250.00,0.00,50.00,40,40,6.25,"))
    #expect(lines[4].hasPrefix(",not recorded,USD,0.00,1000.00,"))
  }

  @Test func `reach keeps heads and doors apart from what nobody noted`() async throws {
    let lines = try await csv(.reach, .district)
    #expect(lines[1] == "0203,North,53,42,40,42,0,25,2,,42,,42,,42,4,2")
    #expect(lines[2] == "0204,South,30,21,21,21,0,9,0,,21,,21,,21,,21")
    #expect(lines[3] == "total,,83,63,61,63,0,34,2,,63,,63,,63,4,23")
  }

  @Test func `an account for one district sees the figures of that district alone`() async throws {
    let office = try await ResultsOffice()
    let north = office.workplace.context(
      for: Principal(name: "sophea", role: .coordinator, area: Place.Code("0203")))
    for report in [Report.cost, .reach, .awareness] {
      let table = try await report.run(both, by: .district, in: north)
      let text = String(decoding: ReportFile.csv(table), as: UTF8.self)
      #expect(text.contains("0203,North"), "\(report)")
      #expect(!text.contains("0204"), "\(report)")
    }
    let costs = try await Report.cost.run(both, by: .activity, in: north)
    #expect(!String(decoding: ReportFile.csv(costs), as: UTF8.self).contains("by-ourselves"))
  }

  @Test func `a manager does not see groups of fewer than ten`() async throws {
    let lines = try await csv(.reach, .district, .manager)
    #expect(lines[1] == "0203,North,53,42,40,42,0,withheld,2,,42,,42,,42,under 10,2")
    #expect(lines[2] == "0204,South,30,21,21,21,0,under 10,0,,21,,21,,21,,21")
  }

  @Test func `answers at the door and interviews are one survey`() async throws {
    let lines = try await csv(.awareness, .district)
    // 38 of 48 interviews and both doors.
    #expect(lines[1].hasPrefix("0203,North,50,0.2000,"))
    #expect(lines[1].contains(",50,0.8000,"))
    #expect(lines[1].hasSuffix(",rise"))
    #expect(lines[2].hasSuffix(",no clear change"))
  }

  @Test func `awareness by channel is refused with the reason`() async throws {
    await #expect(throws: ActionError.self) { _ = try await csv(.awareness, .channel) }
  }

  @Test func `volunteers are counted by month`() async throws {
    let lines = try await csv(.volunteers, .month)
    #expect(lines[1] == "2026-11,,2,4,4,2,2,4,3,2")
    #expect(lines[2] == "2026-12,,1,2,2,1,1,2,0,0")
  }

  @Test func `targets say both ends of how far they came`() async throws {
    let lines = try await csv(.targets, nil)
    #expect(lines[1] == "with-partner,everybody,,,100,40,42,0.4000,0.4200,0")
    #expect(lines[2] == "with-partner,female,,,60,25,25,0.4167,0.4167,2")
    #expect(lines.count == 3)
  }

  @Test func `JSON has numbers, and null for what nobody recorded`() async throws {
    let office = try await ResultsOffice()
    let table = try await Report.volunteers.run(both, by: .facilitation, in: office.context(nil))
    let text = ReportFile.json(table)
    #expect(text.hasPrefix(#"{"report":"volunteers","rows":[{"key":"government","name":"","occurrences":1,"asked":2,"#))
    let reach = try await Report.reach.run(both, in: office.context(nil))
    #expect(ReportFile.json(reach).contains(#""youth":null,"youth_not_recorded":42"#))
  }

  @Test func `a spreadsheet begins like a spreadsheet`() async throws {
    let office = try await ResultsOffice()
    let table = try await Report.cost.run([], in: office.context(.manager))
    let bytes = try ReportFile.xlsx([table])
    #expect(bytes.prefix(4) == [0x50, 0x4B, 3, 4])
  }

  @Test func `a campaign that does not exist is named`() async throws {
    let office = try await ResultsOffice()
    do {
      _ = try await Report.cost.run(["spring"], in: office.context(nil))
      Issue.record("nothing was refused")
    } catch {
      #expect(error.sentence.contains("spring"))
    }
  }

  @Test(arguments: [Role.volunteer, .administrator])
  func `costs are for those who may see them`(_ role: Role) async throws {
    let office = try await ResultsOffice()
    await #expect(throws: ActionError.self) { _ = try await Report.cost.run([], in: office.context(role)) }
  }
}
