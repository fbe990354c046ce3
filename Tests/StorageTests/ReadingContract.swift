import Domain
import Storage
import Testing

/// What readers are given while others write, and what they need not fetch.
@Suite struct ReadingContract {
  private func segment(_ name: String) -> Segment {
    Segment(id: "owners", name: LocalizedText(en: name), rule: "owns_house")
  }

  @Test func `a reader that keeps a document gives the new one as soon as anybody has changed it`() async throws {
    let temporary = try await TemporaryStore()
    defer { temporary.remove() }
    let other = try await temporary.reopened()
    for (number, writer) in [temporary.store, other, temporary.store].enumerated() {
      try await writer.write { (tx) throws(StoreError) in _ = try tx.put(segment("Name \(number)"), at: .noon) }
      // More often than there are readers, so that each has kept it.
      for _ in 0..<10 {
        let read = try await temporary.store.read { (tx) throws(StoreError) in try tx.document(Segment.self, "owners") }
        #expect(read?.name.en == "Name \(number)")
      }
    }
  }

  @Test func `the places under several codes come once each and in order`() async throws {
    let temporary = try await TemporaryStore()
    defer { temporary.remove() }
    let codes = ["02", "0203", "020301", "02030101", "0204", "03", "0301"]
    try await temporary.store.write { (tx) throws(StoreError) in
      for code in codes {
        try tx.put(Place(code: Place.Code(code)!, unit: "", name: LocalizedText(en: code)))
      }
    }
    let (under, districts, all) = try await temporary.store.read {
      (tx) throws(StoreError) -> ([Place], [Place], [Place]) in
      let tops = [Place.Code("03")!, Place.Code("020301")!, Place.Code("0203")!, Place.Code("0203")!]
      return (try tx.places(under: tops), try tx.places(under: [Place.Code("02")!], level: .district), try tx.places())
    }
    #expect(under.map(\.code.text) == ["0203", "020301", "02030101", "03", "0301"])
    #expect(districts.map(\.code.text) == ["0203", "0204"])
    #expect(all.map(\.code.text) == codes)
  }

  @Test func `routes are numbered by day within their work and commune`() async throws {
    let temporary = try await TemporaryStore()
    defer { temporary.remove() }
    var plan = Plan(campaign: "spring")
    for (number, place) in [(1, "020301"), (2, "020302"), (3, "020301"), (4, nil), (5, nil)] {
      var shift = Occurrence(
        id: OccurrenceID("doors-\(number)"), campaign: "spring", activity: "doors",
        date: LocalDate("2026-12-0\(number)")!, start: TimeOfDay("08:00")!)
      shift.place = place.flatMap { Place.Code($0) }
      plan.occurrences.append(shift)
      plan.routes.append(
        Route(
          id: RouteID("route-\(number)"), occurrence: shift.id,
          meetingPoint: Coordinate(latitude: 13, longitude: 103),
          doors: (0..<number).map { HouseholdID("H\($0)") }, walking: Metres(100)))
    }
    let accepted = plan
    let (numbers, outline, counts) = try await temporary.store.write {
      (tx) throws(StoreError) -> ([Int], Int?, [OccurrenceID: Int]) in
      try tx.propose(accepted, at: .noon)
      _ = try tx.accept("spring", at: .noon)
      var numbers: [Int] = []
      for route in accepted.routes { numbers.append(try tx.number(of: route.id)) }
      return (numbers, try tx.routeOutline(of: "doors-3")?.doors, try tx.doorCounts(of: "spring"))
    }
    #expect(numbers == [1, 1, 2, 1, 2])
    #expect(outline == 3)
    #expect(counts == ["doors-1": 1, "doors-2": 2, "doors-3": 3, "doors-4": 4, "doors-5": 5])
  }
}
