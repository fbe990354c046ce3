import Actions
import Domain
import HTTPServer
import SampleOffice
import Storage
import Testing

@testable import Web

@Suite struct DoorPageTests {
  /// What a browser without script sends back from a door's form.
  private func hidden(_ html: String) throws -> [(String, String)] {
    let id = try #require(MarkupChecks.value("value", in: html, where: ["name": "id"]))
    let route = try #require(MarkupChecks.value("value", in: html, where: ["name": "route"]))
    return [("id", id), ("route", route)]
  }

  @Test func `a form sent twice is one visit`() async throws {
    let day = try await FieldDay()
    let client = FieldClient(day)
    let address = "/v/" + (try await day.codes(FieldPeople.ary)).link
    let fields =
      try hidden(await client.text(address + "/doors/3"))
      + [("disposition", "talked"), ("leaflets", "២"), ("q-knows", "yes"), ("group", "female"), ("group", "youth")]
    for _ in 1...3 { #expect(await client.post(address + "/doors/3", fields).location == address) }
    let visits = try await day.visits()
    #expect(visits.count == 1)
    #expect(visits.first?.household == "h-3" && visits.first?.leaflets == 2)
    #expect(visits.first?.answers == ["knows": "yes"])
    #expect(visits.first?.groups == [.female: true, .youth: true])
    #expect(visits.first?.volunteer == FieldPeople.ary)
  }

  @Test func `undo asks the door again, and the newer answer counts`() async throws {
    let day = try await FieldDay()
    let client = FieldClient(day)
    let address = "/v/" + (try await day.codes(FieldPeople.ary)).link
    for (time, result) in [("08:00", "talked"), ("08:01", "notHome")] {
      day.turn(to: FieldDay.saturday, time)
      let form = try hidden(await client.text(address + "/doors/1"))
      _ = await client.post(address + "/doors/1", form + [("disposition", result)])
      let page = await client.text(address)
      #expect(page.contains("data-undo href=\"\(address)/doors/1\""))
      #expect(page.contains("House 2"))
    }
    #expect(try await day.visits().count == 2)
    #expect(RouteProgress(doors: 60, visits: try await day.visits()).results == [.notHome: 1])
  }

  @Test func `a form without a result says what to do and keeps the door open`() async throws {
    let day = try await FieldDay()
    let client = FieldClient(day)
    let address = "/v/" + (try await day.codes(FieldPeople.ary)).link
    let response = await client.post(address + "/doors/3", [("leaflets", "120")])
    #expect(response.status == 422)
    #expect(Sample.text(response).contains("Choose what happened at this house"))
    #expect(Sample.text(response).contains("Enter a whole number of leaflets, 0 to 99"))
    #expect(try await day.visits().isEmpty)
  }

  @Test func `somebody else's door looks like one that never was`() async throws {
    let day = try await FieldDay()
    let client = FieldClient(day)
    let address = "/v/" + (try await day.codes(FieldPeople.ary)).link
    func answer(_ door: String, _ route: RouteID) async -> Response {
      await client.post(
        address + "/doors/\(door)", [("id", "an-answer-1"), ("route", route.text), ("disposition", "talked")])
    }
    let others = await answer("1", FieldPeople.otherRoute)
    let nowhere = await answer("1", "no-such-route")
    #expect(others.status == 404 && nowhere.status == 404)
    #expect(Sample.text(others) == Sample.text(nowhere))
    #expect(await answer("61", FieldPeople.route).status == 404)
    #expect(await answer("0x1", FieldPeople.route).status != 303)
    #expect(await client.get(address + "/doors/61").status == 404)
    #expect(try await day.visits(FieldPeople.otherRoute).isEmpty)
  }

  @Test func `a door that asked to be left alone is not offered again`() async throws {
    let day = try await FieldDay()
    let client = FieldClient(day)
    let address = "/v/" + (try await day.codes(FieldPeople.ary)).link
    let form = try hidden(await client.text(address + "/doors/1"))
    _ = await client.post(address + "/doors/1", form + [("disposition", "refused"), ("doNotVisit", "yes")])
    #expect(await client.text(address).contains("Do not visit"))
    let household = try await day.store.read { (tx) throws(StoreError) in try tx.household("h-1") }
    #expect(household?.doNotVisit == true)
  }

  @Test func `another site cannot answer for a volunteer`() async throws {
    let day = try await FieldDay()
    let code = try await day.codes(FieldPeople.ary).link
    let request = Request(
      method: "POST", rawPath: "/v/\(code)/doors/1", path: ["v", code, "doors", "1"],
      headers: [("Sec-Fetch-Site", "cross-site"), ("Content-Type", "application/x-www-form-urlencoded")],
      body: Array("id=an-answer-1&route=\(FieldPeople.route)&disposition=talked".utf8))
    #expect(await Site(day.workplace).handler(request).status == 403)
    #expect(try await day.visits().isEmpty)
  }
}
