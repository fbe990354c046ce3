import Domain
import HTTPServer
import Testing

@testable import Web

@Suite struct RouterTests {
  private struct Broken: Error {}

  private func router(role: Role? = .coordinator, proof: Visitor.Proof = .session(formToken: "secret")) -> Router {
    let echo: Endpoint.PageHandler = { asked in
      .text("\(asked.parameters.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }) \(asked.form["name"])")
    }
    let endpoints = [
      Endpoint(.get, "/campaigns/{id}", .signedIn(.seeCampaigns), echo),
      Endpoint(.get, "/campaigns/new", .signedIn(.planCampaigns)) { _ in .text("new") },
      Endpoint(.get, "/campaigns/{id}.xlsx", .signedIn(.seeCampaigns)) { .text("xlsx \($0.parameter("id"))") },
      Endpoint(.post, "/campaigns/{id}/messages", .signedIn(.planCampaigns), echo),
      Endpoint(.get, "/v/{code}", .volunteer, echo),
      Endpoint(.get, "/open/{rest*}", .public, echo),
      Endpoint(.get, "/broken", .public) { _ in throw Broken() },
    ]
    let visitor = role.map { Visitor(account: "u1", name: "Chan Sophea", role: $0, proof: proof) }
    let door = Router.Door(
      visitor: { _ in visitor },
      context: { request, visitor in
        var page = Sample.page()
        page.path = request.rawPath
        page.user = visitor.map { PageUser(name: $0.name, role: $0.role) }
        return page
      })
    return Router(endpoints, door: door) { _, asked in ErrorPages.serverError(asked.page, number: "7F3A") }
  }

  @Test func `words win over names, and endings over both`() async {
    #expect(Sample.text(await router().answer(Sample.request("GET", "/campaigns/new"))) == "new")
    #expect(Sample.text(await router().answer(Sample.request("GET", "/campaigns/12.xlsx"))) == "xlsx 12")
    #expect(Sample.text(await router().answer(Sample.request("GET", "/campaigns/12"))) == "[\"id=12\"] ")
    #expect(Sample.text(await router().answer(Sample.request("GET", "/open/a/b"))) == "[\"rest=a/b\"] ")
  }

  @Test func `parameters come decoded`() async {
    let request = Request(method: "GET", rawPath: "/campaigns/a%2Fb", path: ["campaigns", "a/b"])
    #expect(Sample.text(await router().answer(request)) == "[\"id=a/b\"] ")
  }

  @Test func `an unknown address is not found, a known one with another method not allowed`() async {
    #expect(await router().answer(Sample.request("GET", "/nowhere")).status == 404)
    let refused = await router().answer(Sample.request("DELETE", "/campaigns/12"))
    #expect(refused.status == 405)
    #expect(refused.headers.contains { $0.name == "Allow" && $0.value == "GET, HEAD" })
  }

  @Test func `HEAD is answered like GET`() async {
    #expect(await router().answer(Sample.request("HEAD", "/campaigns/12")).status == 200)
  }

  @Test func `nobody is sent to sign in and comes back afterwards`() async {
    let response = await router(role: nil).answer(Sample.request("GET", "/campaigns/12"))
    #expect(response.status == 303)
    #expect(response.headers.contains { $0.name == "Location" && $0.value == "/sign-in?next=%2Fcampaigns%2F12" })
    #expect(await router(role: nil).answer(Sample.request("POST", "/campaigns/12/messages")).status == 403)
  }

  @Test(arguments: Role.allCases)
  func `a role without the right is refused`(role: Role) async {
    let response = await router(role: role).answer(Sample.request("GET", "/campaigns/new"))
    #expect(response.status == (role.may(.planCampaigns) ? 200 : 403))
  }

  private let type = (name: "Content-Type", value: "application/x-www-form-urlencoded")

  @Test func `a form needs the token of its session`() async {
    let path = "/campaigns/12/messages"
    let right = Sample.request("POST", path, headers: [type], body: "form_token=secret&name=a%20%26+b")
    #expect(Sample.text(await router().answer(right)) == "[\"id=12\"] a & b")
    let wrong = Sample.request("POST", path, headers: [type], body: "form_token=other&name=x")
    #expect(await router().answer(wrong).status == 403)
    #expect(await router().answer(Sample.request("POST", path, headers: [type], body: "name=x")).status == 403)
  }

  @Test func `another site's page cannot post, whatever it knows`() async {
    let headers = [type, (name: "Sec-Fetch-Site", value: "cross-site")]
    let request = Sample.request("POST", "/campaigns/12/messages", headers: headers, body: "form_token=secret")
    #expect(await router().answer(request).status == 403)
  }

  @Test func `a form that was cut on its way is refused as such`() async {
    let headers = [(name: "Content-Type", value: "multipart/form-data; boundary=B7")]
    let request = Sample.request("POST", "/campaigns/12/messages", headers: headers, body: "--B7\r\nContent")
    #expect(await router().answer(request).status == 400)
  }

  @Test func `a bearer token needs no form token`() async {
    let request = Sample.request("POST", "/campaigns/12/messages", headers: [type], body: "name=x")
    #expect(await router(proof: .bearerToken).answer(request).status == 200)
  }

  @Test(arguments: ["/campaigns/12", "/nowhere", "/broken", "/v/K7QM4RTX"])
  func `every answer carries the security headers`(path: String) async {
    let headers = await router().answer(Sample.request("GET", path)).headers
    func value(_ name: String) -> String? { headers.first { $0.name == name }?.value }
    let policy = value("Content-Security-Policy") ?? ""
    #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self'"))
    #expect(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"))
    #expect(value("X-Content-Type-Options") == "nosniff")
    #expect(value("Referrer-Policy") == "no-referrer")
    #expect(value("Cross-Origin-Opener-Policy") == "same-origin")
    #expect(value("Cache-Control") == "no-store")
  }

  @Test func `what a handler throws becomes an answer in one place`() async {
    let response = await router().answer(Sample.request("GET", "/broken"))
    #expect(response.status == 500)
    #expect(Sample.text(response).contains("7F3A"))
  }

  @Test func `assets are kept for a year under the address of their content`() async {
    let response = await router(role: nil).answer(Sample.request("GET", Asset.stylesheet.address))
    #expect(response.status == 200)
    #expect(response.headers.contains { $0.name == "Cache-Control" && $0.value.contains("max-age=31536000") })
    #expect(Sample.text(response).contains("--accent"))
    #expect(await router().answer(Sample.request("GET", "/assets/outreach-0000.css")).status == 404)
  }
}
