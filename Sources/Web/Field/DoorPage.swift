import Actions
import Domain
import HTTPServer
import Secrets

/// One door as a page of its own, so that everything works without script; and what its form sends.
extension Site {
  func doorPage(_ request: PageRequest, _ visitor: FieldVisitor) async throws -> Response {
    try await doorPage(request, visitor, errors: [], status: 200)
  }

  private func doorPage(
    _ request: PageRequest, _ visitor: FieldVisitor, errors: [FieldError], status: Int
  ) async throws -> Response {
    let day = try await ShowVolunteerDay.run(visitor.volunteer, in: actions(for: request))
    let view = DayView(day: day, address: visitor.address, page: request.page)
    let t = view.t
    guard let walk = day.walk, let door = walk.doors.first(where: { "\($0.number)" == request.parameter("n") }) else {
      return houseUnknown(request, visitor)
    }
    let back: Markup = "<p><a href=\"\(href: visitor.address)\">\(t(.houseList))</a></p>"
    let content: Markup = """
      <section class="now" data-forgets aria-labelledby="door">\(errorSummary(errors, t))\
      \(currentDoor(DoorView(walk: walk, door: door, address: visitor.address, t: t).current, t))\(back)</section>
      """
    var page = VolunteerPage(
      view.title(walk.shift), lines: view.lines(walk.shift), address: visitor.address, content: content)
    page.connection = connectionLine(.nothingYet, t)
    page.route = walk.route.text
    page.forgetAt = endOfDay(walk.shift.occurrence.date, request.page)
    return page.response(request.page, status: status)
  }

  /// Somebody else's door, yesterday's door, and a door that never was look the same.
  private func houseUnknown(_ request: PageRequest, _ visitor: FieldVisitor) -> Response {
    let t = VolunteerPage.wording(request.page)
    let content: Markup = """
      <section><p>\(t(.houseUnknown))</p><p>\(linkButton(t(.toMyPage), to: visitor.address))</p></section>
      """
    return VolunteerPage(t(.pageNotFound), address: visitor.address, content: content)
      .response(request.page, status: 404)
  }

  func recordDoor(_ request: PageRequest, _ visitor: FieldVisitor) async throws -> Response {
    let t = VolunteerPage.wording(request.page)
    let form = DoorForm(request)
    let errors = form.errors(t)
    guard errors.isEmpty, let answer = form.answer else {
      return try await doorPage(request, visitor, errors: errors, status: 422)
    }
    let receipt = try await RecordVisits.run([answer], of: visitor.volunteer, in: actions(for: request))
    guard !receipt.received.isEmpty else { return houseUnknown(request, visitor) }
    return .seeOther(visitor.address)
  }

  func answerShift(_ request: PageRequest, _ visitor: FieldVisitor) async throws -> Response {
    let reason = Assignment.Reason(rawValue: request.form["reason"])
    let answer: AnswerShift.Answer = request.form["answer"] == "come" ? .come : .cannot(reason)
    guard ["come", "cannot"].contains(request.form["answer"]) else { return .seeOther(visitor.address) }
    do {
      try await AnswerShift.run(
        answer, to: OccurrenceID(request.parameter("id")), by: visitor.volunteer, in: actions(for: request))
      return .seeOther(visitor.address)
    } catch ActionError.notFound {
      return houseUnknown(request, visitor)
    } catch ActionError.refused {
      let t = VolunteerPage.wording(request.page)
      let content: Markup = """
        <section><p>\(t(.answerTimeOver))</p><p>\(linkButton(t(.toMyPage), to: visitor.address))</p></section>
        """
      return VolunteerPage(t(.notDone), address: visitor.address, content: content).response(request.page, status: 409)
    }
  }
}

/// Made by the server for each form it shows, so that a form sent twice is one visit.
enum AnswerID {
  static func fields(route: RouteID) -> Markup {
    "\(hidden("route", route.text))\(hidden("id", Token.randomID()))"
  }
}

/// A door's form as it was sent.
struct DoorForm: Sendable {
  private let form: FormData
  private let number: String

  init(_ request: PageRequest) {
    form = request.form
    number = request.parameter("n")
  }

  private var disposition: Disposition? { Disposition(rawValue: form["disposition"]) }

  /// Nil when it is no whole number from 0 to 99.
  private var leaflets: Int? {
    let typed = KhmerDigits.toArabic(form["leaflets"])
    if typed.isEmpty { return 0 }
    return Int(typed).flatMap { (0...99).contains($0) ? $0 : nil }
  }

  func errors(_ t: Wording) -> [FieldError] {
    var errors: [FieldError] = []
    if disposition == nil { errors.append(FieldError("disposition", t(.chooseResult))) }
    if leaflets == nil { errors.append(FieldError("leaflets", t(.leafletsForm))) }
    return errors
  }

  var answer: DoorAnswer? {
    guard let disposition, let leaflets, let door = Int(number) else { return nil }
    var answer = DoorAnswer(id: form["id"], route: RouteID(form["route"]), door: door, disposition: disposition)
    answer.leaflets = leaflets
    for field in form.fields where field.name.hasPrefix("q-") {
      answer.answers[String(field.name.dropFirst(2))] = field.value
    }
    answer.groups = Set(form.all("group").compactMap { Group(rawValue: $0) })
    answer.doNotVisit = form["doNotVisit"] == "yes"
    return answer
  }
}
