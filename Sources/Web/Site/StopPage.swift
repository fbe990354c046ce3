import Actions
import HTTPServer

/// “Do not contact me again”: where the link of a message leads. The token in the address is all the proof there is, so
/// whoever has the message may stop it, with one button and without script. Looking changes nothing: mail programs and
/// virus scanners open links by themselves.
extension Site {
  var stopEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/stop/{token}", .volunteer) { request in
        guard try await StopContact.knows(request.parameter("token"), in: actions(for: request)) else {
          return unknownStop(request)
        }
        return stopPage(request)
      },
      // Also what a mail program's own button posts (RFC 8058): without a cookie, and with a form that says nothing new.
      Endpoint(.post, "/stop/{token}", .volunteer) { request in
        let context = actions(for: request)
        guard try await StopContact.knows(request.parameter("token"), in: context) else { return unknownStop(request) }
        try await StopContact.run(request.parameter("token"), in: context)
        return stoppedPage(request)
      },
    ]
  }

  private func address(_ request: PageRequest) -> String {
    "/stop/" + Address.encoded(request.parameter("token"))
  }

  private func stopPage(_ request: PageRequest) -> Response {
    let t = VolunteerPage.wording(request.page)
    let content: Markup = """
      <section><p>\(t(.stopExplained))</p>\
      <form method="post" action="\(href: address(request))"><p>\(button(t(.stopContact), .wide))</p></form></section>
      """
    return page(t(.stopContact), content, request)
  }

  private func stoppedPage(_ request: PageRequest) -> Response {
    let t = VolunteerPage.wording(request.page)
    return page(t(.contactStopped), "<section><p>\(t(.contactStoppedDetail))</p></section>", request)
  }

  private func unknownStop(_ request: PageRequest) -> Response {
    let t = VolunteerPage.wording(request.page)
    return page(t(.stopLinkUnknown), "<section><p>\(t(.stopLinkUnknownDetail))</p></section>", request, status: 404)
  }

  private func page(_ title: String, _ content: Markup, _ request: PageRequest, status: Int = 200) -> Response {
    VolunteerPage(title, address: address(request), content: content).response(request.page, status: status)
  }
}
