import Actions
import Domain
import SampleOffice
import Storage
import Testing

@Suite struct RecordVisitsTests {
  private static func answer(
    _ id: String, door: Int = 3, _ disposition: Disposition = .talked, at: Instant? = nil,
    route: RouteID = FieldPeople.route
  ) -> DoorAnswer {
    var answer = DoorAnswer(id: id, route: route, door: door, disposition: disposition)
    answer.at = at
    return answer
  }

  @Test(arguments: [1 as UInt64, 2, 3, 4, 5])
  func `answers are kept once, whatever the order and number of tries`(seed: UInt64) async throws {
    let day = try await FieldDay()
    var random = Seeded(seed)
    let start = FieldDay.instant(FieldDay.saturday, "07:40")
    let events = (0..<120).map { number in
      Self.answer(
        "event-\(1000 + number)", door: 1 + number % 60, Disposition.allCases[number % 5],
        at: start.adding(seconds: Double(number) * 9))
    }
    // Every event travels at least once; many travel often, in batches of any size and order.
    var left = events.shuffled(using: &random)
    left += events.filter { _ in Bool.random(using: &random) }
    left += events.filter { _ in Bool.random(using: &random) }
    left.shuffle(using: &random)
    while !left.isEmpty {
      let batch = Array(left.prefix(Int.random(in: 1...50, using: &random)))
      left.removeFirst(batch.count)
      let receipt = try await RecordVisits.run(batch, of: FieldPeople.ary, clock: day.now, in: day.field)
      #expect(Set(receipt.received) == Set(batch.map(\.id)))
    }
    let visits = try await day.visits()
    #expect(visits.map(\.id.text) == events.map(\.id))
    #expect(visits.map(\.at) == events.map { $0.at! })
    #expect(RouteProgress(doors: 60, visits: visits).done == 60)
  }

  @Test func `a wrong clock on the phone is put right`() async throws {
    let day = try await FieldDay()
    let hour = 3600.0
    // The phone is three hours ahead: its 10:55 is our 07:55.
    let phone = day.now.adding(seconds: 3 * hour)
    let answer = Self.answer("event-one", at: phone.adding(seconds: -300))
    _ = try await RecordVisits.run([answer], of: FieldPeople.ary, clock: phone, in: day.field)
    #expect(try await day.visits().map(\.at) == [day.now.adding(seconds: -300)])
  }

  @Test func `no answer lies in the future or before its day`() async throws {
    let day = try await FieldDay()
    let answers = [
      Self.answer("event-late", at: day.now.adding(seconds: 86_400)),
      Self.answer("event-early", door: 4, at: Instant(milliseconds: .min)),
    ]
    _ = try await RecordVisits.run(answers, of: FieldPeople.ary, clock: day.now, in: day.field)
    let times = try await day.visits().map(\.at)
    #expect(times == [FieldDay.instant(FieldDay.saturday, "00:00"), day.now])
  }

  @Test func `somebody else's door is as unknown as none`() async throws {
    let day = try await FieldDay()
    let answers = [
      Self.answer("event-other", door: 1, route: FieldPeople.otherRoute), Self.answer("event-none", route: "no-such"),
      Self.answer("event-zero", door: 0), Self.answer("event-beyond", door: 61), Self.answer("event-good"),
    ]
    let receipt = try await RecordVisits.run(answers, of: FieldPeople.ary, in: day.field)
    #expect(receipt.received == ["event-good"])
    #expect(receipt.unknown == ["event-other", "event-none", "event-zero", "event-beyond"])
    #expect(try await day.visits(FieldPeople.otherRoute).isEmpty)
  }

  @Test(arguments: [(-1, false), (0, true), (7, true), (8, false)])
  func `answers are taken on the day and for seven days after it`(days: Int, isTaken: Bool) async throws {
    let day = try await FieldDay()
    day.turn(to: FieldDay.saturday + days, "23:30")
    let receipt = try await RecordVisits.run([Self.answer("event-one")], of: FieldPeople.ary, in: day.field)
    #expect(receipt.received.isEmpty != isTaken)
    #expect(receipt.closed.isEmpty == isTaken)
  }

  @Test func `who was not talked to was asked nothing, and unknown answers are dropped`() async throws {
    let day = try await FieldDay()
    var talked = Self.answer("event-one")
    talked.answers = ["knows": "yes", "heard": "nowhere", "religion": "x"]
    talked.groups = [.female]
    var away = Self.answer("event-two", door: 4, .notHome)
    away.answers = ["knows": "yes"]
    away.groups = [.youth]
    _ = try await RecordVisits.run([talked, away], of: FieldPeople.ary, in: day.field)
    let visits = RouteProgress.latest(try await day.visits())
    #expect(visits["h-3"]?.answers == ["knows": "yes"])
    #expect(visits["h-3"]?.groups == [.female: true])
    #expect(visits["h-4"]?.answers == [:] && visits["h-4"]?.groups == [:])
  }

  @Test func `a door that asked to be left alone is marked, with a line in the ledger`() async throws {
    let day = try await FieldDay()
    var answer = Self.answer("event-one", .refused)
    answer.doNotVisit = true
    for _ in 1...2 { _ = try await RecordVisits.run([answer], of: FieldPeople.ary, in: day.field) }
    let (household, ledger) = try await day.store.read { (tx) throws(StoreError) in
      (try tx.household("h-3"), try tx.consents(of: "citizen-3"))
    }
    #expect(household?.doNotVisit == true)
    #expect(ledger.map(\.source) == [.door])
    #expect(ledger.first?.purpose == .visit && ledger.first?.given == false)
  }

  @Test func `who answers at a door has come`() async throws {
    let day = try await FieldDay()
    _ = try await RecordVisits.run([Self.answer("event-one")], of: FieldPeople.bopha, in: day.field)
    let shift = try await day.store.read { (tx) throws(StoreError) in try tx.occurrence(FieldPeople.shift) }
    #expect(shift?.assignments.map(\.status) == [.confirmed, .attended])
  }

  @Test func `what makes no answer is refused in words`() async throws {
    let day = try await FieldDay()
    var many = Self.answer("event-one")
    many.leaflets = 100
    await #expect(throws: ActionError.self) { try await RecordVisits.run([many], of: FieldPeople.ary, in: day.field) }
    await #expect(throws: ActionError.self) {
      try await RecordVisits.run([Self.answer("<script>")], of: FieldPeople.ary, in: day.field)
    }
    let crowd = (1...51).map { Self.answer("event-\($0 + 1000)") }
    await #expect(throws: ActionError.self) { try await RecordVisits.run(crowd, of: FieldPeople.ary, in: day.field) }
  }
}

/// SplitMix64, so that a failing order can be had again.
private struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
