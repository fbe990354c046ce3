import Actions
import Domain
import HTTPServer

/// A new campaign from its file, checked whole before anything is kept.
extension Site {
  var newCampaignEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/campaigns/new", .signedIn(.planCampaigns)) { request in newCampaignPage(request, [], nil) },
      Endpoint(.post, "/campaigns/new", .signedIn(.planCampaigns)) { request in try await createCampaign(request) },
    ]
  }

  private func createCampaign(_ request: PageRequest) async throws -> Response {
    let t = request.page.wording
    let file = request.form.file("file")
    // A form has its lines end in CR LF; editors count either as one.
    let text = file.map { Array($0.bytes) } ?? Array(request.form["text"].utf8)
    guard !text.isEmpty else {
      return newCampaignPage(request, [FieldError("file", t(.chooseFile))], nil)
    }
    do {
      let name = file.map { $0.fileName } ?? t(.thisFile)
      let id = try await NewCampaign.run(text, named: name, in: actions(for: request))
      return .seeOther(Done.saved.after("/campaigns/\(id)"))
    } catch {
      guard let lines = error.findingLines else { throw error }
      let errors = lines.map { FieldError("text", $0) }
      return newCampaignPage(request, errors, String(decoding: text, as: UTF8.self))
    }
  }

  private func newCampaignPage(_ request: PageRequest, _ errors: [FieldError], _ text: String?) -> Response {
    let t = request.page.wording
    let file = Field("file", t(.campaignFile), .file(accept: ".json5,.json")).with {
      $0.error = errors.message(for: "file")
    }
    let typed = Field("text", t(.campaignText), .area(rows: 16), value: text ?? request.form["text"]).with {
      $0.hint = t(.campaignTextHint)
      $0.isOptional = true
      $0.error = errors.message(for: "text")
    }
    let content = form("/campaigns/new", request.page, takesFile: true, classes: "stack") {
      """
      \(field(file, t))\(field(typed, t))<p class="row">\(button(t(.createCampaign), .primary))\
      \(link(t(.cancel), to: "/campaigns"))</p>
      """
    }
    var page = Page(
      t(.newCampaign),
      content: """
        \(errorSummary(errors, t))<section class="card stack"><h2>\(t(.startFromFile))</h2>\
        <p>\(t(.startFromFileDetail))</p>\(content)</section>
        """)
    page.crumbs = [.init(t(.campaigns), "/campaigns")]
    page.hasErrors = !errors.isEmpty
    return page.response(request.page, status: errors.isEmpty ? 200 : 422)
  }
}
