import Actions
import Domain
import HTTPServer
import SampleOffice
import Storage
import Testing

@testable import Web

@Suite struct DayPageTests {
  @Test(arguments: Language.allCases)
  func `every page of a volunteer passes the checks`(language: Language) async throws {
    let day = try await FieldDay()
    var client = FieldClient(day)
    client.language = language
    let ary = "/v/" + (try await day.codes(FieldPeople.ary)).link
    let farid = "/v/" + (try await day.codes(FieldPeople.farid)).link
    var pages = [await client.text("/v"), await client.text("/v/wrong"), await client.text(farid)]
    pages += [await client.text(ary), await client.text(ary + "/doors/13"), await client.text(ary + "/doors/99")]
    pages.append(Sample.text(await client.post(ary + "/doors/13", [("leaflets", "many")])))
    day.turn(to: FieldDay.saturday + 1, "08:00")
    pages.append(await client.text(ary))
    day.turn(to: FieldDay.saturday + 7, "15:00")
    pages.append(Sample.text(await client.post(ary + "/shifts/\(FieldPeople.forum)", [("answer", "come")])))
    for (number, page) in pages.enumerated() {
      #expect(MarkupChecks.findings(page) == [], "page \(number)")
      #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
    }
  }

  @Test func `Khmer comes first, with Khmer digits`() async throws {
    let day = try await FieldDay()
    var client = FieldClient(day)
    client.language = .km
    let page = await client.text("/v/" + (try await day.codes(FieldPeople.ary)).link)
    #expect(page.contains("ផ្លូវ\u{200B}ទី១ ស្វាយប៉ោ"))
    #expect(page.contains("០ ក្នុង\u{200B}ចំណោម ៦០ ផ្ទះ"))
    #expect(page.contains("ម៉ោង ៧:៣០–១១:០០"))
  }

  @Test func `page and paper say whom to ring when the office says so`() async throws {
    let day = try await FieldDay()
    var client = FieldClient(day)
    let address = "/v/" + (try await day.codes(FieldPeople.ary)).link
    #expect(await !client.text(address).contains("tel:"))
    try await day.store.write { (tx) throws(StoreError) in
      var office = try tx.office()
      office.phone = "012 345 678"
      try tx.put(office, at: day.now)
    }
    #expect(await client.text(address).contains("href=\"tel:012345678\""))
    client.session = try await day.session()
    #expect(await client.text("/routes/\(FieldPeople.route)/print").contains("012 345 678"))
  }

  @Test func `no page names a citizen or shows a phone number`() async throws {
    let day = try await FieldDay()
    let client = FieldClient(day)
    let address = "/v/" + (try await day.codes(FieldPeople.ary)).link
    for page in [await client.text(address), await client.text(address + "/doors/3")] {
      for secret in ["Sok Lyda", "សុខ លីដា", "+855", "000000", "citizen-3"] { #expect(!page.contains(secret)) }
    }
  }

  @Test func `doors are gone the day after, and the houses are thanked for`() async throws {
    let day = try await FieldDay()
    let client = FieldClient(day)
    let address = "/v/" + (try await day.codes(FieldPeople.ary)).link
    _ = await client.post(
      address + "/doors/1",
      [("id", "an-answer-1"), ("route", FieldPeople.route.text), ("disposition", "talked"), ("leaflets", "2")])
    #expect(await client.text(address).contains("1 of 60 houses"))
    day.turn(to: FieldDay.saturday + 1, "00:00")
    let page = await client.text(address)
    #expect(page.contains("This route has ended. Thank you. You visited 1 house."))
    #expect(!page.contains("data-door=") && !page.contains("geo:13.1"))
    #expect(await client.get(address + "/doors/2").status == 404)
  }

  @Test func `an unknown code and a withdrawn one get the same answer`() async throws {
    let day = try await FieldDay(doors: 5)
    let client = FieldClient(day)
    let old = try await day.codes(FieldPeople.ary).link
    _ = try await day.codes(FieldPeople.ary)
    let withdrawn = await client.get("/v/" + old)
    let unknown = await client.get("/v/" + String(repeating: "7", count: 26))
    #expect(withdrawn.status == 404 && unknown.status == 404)
    #expect(Sample.text(withdrawn) == Sample.text(unknown))
    #expect(Sample.text(unknown).contains("This code does not exist. Check the paper: no letters I, L, O, U."))
  }

  @Test func `the code of the paper leads to the page`() async throws {
    let day = try await FieldDay(doors: 5)
    let client = FieldClient(day)
    let codes = try await day.codes(FieldPeople.ary)
    let typed = await client.post("/v", [("code", codes.paper.uppercased())])
    #expect(typed.status == 303 && typed.location == "/v/" + codes.link)
    #expect(await client.get("/v/" + codes.paper).location == "/v/" + codes.link)
    for number in 0..<10 { _ = await client.post("/v", [("code", "wrong\(number)zz")]) }
    #expect(await client.post("/v", [("code", codes.paper)]).status == 429)
  }

  @Test func `nothing of it is kept by a cache, and its title is neutral`() async throws {
    let day = try await FieldDay(doors: 5)
    let client = FieldClient(day)
    let response = await client.get("/v/" + (try await day.codes(FieldPeople.ary)).link)
    #expect(response.headers.contains { $0.name == "Cache-Control" && $0.value == "no-store" })
    #expect(response.headers.contains { $0.name == "Referrer-Policy" && $0.value == "no-referrer" })
    #expect(Sample.text(response).contains("<title>Route 1, Svay Por</title>"))
  }

  @Test func `a volunteer says yes, and then no with a reason`() async throws {
    let day = try await FieldDay(doors: 5)
    let client = FieldClient(day)
    let address = "/v/" + (try await day.codes(FieldPeople.ary)).link
    let shift = address + "/shifts/\(FieldPeople.forum)"
    #expect(await client.post(shift, [("answer", "come")]).location == address)
    #expect(await client.text(address).contains("You said: I can come."))
    _ = await client.post(shift, [("answer", "cannot"), ("reason", "classOrExam")])
    #expect(await client.text(address).contains("You said: I cannot come."))
    #expect(await client.post(address + "/shifts/\(FieldPeople.otherShift)", [("answer", "come")]).status == 404)
    #expect(await client.post(address + "/shifts/none", [("answer", "come")]).status == 404)
  }
}
