import Actions
import Domain
import HTTPServer

/// Short help, and how the service is.
extension Site {
  var helpEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/help", .signedIn(.seeStatus)) { request in helpPage(request) },
      Endpoint(.get, "/status", .signedIn(.seeStatus)) { request in try await statusPage(request) },
    ]
  }

  private func helpPage(_ request: PageRequest) -> Response {
    let t = request.page.wording
    let parts: [Markup] = Phrase.helpTopics.map { title, text in
      "<section class=\"card\"><h2>\(t(title))</h2><p>\(t(text))</p></section>"
    }
    return Page(t(.help), content: "<div class=\"stack\">\(parts)</div>").response(request.page)
  }

  private func statusPage(_ request: PageRequest) async throws -> Response {
    let t = request.page.wording
    let now = try await DescribeOffice.run(in: actions(for: request))
    let rows: [TableRow] = [
      .row(["\(t(.storeAnswers))", tag(t(.yes), .good)]),
      .row(["\(t(.officeTime))", "\(t.date(now.local.date)) \(t.time(now.local.time)) (\(now.office.timeZone))"]),
      .row(["\(t(.sendsToPeople))", "\(t(now.office.live ? .yes : .onlyToTests))"]),
      .row(["\(t(.pagesOverHTTPS))", "\(t(settings.isSecure ? .yes : .noPlainHTTP))"]),
    ]
    var facts = Table(t(.status), columns: [.text(t(.what)), .text(t(.status))], rows: rows)
    facts.hidesCaption = true
    facts.hidesHead = true
    return Page(t(.status), content: "<section class=\"card\">\(table(facts))</section>").response(request.page)
  }
}
