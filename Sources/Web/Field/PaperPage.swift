import Actions
import Domain
import HTTPServer
import Secrets

/// Typing a walk sheet that came back on paper, in the order of the paper.
extension Site {
  func paperPage(_ request: PageRequest) async throws -> Response {
    let view = try await ShowRoute.run(RouteID(request.parameter("id")), in: actions(for: request))
    return paperPage(request, view, errors: [])
  }

  private func paperPage(_ request: PageRequest, _ view: RouteView, errors: [FieldError]) -> Response {
    var context = request.page
    context.section = .volunteers
    let t = context.wording
    let route = "/routes/" + Address.encoded(view.route.id.text)
    let sheet = PaperForm(view: view, form: request.form, errors: errors, t: t)
    var page = Page(
      t(.enterPaperSheet),
      content: """
        \(errorSummary(errors, t))<p class="muted">\(t(.paperHint))</p>\
        \(form(route + "/enter", context) { "\(sheet.fields)<p class=\"row sec\">\(button(t(.saveSheet), .primary))</p>" })
        """)
    page.crumbs = [
      .init(t(.routesTitle), "/routes"), .init(t(.routeNumber(view.number, view.place ?? LocalizedText())), route),
    ]
    page.hasErrors = !errors.isEmpty
    return page.response(context, status: errors.isEmpty ? 200 : 422)
  }

  func enterPaper(_ request: PageRequest) async throws -> Response {
    let context = actions(for: request)
    let view = try await ShowRoute.run(RouteID(request.parameter("id")), in: context)
    let sheet = PaperForm(view: view, form: request.form, errors: [], t: request.page.wording)
    let errors = sheet.problems
    guard errors.isEmpty else { return paperPage(request, view, errors: errors) }
    _ = try await EnterPaperSheet.run(sheet.rows, sheet: sheet.id, route: view.route.id, in: context)
    return .seeOther(Done.recorded.after("/routes/" + Address.encoded(view.route.id.text)))
  }
}

/// The rows of a paper sheet as a form, and as they were typed.
struct PaperForm: Sendable {
  let view: RouteView
  let form: FormData
  let errors: [FieldError]
  let t: Wording

  /// Made when the page is shown, so that sending it twice is one sheet.
  var id: String {
    let sent = form["sheet"]
    let isOurs = sent.utf8.count == 26 && Token.read(sent) == sent
    return isOurs ? sent : Token.randomID()
  }

  private var question: Survey.Question? { view.survey?.awarenessQuestion }

  private func leaflets(_ door: Walk.Door) -> Int? {
    let typed = KhmerDigits.toArabic(form["leaflets-\(door.number)"])
    return typed.isEmpty ? 0 : Int(typed).flatMap { (0...99).contains($0) ? $0 : nil }
  }

  var problems: [FieldError] {
    let wrong = view.doors.filter { leaflets($0) == nil }.map {
      FieldError("leaflets-\($0.number)", "\(t(.house($0.number))): \(t(.leafletsForm))")
    }
    return wrong.isEmpty && rows.isEmpty ? [FieldError("sheet", t(.nothingTyped))] : wrong
  }

  var rows: [PaperRow] {
    view.doors.compactMap { door in
      guard let disposition = Disposition(rawValue: form["r-\(door.number)"]) else { return nil }
      var row = PaperRow(door: door.number, disposition: disposition)
      row.leaflets = leaflets(door) ?? 0
      if let question, form.has("a-\(door.number)") { row.answers = [question.id: form["a-\(door.number)"]] }
      return row
    }
  }

  var fields: Markup {
    let results: [Markup] = Disposition.allCases.enumerated().map {
      "<th scope=\"col\" class=\"n\">\(t.number($0 + 1)) \(t(.disposition($1)))</th>"
    }
    let answers: [Markup] = (question?.answers ?? []).map { "<th scope=\"col\" class=\"n\">\(t.content($0.text))</th>" }
    return """
      \(hidden("sheet", id))<div class="scroll" tabindex="0" role="region" aria-label="\(t(.paperSheet))" id="f-sheet">\
      <table data-sheet><caption class="vh">\(t(.paperSheet))</caption><thead><tr>\
      <th scope="col">\(t(.houseColumn))</th>\(results)<th scope="col" class="n">\(t(.leafletsTitle))</th>\(answers)\
      </tr></thead><tbody>\(view.doors.map(row))</tbody></table></div>
      """
  }

  private func row(_ door: Walk.Door) -> Markup {
    let house = t(.house(door.number))
    let results: [Markup] = Disposition.allCases.map {
      choice("r-\(door.number)", $0.rawValue, "\(house), \(t(.disposition($0)))")
    }
    let answers: [Markup] = (question?.answers ?? []).map {
      choice("a-\(door.number)", $0.id, "\(house), \(t.plain($0.text))")
    }
    let name = "leaflets-\(door.number)"
    let message: Markup? = errors.message(for: name).map { "<p class=\"msg\">\($0)</p>" }
    let known: Markup? = door.visit.map { " \(tag(t(.disposition($0.disposition)), $0.disposition.kind))" }
    return """
      <tr><th scope="row">\(t.number(door.number)). \(DoorView.label(door, t))\(known)</th>\(results)\
      <td class="n">\(message)<input id="f-\(name)" name="\(name)" value="\(form[name])" size="3" inputmode="numeric" \
      autocomplete="off" aria-label="\(house), \(t(.leafletsTitle))"></td>\(answers)</tr>

      """
  }

  private func choice(_ name: String, _ value: String, _ label: String) -> Markup {
    """
    <td class="n"><input type="radio" name="\(name)" value="\(value)" aria-label="\(label)"\
    \(flag("checked", form[name] == value))></td>
    """
  }
}
