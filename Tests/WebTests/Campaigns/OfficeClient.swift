import Domain
import Foundation
import HTTPServer
import SampleOffice

@testable import Web

/// A browser of somebody at the office, without a network.
struct OfficeClient {
  let office: PlannedOffice
  let site: Site
  let session: (token: String, form: String)
  var language: Language = .en

  init(_ office: PlannedOffice, _ role: Role = .coordinator) async throws {
    self.office = office
    site = Site(office.workplace)
    session = try await office.session(role)
  }

  func get(_ address: String) async -> Response { await send("GET", address, body: "") }

  func text(_ address: String) async -> String { Sample.text(await get(address)) }

  func post(_ address: String, _ fields: [(String, String)] = []) async -> Response {
    let all = fields + [("form_token", session.form)]
    let body = all.map { "\(PercentEncoding.encode($0.0))=\(PercentEncoding.encode($0.1))" }.joined(separator: "&")
    return await send("POST", address, body: body)
  }

  private func send(_ method: String, _ address: String, body: String) async -> Response {
    let halves = address.split(separator: "?", maxSplits: 1).map(String.init)
    let query = (halves.count == 2 ? halves[1] : "").split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1).map { String($0).removingPercentEncoding ?? "" }
      return (name: parts[0], value: parts.count == 2 ? parts[1] : "")
    }
    let headers = [
      (name: "Accept-Language", value: language.rawValue), (name: "Host", value: "127.0.0.1:8080"),
      (name: "Cookie", value: "session=\(session.token)"),
      (name: "Content-Type", value: "application/x-www-form-urlencoded"),
    ]
    let path = halves[0].split(separator: "/").map { String($0).removingPercentEncoding ?? "" }
    return await site.handler(
      Request(
        method: method, rawPath: halves[0], path: path, query: query, headers: headers, body: Array(body.utf8),
        peer: "127.0.0.1"))
  }
}
