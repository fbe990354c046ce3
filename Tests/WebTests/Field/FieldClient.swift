import Domain
import Foundation
import HTTPServer
import SampleOffice

@testable import Web

/// A browser without a network: asks a site over a ``FieldDay`` and keeps what it is told.
struct FieldClient {
  let day: FieldDay
  let site: Site
  var language: Language = .en
  /// Session and form token, when somebody is signed in.
  var session: (token: String, form: String)?

  init(_ day: FieldDay) {
    self.day = day
    site = Site(day.workplace)
  }

  func get(_ address: String) async -> Response { await send("GET", address, type: nil, body: "") }

  func text(_ address: String) async -> String { Sample.text(await get(address)) }

  func post(_ address: String, _ fields: [(String, String)]) async -> Response {
    let all = fields + (session.map { [("form_token", $0.form)] } ?? [])
    let body = all.map { "\(PercentEncoding.encode($0.0))=\(PercentEncoding.encode($0.1))" }.joined(separator: "&")
    return await send("POST", address, type: "application/x-www-form-urlencoded", body: body)
  }

  func postJSON(_ address: String, _ body: String) async -> Response {
    await send("POST", address, type: "application/json", body: body)
  }

  private func send(_ method: String, _ address: String, type: String?, body: String) async -> Response {
    let halves = address.split(separator: "?", maxSplits: 1).map(String.init)
    let query = (halves.count == 2 ? halves[1] : "").split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1).map { String($0).removingPercentEncoding ?? "" }
      return (name: parts[0], value: parts.count == 2 ? parts[1] : "")
    }
    var headers = [(name: "Accept-Language", value: language.rawValue), (name: "Host", value: "127.0.0.1:8080")]
    if let type { headers.append((name: "Content-Type", value: type)) }
    if let session { headers.append((name: "Cookie", value: "session=\(session.token)")) }
    let request = Request(
      method: method, rawPath: halves[0],
      path: halves[0].split(separator: "/").map { String($0).removingPercentEncoding ?? "" }, query: query,
      headers: headers, body: Array(body.utf8), peer: "10.1.2.3")
    return await site.handler(request)
  }
}

extension Response {
  var location: String? { headers.first { $0.name == "Location" }?.value }
}

extension MarkupChecks {
  /// The value of the first tag's attribute that has all of `marks`.
  static func value(_ attribute: String, in html: String, where marks: [String: String]) -> String? {
    tags(html).first { tag in marks.allSatisfy { tag[$0.key] == $0.value } }?[attribute]
  }
}
