import Actions
import Domain
import SampleOffice
import Testing

@Suite struct EnterByCodeTests {
  private func enter(_ code: String, _ day: FieldDay, from peer: String = "10.0.0.7") async throws -> CodeEntry {
    try await EnterByCode.run(code, from: peer, at: day.workplace)
  }

  @Test func `the long and the short code open the same page`() async throws {
    let day = try await FieldDay(doors: 5)
    let codes = try await day.codes(FieldPeople.ary)
    let open = CodeEntry.open(FieldPeople.ary, link: codes.link)
    #expect(try await enter(codes.link, day) == open)
    #expect(try await enter(codes.paper, day) == open)
  }

  @Test func `a code is read as people write it`() async throws {
    let day = try await FieldDay(doors: 5)
    let codes = try await day.codes(FieldPeople.ary)
    let typed = " " + codes.paper.uppercased().prefix(4) + "-" + codes.paper.uppercased().dropFirst(4) + " "
    let misread = typed.replacing("1", with: "l").replacing("0", with: "O")
    #expect(try await enter(misread, day) == .open(FieldPeople.ary, link: codes.link))
  }

  @Test func `a withdrawn code is as unknown as one that never was`() async throws {
    let day = try await FieldDay(doors: 5)
    let old = try await day.codes(FieldPeople.ary)
    _ = try await day.codes(FieldPeople.ary)
    for code in [old.link, old.paper, "nonsense", "", "ឥឡូវ", String(repeating: "7", count: 26)] {
      #expect(try await enter(code, day) == .unknown, "\(code)")
    }
  }

  @Test func `ten wrong codes a minute from one network, and the eleventh waits`() async throws {
    let day = try await FieldDay(doors: 5)
    let codes = try await day.codes(FieldPeople.ary)
    for number in 0..<10 { #expect(try await enter("wrong\(number)zz", day) == .unknown) }
    #expect(try await enter(codes.paper, day) == .tooMany)
    #expect(try await enter(codes.paper, day, from: "10.0.0.8") == .open(FieldPeople.ary, link: codes.link))
    // The phone's own address goes on working beside a neighbour's guesses.
    #expect(try await enter(codes.link, day) == .open(FieldPeople.ary, link: codes.link))
    day.turn(to: FieldDay.saturday, "08:02")
    #expect(try await enter(codes.paper, day) == .open(FieldPeople.ary, link: codes.link))
  }

  @Test func `a code ends seven days after the last shift`() async throws {
    let day = try await FieldDay(doors: 5)
    let codes = try await day.codes(FieldPeople.chan)
    day.turn(to: FieldDay.saturday + 7, "23:59")
    #expect(try await enter(codes.link, day) != .unknown)
    day.turn(to: FieldDay.saturday + 8, "00:00")
    #expect(try await enter(codes.link, day) == .unknown)
  }
}
