import Actions
import Domain
import HTTPServer

/// Takes attendance, costs and interviews from a file, for whoever keeps them in a spreadsheet.
extension Site {
  var importResultsEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/results/import", .signedIn(.recordResults)) { request in
        try await importPage(request, errors: [:], outcome: nil)
      },
      Endpoint(.post, "/results/import", .signedIn(.recordResults)) { request in try await takeResults(request) },
    ]
  }

  private func takeResults(_ request: PageRequest) async throws -> Response {
    let t = request.page.wording
    guard let file = request.form.file("file") else {
      return try await importPage(request, errors: ["file": t(.chooseFile)], outcome: nil)
    }
    guard let sheet = ImportedResults.sheet(request.form) else {
      return try await importPage(request, errors: ["kind": t(.chooseOne)], outcome: nil)
    }
    let outcome: ImportOutcome
    do throws(ActionError) {
      outcome = try await sheet.run(upload: file.bytes, ImportSheet.Options(), in: actions(for: request))
    } catch {
      guard case .field(_, let sentence) = error else { throw error }
      return try await importPage(request, errors: ["file": sentence], outcome: nil)
    }
    if outcome.rejected == 0 { return .seeOther(Done.imported.after("/results")) }
    return try await importPage(request, errors: [:], outcome: outcome)
  }

  private func importPage(
    _ request: PageRequest, errors: [String: String], outcome: ImportOutcome?
  ) async throws -> Response {
    let t = request.page.wording
    let surveys = try await ListSurveys.run(in: actions(for: request))
    let content = form("/results/import", request.page, takesFile: true) {
      ImportedResults.fields(request.form, surveys, errors, t).map { field($0, t) }.joined()
        + button(t(.importList), .primary)
    }
    let list = ["kind", "file"].compactMap { name in errors[name].map { FieldError(name, $0) } }
    var page = Page(
      t(.importResults),
      content: "\(errorSummary(list, t))\(outcome.map { rejected($0, t) })<p>\(t(.importResultsHint))</p>\(content)")
    page.crumbs = [Page.Crumb(t(.results), "/results")]
    page.hasErrors = !list.isEmpty
    return page.response(request.page, status: list.isEmpty ? 200 : 422)
  }

  private func rejected(_ outcome: ImportOutcome, _ t: Wording) -> Markup {
    let rows = outcome.rejects.map { String(decoding: $0, as: UTF8.self) } ?? ""
    return """
      \(note(.warn, "\(t(.rowsTaken(outcome.taken, outcome.rejected)))"))
      <section class="card"><h2>\(t(.downloadRejects))</h2><p class="small muted">\(t(.copyRejects))</p>\
      <pre class="scroll" tabindex="0">\(rows)</pre></section>
      """
  }
}

/// The choices of the form, and what they mean.
private enum ImportedResults {
  static func sheet(_ form: FormData) -> ImportSheet? {
    switch form["kind"] {
    case "attendance": .attendance
    case "costs": .costs
    case "survey":
      Survey.Wave(rawValue: form["wave"]).flatMap { wave in
        form["survey"].isEmpty ? nil : .survey(SurveyID(form["survey"]), wave)
      }
    default: nil
    }
  }

  static func fields(
    _ form: FormData, _ surveys: [Survey], _ errors: [String: String], _ t: Wording
  ) -> [Field] {
    let kinds = [
      Field.Choice("attendance", t(.attendance)), Field.Choice("costs", t(.costsOf)), Field.Choice("survey", t(.surveyAnswers)),
    ]
    var kind = Field("kind", t(.whatFileHolds), .radios(kinds), value: form["kind"])
    kind.error = errors["kind"]
    var survey = Field(
      "survey", t(.surveyAnswers), .select(surveys.map { Field.Choice($0.id.text, t.plain($0.name)) }), value: form["survey"])
    survey.isOptional = true
    let waves = Survey.Wave.allCases.map { Field.Choice($0.rawValue, t(.wave($0))) }
    var wave = Field("wave", t(.wave), .select(waves), value: form["wave"].isEmpty ? "baseline" : form["wave"])
    wave.isOptional = true
    var file = Field("file", t(.file), .file(accept: ".csv,text/csv"))
    file.error = errors["file"]
    return surveys.isEmpty ? [kind, file] : [kind, survey, wave, file]
  }
}
