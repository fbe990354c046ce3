import Actions
import Domain

extension Command {
  static let userAdd = Command(
    "user add", arguments: ("NAME", 1...1),
    help: (
      "Makes an account and prints its one-time sign-in link",
      """
      Roles: administrator (accounts, channels), coordinator (plans and runs), manager (approves, compares costs),
      volunteer, auditor. The link signs in once within 24 hours; a password can be set afterwards.
      """
    ),
    options: [
      Option("--role", value: "R", "what the account may do"),
      Option("--area", value: "CODE", "the place the account is confined to"),
    ]
  ) { invocation in
    let name = invocation.words[0]
    let token = try await ManageAccounts.add(
      name, role: try role(of: invocation), area: try area(of: invocation), in: try await invocation.context())
    return try sayLink(token, name: name, invocation)
  }.endingAlso(.couldNotBeDone, .inputHasErrors)

  static let userLink = Command(
    "user link", arguments: ("NAME", 1...1),
    help: ("Prints a further one-time sign-in link of an account", "The link signs in once within 24 hours.")
  ) { invocation in
    let name = invocation.words[0]
    let token = try await ManageAccounts.link(name, in: try await invocation.context())
    return try sayLink(token, name: name, invocation)
  }.endingAlso(.couldNotBeDone)

  static let userList = Command(
    "user list", arguments: ("", 0...0), help: ("Lists the accounts", "")
  ) { invocation in
    let accounts = try await ManageAccounts.list(in: try await invocation.context())
    if invocation.wantsJSON {
      try invocation.sayJSON(["accounts": accounts])
    } else {
      let rows = accounts.map { account in
        let state = account.disabled ? "disabled" : account.hasPassword ? "" : "no password yet"
        return [account.name, account.role.rawValue, account.area?.text ?? "everywhere", state]
      }
      try invocation.say(lines: TextTable(rows).lines())
    }
    return .done
  }.endingAlso(.couldNotBeDone)

  static let userDisable = Command(
    "user disable", arguments: ("NAME", 1...1),
    help: ("Shuts an account at once", "Its sessions and unused links end with it. What it did stays on record.")
  ) { invocation in
    let name = invocation.words[0]
    try await ManageAccounts.disable(name, in: try await invocation.context())
    return invocation.conclude("The account \(name) is shut.", ["account": name, "state": "disabled"])
  }.endingAlso(.couldNotBeDone)

  static let tokenCreate = Command(
    "token create", arguments: ("", 0...0),
    help: (
      "Makes a token for programs that use the API",
      "It is shown once; send it as “Authorization: Bearer TOKEN”. It can do what the role can."
    ),
    options: [
      Option("--role", value: "R", "what the token may do"),
      Option("--expires", value: "D", "the day on which it ends, such as 2027-01-31; without it, never"),
    ]
  ) { invocation in
    let expires = try invocation.value("--expires").map { text throws(CommandFailure) in
      guard let date = LocalDate(text) else { throw .usage("--expires takes a day such as 2027-01-31, not “\(text)”.") }
      return date
    }
    let token = try await ManageAccounts.createToken(
      role: try role(of: invocation), expires: expires, in: try await invocation.context())
    if invocation.wantsJSON { try invocation.sayJSON(["token": token]) } else { try invocation.say(token) }
    return .done
  }.endingAlso(.couldNotBeDone, .inputHasErrors)

  static let link = Command(
    "link", arguments: ("VOLUNTEER", 1...1),
    help: (
      "Gives a volunteer a personal link and a code for paper",
      "Earlier links of the volunteer end at once. Both end seven days after the last shift that is planned today."
    )
  ) { invocation in
    let codes = try await LinkVolunteer.run(VolunteerID(invocation.words[0]), in: try await invocation.context())
    if invocation.wantsJSON {
      try invocation.sayJSON(["path": "/v/\(codes.link)", "code": codes.paper])
    } else {
      try invocation.say("/v/\(codes.link)")
      try invocation.say("On paper, for /v: \(codes.paper)")
    }
    return .done
  }.endingAlso(.couldNotBeDone)

  private static func role(of invocation: Invocation) throws(CommandFailure) -> Role {
    let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
    guard let text = invocation.value("--role") else { throw .usage("--role is needed: \(known).") }
    guard let role = Role(rawValue: text) else { throw .usage("There is no role “\(text)”; there are: \(known).") }
    return role
  }

  private static func area(of invocation: Invocation) throws(CommandFailure) -> Place.Code? {
    guard let text = invocation.value("--area") else { return nil }
    guard let code = Place.Code(text) else {
      throw .usage("--area takes a place code of 2, 4, 6 or 8 digits, such as 0203, not “\(text)”.")
    }
    return code
  }

  private static func sayLink(_ token: String, name: String, _ invocation: Invocation) throws -> ExitCode {
    if invocation.wantsJSON {
      try invocation.sayJSON(["account": name, "path": "/sign-in/\(token)"])
    } else {
      try invocation.say("Sign in once within 24 hours: /sign-in/\(token)")
    }
    return .done
  }
}
