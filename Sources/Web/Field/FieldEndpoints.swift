import Actions
import Domain
import HTTPServer

/// The volunteer's door: a personal code instead of an account. Who has a code sees one person's shifts, and on the day
/// of a walk its doors.
extension Site {
  var fieldEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/v", .volunteer) { request in codePage(request) },
      Endpoint(.post, "/v", .volunteer) { request in try await enterCode(request) },
      Endpoint(.get, "/v/{code}", .volunteer) { request in
        try await withVolunteer(request) { try await dayPage(request, $0) }
      },
      Endpoint(.get, "/v/{code}/doors/{n}", .volunteer) { request in
        try await withVolunteer(request) { try await doorPage(request, $0) }
      },
      Endpoint(.post, "/v/{code}/doors/{n}", .volunteer) { request in
        try await withVolunteer(request) { try await recordDoor(request, $0) }
      },
      Endpoint(.post, "/v/{code}/visits", .volunteer) { request in try await recordBatch(request) },
      Endpoint(.post, "/v/{code}/shifts/{id}", .volunteer) { request in
        try await withVolunteer(request) { try await answerShift(request, $0) }
      },
      Endpoint(.get, "/v/{code}/shifts.ics", .volunteer) { request in
        try await withVolunteer(request) { try await shiftCalendar(request, $0) }
      },
    ]
  }

  /// Somebody whose code is in force.
  struct FieldVisitor: Sendable {
    let volunteer: VolunteerID
    /// "/v/" and the long code.
    let address: String
  }

  /// Lets in whoever has the code in the address. The short code of the paper leads to the long one's address.
  private func withVolunteer(
    _ request: PageRequest, _ body: (FieldVisitor) async throws -> Response
  ) async throws -> Response {
    let code = request.parameter("code")
    switch try await EnterByCode.run(code, from: request.request.peer, at: workplace) {
    case .unknown: return codePage(request, problem: .codeUnknown, status: 404)
    case .tooMany: return codePage(request, problem: .tooManyCodes, status: 429)
    case .open(let volunteer, let link):
      let address = "/v/" + link
      guard link == code else { return .seeOther(address) }
      return try await body(FieldVisitor(volunteer: volunteer, address: address))
    }
  }

  private func enterCode(_ request: PageRequest) async throws -> Response {
    switch try await EnterByCode.run(request.form["code"], from: request.request.peer, at: workplace) {
    case .unknown: codePage(request, problem: .codeUnknown, status: 404)
    case .tooMany: codePage(request, problem: .tooManyCodes, status: 429)
    case .open(_, let link): .seeOther("/v/" + link)
    }
  }

  /// One field for the code. A code that was withdrawn gets the same answer as one that never was.
  private func codePage(_ request: PageRequest, problem: Phrase? = nil, status: Int = 200) -> Response {
    let t = VolunteerPage.wording(request.page)
    let error = problem.map { t($0) }
    let typed = request.form["code"]
    let code = Field("code", t(.code), .text(width: 12), value: String(typed.prefix(16))).with {
      $0.error = error
      $0.autocomplete = "off"
    }
    let content: Markup = """
      <section>\(errorSummary(error.map { [FieldError("code", $0)] } ?? [], t))\
      <form method="post" action="/v">\(field(code, t))<p>\(button(t(.continueOn), .wide))</p></form></section>
      """
    return VolunteerPage(t(.typeCode), address: "/v", content: content).response(request.page, status: status)
  }
}
