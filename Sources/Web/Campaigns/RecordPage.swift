import Actions
import Domain
import HTTPServer
import Secrets

/// What happened at an occurrence, typed in after it: people, groups, questions, money, a note.
extension Site {
  var recordEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/campaigns/{id}/activities/{n}/record", .signedIn(.recordResults)) { request in
        let view = try await occurrence(request)
        return recordPage(view, RecordForm(view), [], request)
      },
      Endpoint(.post, "/campaigns/{id}/activities/{n}/record", .signedIn(.recordResults)) { request in
        try await saveRecord(request)
      },
    ]
  }

  private func saveRecord(_ request: PageRequest) async throws -> Response {
    let view = try await occurrence(request)
    var reading = FormReading(request.form, request.page.wording)
    let (record, payment) = RecordForm.read(&reading, view)
    let typed = RecordForm(request.form, over: view.record)
    if let saved = view.record, typed.seen != RecordForm.print(saved), saved != record {
      reading.report("participants", .recordedMeanwhile)
    }
    guard reading.errors.isEmpty else { return recordPage(view, typed, reading.errors, request) }
    try await RecordOccurrence.run(record, paying: payment, of: view.campaign.id, in: actions(for: request))
    return .seeOther(Done.recorded.after(view.card.address))
  }

  private func recordPage(
    _ view: OccurrenceView, _ typed: RecordForm, _ errors: [FieldError], _ request: PageRequest
  ) -> Response {
    let t = request.page.wording
    let isOver = view.card.occurrence.date <= view.today
    let content: Markup =
      isOver
      ? form(view.card.address + "/record", request.page, classes: "stack") { typed.fields(view, errors, t) }
      : note(.info, "\(t(.notYetHeld))")
    var page = Page(t(.record), content: "\(errorSummary(errors, t))\(content)")
    page.subtitle = .init(t(.occurrence(view.card)))
    page.line = OccurrenceParts(view: view, page: request.page).line()
    page.crumbs = [
      .init(t.plain(view.campaign.name), "/campaigns/\(view.campaign.id)"),
      .init(t(.occurrence(view.card)), view.card.address),
    ]
    page.hasErrors = !errors.isEmpty
    return page.response(request.page, status: errors.isEmpty ? 200 : 422)
  }
}

/// The record's answers as they stand in the form: what was saved before, or what was typed just now.
struct RecordForm {
  private var values: [String: String] = [:]
  private static let names =
    ["participants", "asked", "answered", "amount", "currency", "line", "receipt", "note", "partly"]
    + Group.allCases.map(\.rawValue)

  /// Which record the form was made over, so that somebody else's, saved meanwhile, is not lost unseen.
  private(set) var seen: String
  /// What the form's record will be compared with the next time.
  private let over: String
  private let payment: String

  init(_ form: FormData, over record: OccurrenceRecord?) {
    seen = form["seen"]
    over = Self.print(record)
    payment = Self.paymentID(form)
    for name in Self.names { values[name] = form[name] }
  }

  /// A digest of the record: the same digest is the same record. Its text itself would not survive a form unchanged.
  static func print(_ record: OccurrenceRecord?) -> String {
    guard let record else { return "" }
    let groups = Group.allCases.map { record.groups[$0].map(String.init) ?? "" }
    let counts = [record.participants, record.questionsAsked, record.questionsAnswered].map { $0.map(String.init) ?? "" }
    let text = (counts + groups + [record.complete ? "" : "partly", record.note ?? ""]).joined(separator: "|")
    return SHA256.hex(of: text)
  }

  private static func paymentID(_ form: FormData) -> String {
    let sent = form["payment"]
    return sent.utf8.count == 26 && Token.read(sent) == sent ? sent : Token.randomID()
  }

  init(_ view: OccurrenceView) {
    (seen, over, payment) = (Self.print(view.record), Self.print(view.record), Token.randomID())
    values["line"] = view.activity.costs.first?.line
    values["currency"] = view.currency.rawValue
    guard let record = view.record else { return }
    values["participants"] = record.participants.map(String.init)
    for group in Group.allCases { values[group.rawValue] = record.groups[group].map(String.init) }
    values["asked"] = record.questionsAsked.map(String.init)
    values["answered"] = record.questionsAnswered.map(String.init)
    values["note"] = record.note
    values["partly"] = record.complete ? "" : "yes"
  }

  // MARK: - Reading

