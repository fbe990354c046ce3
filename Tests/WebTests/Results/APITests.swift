import Domain
import Foundation
import HTTPServer
import SampleOffice
import Storage
import Testing

@testable import Web

@Suite struct APITests {
  private func object(_ response: Response) throws -> [String: Any] {
    let parsed = try JSONSerialization.jsonObject(with: Data(Sample.text(response).utf8))
    return try #require(parsed as? [String: Any])
  }

  @Test func `OpenAPI lists exactly what is answered`() async throws {
    let pages = try await SitePages()
    let response = await pages.api("GET", "/api/v1/openapi.json", token: nil)
    let document = try object(response)
    #expect(document["openapi"] as? String == "3.1.0")
    let paths = try #require(document["paths"] as? [String: [String: Any]])
    let described = Set(paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } })
    let site = Site(pages.office.workplace)
    let answered = site.endpoints.filter { $0.pattern.description.hasPrefix("/api/") && $0.access != .public }
    #expect(described == Set(answered.map { "\($0.method.rawValue) \($0.pattern)" }))
  }

  @Test func `every schema that is named is described`() async throws {
    let text = Sample.text(try await SitePages().api("GET", "/api/v1/openapi.json", token: nil))
    let named = text.matches(of: /#\/components\/schemas\/(\w+)/).map { String($0.output.1) }
    let known = Set(OpenAPISchemas.all.map(\.0))
    #expect(Set(named).isSubset(of: known))
  }

  @Test func `lists come in pages`() async throws {
    let pages = try await SitePages()
    let token = try await pages.office.apiToken(.coordinator)
    let first = try object(await pages.api("GET", "/api/v1/campaigns?limit=1", token: token))
    #expect((first["items"] as? [[String: Any]])?.map { $0["id"] as? String } == ["by-ourselves"])
    #expect(first["next"] as? String == "by-ourselves")
    let second = try object(await pages.api("GET", "/api/v1/campaigns?limit=1&after=by-ourselves", token: token))
    #expect((second["items"] as? [[String: Any]])?.map { $0["id"] as? String } == ["with-partner"])
    #expect(second["next"] is NSNull)
  }

  @Test func `problems name the field at fault`() async throws {
    let pages = try await SitePages()
    let token = try await pages.office.apiToken(.coordinator)
    let response = await pages.api("GET", "/api/v1/campaigns?limit=0", token: token)
    #expect(response.status == 422)
    #expect(response.header("Content-Type") == "application/problem+json")
    let problem = try object(response)
    #expect(problem["field"] as? String == "limit")
    #expect(problem["status"] as? Int == 422)
  }

  @Test(
    arguments: [
      ("GET", "/api/v1/campaigns", 401), ("GET", "/api/v1/nothing", 404), ("DELETE", "/api/v1/campaigns", 405),
    ])
  func `refusals are problems too`(_ method: String, _ address: String, _ status: Int) async throws {
    let response = try await SitePages().api(method, address, token: nil)
    #expect(response.status == status)
    #expect(response.header("Content-Type") == "application/problem+json")
  }

  @Test func `a role that may not is refused`() async throws {
    let pages = try await SitePages()
    let token = try await pages.office.apiToken(.manager)
    let response = await pages.api("POST", "/api/v1/counts", token: token, body: #"{"where":"sex = F"}"#)
    #expect(response.status == 403)
  }

  @Test func `a POST with the same key is answered once`() async throws {
    let pages = try await SitePages()
    let token = try await pages.office.apiToken(.coordinator)
    let key = [("Idempotency-Key", "one")]
    let body = #"{"where":"owns_motorbike","by":"district"}"#
    let first = await pages.api("POST", "/api/v1/counts", token: token, headers: key, body: body)
    #expect(Sample.text(first).contains(#""people":300"#))
    // What changed meanwhile does not change the answer.
    try await pages.office.store.write { (tx) throws(StoreError) in
      var more = Citizen(id: "new", name: LocalizedText(en: "Sok"))
      more.facts.ownsMotorbike = true
      try tx.put(more, at: Instant(milliseconds: 0))
      try tx.bumpPeopleVersion()
    }
    let again = await pages.api("POST", "/api/v1/counts", token: token, headers: key, body: body)
    #expect(Sample.text(again) == Sample.text(first))
    let other = await pages.api("POST", "/api/v1/counts", token: token, headers: key, body: #"{"where":"sex = F"}"#)
    #expect(other.status == 422)
  }

  @Test func `a failed POST leaves its key free`() async throws {
    let pages = try await SitePages()
    let token = try await pages.office.apiToken(.coordinator)
    let key = [("Idempotency-Key", "one")]
    #expect(await pages.api("POST", "/api/v1/counts", token: token, headers: key, body: "{}").status == 422)
    let mended = await pages.api("POST", "/api/v1/counts", token: token, headers: key, body: #"{"where":"sex = F"}"#)
    #expect(mended.status == 200)
  }

  @Test func `a segment is changed only by whoever knows its revision`() async throws {
    let pages = try await SitePages()
    let token = try await pages.office.apiToken(.coordinator)
    let body = #"{"name":{"en":"Riders"},"where":"owns_motorbike and sex = F"}"#
    let address = "/api/v1/segments/riders"
    let read = await pages.api("GET", address, token: token)
    let tag = try #require(read.header("ETag"))
    #expect(await pages.api("PUT", address, token: token, body: body).status == 428)
    let changed = await pages.api("PUT", address, token: token, headers: [("If-Match", tag)], body: body)
    #expect(changed.status == 200)
    #expect(changed.header("ETag") != tag)
    #expect(await pages.api("PUT", address, token: token, headers: [("If-Match", tag)], body: body).status == 412)
    let new = [("If-None-Match", "*")]
    #expect(await pages.api("PUT", address, token: token, headers: new, body: body).status == 412)
    #expect(await pages.api("PUT", "/api/v1/segments/other", token: token, headers: new, body: body).status == 200)
  }

  @Test func `a report is the same as on the command line`() async throws {
    let pages = try await SitePages()
    let token = try await pages.office.apiToken(.manager)
    let report = try object(
      await pages.api("GET", "/api/v1/reports/targets?campaign=with-partner", token: token))
    #expect(report["report"] as? String == "targets")
    #expect((report["rows"] as? [[String: Any]])?.count == 2)
  }
}
