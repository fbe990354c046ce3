import Domain
import HTTPServer

/// One request that was matched and admitted: what a page's handler works with.
struct PageRequest: Sendable {
  let request: Request
  /// Values of the names in the route's pattern.
  let parameters: [String: String]
  let page: PageContext
  /// Fields of the posted form; empty for other requests.
  let form: FormData
  /// Who asks; nil on public and volunteer routes.
  let visitor: Visitor?

  /// The value of a name that the pattern has.
  func parameter(_ name: String) -> String {
    parameters[name] ?? ""
  }
}

/// Who a request comes from, as the door found out.
struct Visitor: Sendable {
  /// How the visitor proved it. A cookie travels by itself, so only there a form token is asked for.
  enum Proof: Sendable, Equatable {
    case session(formToken: String)
    case bearerToken
  }

  /// The account's or token's id, for the audit log.
  var account: String
  var name: String
  var role: Role
  /// The places this account works in; empty means all.
  var areas: [String]
  var proof: Proof

  init(account: String, name: String, role: Role, areas: [String] = [], proof: Proof) {
    self.account = account
    self.name = name
    self.role = role
    self.areas = areas
    self.proof = proof
  }
}