  static func read(
    _ form: inout FormReading, _ view: OccurrenceView
  ) -> (OccurrenceRecord, RecordOccurrence.Payment?) {
    var record = OccurrenceRecord(occurrence: view.card.id)
    record.participants = form.count("participants")
    for group in Group.allCases { record.groups[group] = form.count(group.rawValue) }
    record.questionsAsked = form.count("asked")
    record.questionsAnswered = form.count("answered")
    let note = form.form["note"]
    record.note = note.isEmpty ? nil : note
    record.complete = form.form["partly"] != "yes"
    for problem in RecordOccurrence.problems(record) { report(problem, &form) }
    let payment = payment(&form, view)
    // A form sent by mistake would take the missing record off the list of what waits.
    if record.complete, record.isEmpty, payment == nil, form.errors.isEmpty, !view.activity.kind.isBroadcast {
      form.report("participants", .emptyRecord)
    }
    if note.count > 1000 { form.report("note", .noteTooLong) }
    return (record, payment)
  }

  private static func report(_ problem: RecordOccurrence.Problem, _ form: inout FormReading) {
    switch problem {
    case .groupOverTotal(let group, let count, let total):
      form.report(group.rawValue, .partOverTotal(.group(group), count, total))
    case .groupWithoutTotal: form.report("participants", .enter(.countedParticipants))
    case .answeredOverAsked(let answered, let asked): form.report("answered", .answeredOverAsked(answered, asked))
    case .answeredWithoutAsked: form.report("asked", .enter(.askedFirst))
    }
  }

  private static func payment(_ form: inout FormReading, _ view: OccurrenceView) -> RecordOccurrence.Payment? {
    let currency = Currency(rawValue: form.form["currency"]) ?? view.currency
    let (line, receipt) = (form.form["line"], form.form["receipt"])
    guard let amount = form.money("amount", currency) else {
      if form.form["amount"].isEmpty, !receipt.isEmpty { form.report("amount", .enter(.anAmount)) }
      return nil
    }
    guard lines(view).contains(where: { $0.value == line }) else {
      form.report("line", .chooseOne)
      return nil
    }
    return .init(
      id: paymentID(form.form), line: line, amount: amount, receipt: receipt.isEmpty ? nil : String(receipt.prefix(80)))
  }

  /// The budget's lines, and those that the plan of the activity names.
  private static func lines(_ view: OccurrenceView, _ t: Wording = Wording(.en)) -> [Field.Choice] {
    let budget = view.campaign.budget?.lines ?? []
    let known = budget.map { Field.Choice($0.id, $0.name.map { t.plain($0) } ?? $0.id) }
    let others = Set(view.campaign.activities.flatMap { $0.costs.map(\.line) }).subtracting(budget.map(\.id)).sorted()
    let all = known + others.map { Field.Choice($0, $0) }
    return all.isEmpty ? [Field.Choice(view.activity.id.text, t(.activityName(view.activity)))] : all
  }

  // MARK: - Fields

  func fields(_ view: OccurrenceView, _ errors: [FieldError], _ t: Wording) -> Markup {
    let groups: [Markup] = Group.allCases.map { input($0.rawValue, t(.group($0)), .number, errors, t) }
    let hint = t(.participantsHint)
    return """
      \(hidden("seen", over))\(hidden("payment", payment))\
      <section class="card"><h2>\(t(.participants))</h2>\
      \(input("participants", t(.participants), .number, errors, t, hint: hint))\
      <h3>\(t(.ofTheseParticipants))</h3><div class="row">\(groups)</div></section>
      <section class="card"><h2>\(t(.questionsAndAnswers))</h2><div class="row">\
      \(input("asked", t(.questionsAsked), .number, errors, t))\
      \(input("answered", t(.questionsAnswered), .number, errors, t))</div></section>
      <section class="card"><h2>\(t(.whatItCost))</h2><p class="hint">\(t(.costHint))</p><div class="row">\
      \(input("line", t(.budgetLine), .select(Self.lines(view, t)), errors, t))\
      \(input("amount", t(.actualCost), .money, errors, t))\
      \(input("currency", t(.currencyField), .select(currencies), errors, t))\
      \(input("receipt", t(.receiptNumber), .text(width: 14), errors, t))</div></section>
      <section class="card">\(input("note", t(.note), .area(rows: 3), errors, t, hint: t(.noteHint)))\
      \(input("partly", t(.partOnly), .checkbox, errors, t))</section>
      <p class="row">\(button(t(.saveRecord), .primary))\(link(t(.cancel), to: view.card.address))</p>
      """
  }

  private var currencies: [Field.Choice] { Currency.allCases.map { .init($0.rawValue, $0.rawValue) } }

  private func input(
    _ name: String, _ label: String, _ control: Field.Control, _ errors: [FieldError], _ t: Wording,
    hint: String? = nil
  ) -> Markup {
    field(
      Field(name, label, control, value: values[name] ?? "").with {
        $0.hint = hint
        $0.error = errors.message(for: name)
      }, t)
  }
}
