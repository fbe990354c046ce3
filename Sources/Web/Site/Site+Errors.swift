import Actions
import HTTPServer
import Secrets

extension Site {
  /// The one place where what went wrong becomes a status code: problem JSON for the API, a page for people.
  func translate(_ error: any Error, _ request: PageRequest) async -> Response {
    guard let error = error as? ActionError else { return unexpected("\(type(of: error))", request) }
    let t = request.page.wording
    if case .fault(let cause) = error { return unexpected(cause, request) }
    if request.request.path.first == "api" { return problem(error) }
    return switch error {
    case .notFound: ErrorPages.notFound(request.page)
    case .notAllowed: ErrorPages.noRight(request.page)
    default: ErrorPages.plain(request.page, t(.notDone), t.refusal(error.sentence), status: status(of: error))
    }
  }

  private func status(of error: ActionError) -> Int {
    switch error {
    case .findings, .field: 422
    case .refused: 409
    case .notFound: 404
    case .notAllowed: 403
    case .conflict: 412
    case .unavailable: 503
    case .diskFull: 507
    case .fault: 500
    }
  }

  /// RFC 9457.
  private func problem(_ error: ActionError) -> Response {
    var members: [(String, JSON)] = []
    if case .field(let name, _) = error { members.append(("field", .text(name))) }
    if let lines = error.findingLines { members.append(("errors", .list(lines.map { .text($0) }))) }
    return Problem.response(status(of: error), error.sentence, members)
  }

  /// A fault of ours: a number for support, the same number in the log, and nothing about the inside.
  private func unexpected(_ what: String, _ request: PageRequest) -> Response {
    let number = String(Token.randomID().prefix(4)).uppercased()
    settings.log("error \(number): \(request.request.method) \(request.request.path.first ?? "/"): \(what)")
    return ErrorPages.serverError(request.page, number: number)
  }
}

extension Phrase {
  static let notDone = Phrase("This was not done", "មិន|បាន|ធ្វើ|ទេ")
}
