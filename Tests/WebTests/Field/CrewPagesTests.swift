import Actions
import Domain
import HTTPServer
import SampleOffice
import Storage
import Testing

@testable import Web

@Suite struct CrewPagesTests {
  private func client(_ day: FieldDay, _ role: Role = .coordinator) async throws -> FieldClient {
    var client = FieldClient(day)
    client.session = try await day.session(role)
    return client
  }

  private static let addresses = [
    "/volunteers", "/volunteers?free=14/11/2026&home=0203&language=km", "/volunteers?free=soon",
    "/volunteers?language=xx",
    "/volunteers/v-ary", "/volunteers/v-farid", "/shifts", "/shifts?from=2027-01-01", "/shifts/shift-one",
    "/shifts/forum-one", "/routes", "/routes?from=2026-12-07", "/routes/route-one", "/routes/route-one/enter",
    "/routes/route-one/print", "/routes/route-two/print?for=v-dara",
  ]

  @Test(arguments: Language.allCases)
  func `every staff page passes the checks`(language: Language) async throws {
    let day = try await FieldDay()
    var client = try await client(day)
    client.language = language
    _ = try await day.codes(FieldPeople.ary)
    try await day.store.write { (tx) throws(StoreError) in
      try tx.decline(FieldPeople.shift, by: FieldPeople.bopha, reason: .classOrExam, at: day.now)
    }
    for door in 1...12 {
      var answer = DoorAnswer(id: "event-\(100 + door)", route: FieldPeople.route, door: door, disposition: .talked)
      answer.leaflets = 1
      _ = try await RecordVisits.run([answer], of: FieldPeople.ary, in: day.field)
    }
    for address in Self.addresses {
      let response = await client.get(address)
      #expect(response.status == 200, "\(address)")
      #expect(MarkupChecks.findings(Sample.text(response)) == [], "\(address)")
    }
  }

