import Domain
import HTTPServer
import SampleOffice
import Testing

@testable import Web

/// Asks a site over a ``ResultsOffice`` as a signed-in browser or a program with a token would.
struct SitePages {
  let office: ResultsOffice
  let handler: Handler

  init(empty: Bool = false) async throws {
    office = try await ResultsOffice(empty: empty)
    handler = Site(office.workplace).handler
  }

  func get(_ address: String, as role: Role = .coordinator, _ language: Language = .en) async throws -> Response {
    let session = try await office.session(role)
    return await handler(
      Self.request("GET", address, headers: [("Cookie", "session=\(session.token); lang=\(language.rawValue)")]))
  }

  func page(_ address: String, as role: Role = .coordinator, _ language: Language = .en) async throws -> String {
    Sample.text(try await get(address, as: role, language))
  }

  /// Posts a form with the session's own token.
  func post(_ address: String, _ fields: [(String, String)], as role: Role = .coordinator) async throws -> Response {
    let session = try await office.session(role)
    let pairs = (fields + [("form_token", session.form)]).map { "\($0.0)=\(Address.encoded($0.1))" }
    let headers = [
      ("Cookie", "session=\(session.token); lang=en"), ("Content-Type", "application/x-www-form-urlencoded"),
    ]
    return await handler(
      Self.request("POST", address, headers: headers, body: pairs.joined(separator: "&")))
  }

  func api(
    _ method: String, _ address: String, token: String?, headers: [(String, String)] = [], body: String = ""
  ) async -> Response {
    let bearer = token.map { [("Authorization", "Bearer \($0)")] } ?? []
    return await handler(Self.request(method, address, headers: bearer + headers, body: body))
  }

  private static func request(
    _ method: String, _ address: String, headers: [(String, String)], body: String = ""
  ) -> Request {
    let parts = address.split(separator: "?", maxSplits: 1).map(String.init)
    let pairs = parts.count < 2 ? [] : parts[1].split(separator: "&")
    let query = pairs.map { pair -> (name: String, value: String) in
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      return (name: halves[0], value: halves.count == 2 ? halves[1] : "")
    }
    return Request(
      method: method, rawPath: parts[0], path: parts[0].split(separator: "/").map(String.init), query: query,
      headers: headers.map { (name: $0.0, value: $0.1) }, body: Array(body.utf8))
  }
}

extension Response {
  func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
