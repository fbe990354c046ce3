import Actions
import Domain
import HTTPServer

/// The walk sheet to be printed from the browser.
extension Site {
  /// For the first of the team, or for the one that `?for=` names.
  func walkSheetPage(_ request: PageRequest) async throws -> Response {
    let view = try await ShowRoute.run(RouteID(request.parameter("id")), in: actions(for: request))
    let wanted = request.request.query("for")
    let person = view.team.first { $0.id.text == wanted } ?? view.team.first
    let sheet = WalkSheet(view: view, person: person, base: settings.address(), page: request.page)
    let t = request.page.wording
    let route = "/routes/" + Address.encoded(view.route.id.text)
    let others: [Markup] = view.team.filter { $0.id != person?.id && $0.codes != nil }.map {
      link(t.plain($0.name), to: Address.path(route + "/print", [(name: "for", value: $0.id.text)]))
    }
    let missing: Markup? =
      person?.codes == nil
      ? """
      <div class="noprint">\(remark(.warn, "\(t(.noLinkForSheet))"))\
      \(view.team.isEmpty ? nil : postButton(t(.makeLinks), to: route + "/links", request.page))</div>
      """ : nil
    let content: Markup = """
      <p class="noprint row">\(link(sheet.title, to: route))\(others)</p>\(missing)\(sheet.content)
      """
    return .page(PrintPage(sheet.title, content: content).markup(request.page))
  }
}