  @Test(arguments: [Role.manager, .volunteer, .auditor, .administrator])
  func `only coordinators see volunteers, shifts and routes`(role: Role) async throws {
    let day = try await FieldDay(doors: 5)
    let client = try await client(day, role)
    for address in Self.addresses { #expect(await client.get(address).status == 403, "\(address)") }
    #expect(await client.post("/shifts/shift-one/ask", [("ask", "v-eang")]).status == 403)
    #expect(await client.post("/routes/route-one/enter", [("r-1", "talked")]).status == 403)
    #expect(await client.post("/volunteers/v-ary/link", [("do", "renew")]).status == 403)
  }

  @Test func `what does not exist is not found`() async throws {
    let day = try await FieldDay(doors: 5)
    let client = try await client(day)
    for address in ["/volunteers/x", "/shifts/x", "/routes/x", "/routes/x/print", "/routes/x/enter"] {
      #expect(await client.get(address).status == 404, "\(address)")
    }
  }

  @Test func `the walk sheet has sixteen houses a page, the code in letters and as a QR code`() async throws {
    let day = try await FieldDay(doors: 60)
    var client = try await client(day)
    #expect(await client.text("/routes/route-one/print").contains("has a personal link yet"))
    #expect(await client.post("/routes/route-one/links", []).location == "/routes/route-one/print")
    client.language = .km
    let sheet = await client.text("/routes/route-one/print")
    let codes = try await day.store.read { (tx) throws(StoreError) in
      (try tx.code(of: FieldPeople.ary, .link, at: day.now), try tx.code(of: FieldPeople.ary, .paper, at: day.now))
    }
    let (link, paper) = (try #require(codes.0), try #require(codes.1).uppercased())
    #expect(sheet.contains("<p class=\"code\">\(paper.prefix(4))-\(paper.suffix(4))</p>"))
    let code = try #require(QRCode("http://127.0.0.1:8080/v/" + link))
    #expect(code.version <= 5)
    #expect(sheet.contains(code.markup(label: Phrase.personalLink.km).string))
    #expect(MarkupChecks.tags(sheet).count { $0.name == "table" && !$0.isEnd } == 4)
    #expect(sheet.contains("ទំព័រ ១ នៃ ៤"))
    #expect(!sheet.contains("Sok Lyda") && !sheet.contains("សុខ លីដា"))
    // Printing again ends nobody's code.
    #expect(await client.text("/routes/route-one/print") == sheet)
    #expect(await client.get("/v/" + link).status == 200)
  }

  @Test func `a paper sheet is typed in once, and a wrong number keeps what was typed`() async throws {
    let day = try await FieldDay(doors: 20)
    let client = try await client(day)
    let page = await client.text("/routes/route-one/enter")
    let sheet = try #require(MarkupChecks.value("value", in: page, where: ["name": "sheet"]))
    let good = [("sheet", sheet), ("r-1", "talked"), ("leaflets-1", "៣"), ("a-1", "yes"), ("r-5", "moved")]
    let wrong = await client.post("/routes/route-one/enter", good + [("r-6", "refused"), ("leaflets-6", "lots")])
    #expect(wrong.status == 422)
    #expect(Sample.text(wrong).contains("House 6: Enter a whole number of leaflets, 0 to 99"))
    #expect(Sample.text(wrong).contains("aria-label=\"House 5, Moved away\" checked"))
    #expect(try await day.visits().isEmpty)
    for _ in 1...2 { #expect(await client.post("/routes/route-one/enter", good).status == 303) }
    let visits = try await day.visits()
    #expect(visits.count == 2)
    #expect(RouteProgress.latest(visits)["h-1"]?.leaflets == 3)
    #expect(await client.post("/routes/route-one/enter", [("sheet", sheet)]).status == 422)
  }

  @Test func `a coordinator asks somebody who is free, and is told when the places are taken`() async throws {
    let day = try await FieldDay(doors: 5)
    let client = try await client(day)
    let taken = await client.post("/shifts/shift-one/ask", [("ask", "v-eang")])
    #expect(taken.status == 422)
    #expect(Sample.text(taken).contains("Every place of this shift is taken"))
    try await day.store.write { (tx) throws(StoreError) in
      try tx.decline(FieldPeople.shift, by: FieldPeople.bopha, reason: nil, at: day.now)
    }
    #expect(await client.text("/shifts/shift-one").contains("Ask the first"))
    #expect(await client.post("/shifts/shift-one/ask", [("ask", "v-eang")]).status == 303)
    #expect(await client.text("/shifts/shift-one").contains("Phan Dalin"))
    #expect(await client.post("/shifts/shift-one/ask", []).status == 422)
  }

  @Test func `a link is made, renewed and withdrawn`() async throws {
    let day = try await FieldDay(doors: 5)
    let client = try await client(day)
    func link() async -> String? {
      MarkupChecks.tags(await client.text("/volunteers/v-ary")).compactMap { $0["href"] }
        .first { $0.contains("/v/") }.map { String($0.dropFirst("http://127.0.0.1:8080".count)) }
    }
    #expect(await link() == nil)
    _ = await client.post("/volunteers/v-ary/link", [])
    let first = try #require(await link())
    #expect(await client.get(first).status == 200)
    _ = await client.post("/volunteers/v-ary/link", [("do", "renew")])
    let second = try #require(await link())
    #expect(await client.get(first).status == 404)
    #expect(await client.get(second).status == 200)
    _ = await client.post("/volunteers/v-ary/link", [("do", "withdraw")])
    #expect(await client.get(second).status == 404)
    #expect(await link() == nil)
  }

  @Test func `a route where everybody is at home at once is marked, not judged`() async throws {
    let day = try await FieldDay(doors: 20)
    let client = try await client(day)
    #expect(!(await client.text("/routes/route-one")).contains("please check"))
    for door in 1...12 {
      var answer = DoorAnswer(id: "event-\(100 + door)", route: FieldPeople.route, door: door, disposition: .talked)
      answer.at = day.now.adding(seconds: Double(door) * 20 - 300)
      _ = try await RecordVisits.run([answer], of: FieldPeople.ary, clock: day.now, in: day.field)
    }
    let page = await client.text("/routes/route-one")
    #expect(page.contains("please check") && page.contains("20 seconds") && page.contains("100%"))
    #expect(await client.text("/routes?from=2026-11-09").contains("please check"))
  }
}
