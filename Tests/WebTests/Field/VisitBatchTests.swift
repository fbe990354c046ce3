import Actions
import Domain
import HTTPServer
import SampleOffice
import Testing

@testable import Web

@Suite struct VisitBatchTests {
  private func event(_ id: String, door: Int, route: RouteID = FieldPeople.route, at: Instant) -> String {
    """
    {"id":"\(id)","route":"\(route)","door":\(door),"disposition":"talked","at":\(at.milliseconds),"leaflets":1,\
    "answers":{"knows":"yes"},"groups":["female"],"doNotVisit":false}
    """
  }

  private func batch(_ events: [String], clock: Instant) -> String {
    "{\"clock\":\(clock.milliseconds),\"events\":[\(events.joined(separator: ","))]}"
  }

  @Test func `the answer names the ids that the phone may forget`() async throws {
    let day = try await FieldDay()
    let client = FieldClient(day)
    let address = "/v/" + (try await day.codes(FieldPeople.ary)).link + "/visits"
    let body = batch((1...50).map { event("event-\(100 + $0)", door: $0, at: day.now) }, clock: day.now)
    let first = await client.postJSON(address, body)
    let again = await client.postJSON(address, body)
    #expect(first.status == 200)
    #expect(Sample.text(first) == Sample.text(again))
    #expect(Sample.text(first).hasPrefix("{\"received\":[\"event-101\",\"event-102\""))
    #expect(Sample.text(first).hasSuffix("\"refused\":[]}"))
    #expect(try await day.visits().count == 50)
  }

  @Test func `what cannot be taken is named beside what was`() async throws {
    let day = try await FieldDay()
    let client = FieldClient(day)
    let address = "/v/" + (try await day.codes(FieldPeople.ary)).link + "/visits"
    let others = event("event-other", door: 1, route: FieldPeople.otherRoute, at: day.now)
    let mixed = await client.postJSON(
      address, batch([event("event-mine", door: 1, at: day.now), others], clock: day.now))
    #expect(mixed.status == 200)
    #expect(Sample.text(mixed).contains("\"received\":[\"event-mine\"],\"refused\":[\"event-other\"]"))
    #expect(await client.postJSON(address, batch([others], clock: day.now)).status == 404)
    day.turn(to: FieldDay.saturday + 7, "23:59")
    let late = batch([event("event-late", door: 2, at: day.now)], clock: day.now)
    #expect(await client.postJSON(address, late).status == 200)
    let codes = try await day.codes(FieldPeople.ary)
    day.turn(to: FieldDay.saturday + 8, "08:00")
    let later = batch([event("event-later", door: 3, at: day.now)], clock: day.now)
    #expect(await client.postJSON("/v/\(codes.link)/visits", later).status == 410)
  }

  @Test func `what is no batch is refused, and the daemon stays up`() async throws {
    let day = try await FieldDay(doors: 5)
    let client = FieldClient(day)
    let address = "/v/" + (try await day.codes(FieldPeople.ary)).link + "/visits"
    let wrong = ["", "{}", "[]", "null", "{\"clock\":\"now\",\"events\":[]}", String(repeating: "[", count: 20_000)]
    for body in wrong { #expect(await client.postJSON(address, body).status == 400, "\(body.prefix(40))") }
    let strange = event("event-odd", door: 1, at: day.now).replacing("talked", with: "sang")
    #expect(await client.postJSON(address, batch([strange], clock: day.now)).status == 404)
    let many = (1...51).map { event("event-\(100 + $0)", door: 1, at: day.now) }
    #expect(await client.postJSON(address, batch(many, clock: day.now)).status == 422)
    #expect(await client.postJSON("/v/wrong/visits", batch([], clock: day.now)).status == 404)
    #expect(try await day.visits().isEmpty)
  }
}
