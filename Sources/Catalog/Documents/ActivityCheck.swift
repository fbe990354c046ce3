import Domain

/// What must fit together within one activity.
struct ActivityCheck {
  var activity: Activity
  /// The keys of door-to-door work that were written.
  var doorKeys: [String]

  func run(_ fields: inout FieldReader) {
    checkKeysOfKind(&fields)
    checkTimes(&fields)
    checkTeam(&fields)
    checkTexts(&fields)
  }

  private func checkKeysOfKind(_ fields: inout FieldReader) {
    let kind = activity.kind
    if kind.isMessage {
      demand(["channel", "text", "at"], &fields)
    } else {
      refuse(["at", "notAfter"], "only messages and calls leave at a time", &fields)
      if !kind.isBroadcast { refuse(["channel", "text"], "only messages, calls, posts and spots have them", &fields) }
    }
    if kind == .survey || fields.has("survey") || fields.has("wave") { demand(["survey", "wave"], &fields) }
    if kind != .doorToDoor { refuse(doorKeys, "it belongs to door-to-door work", &fields) }
  }

  private func demand(_ keys: [String], _ fields: inout FieldReader) {
    for key in keys where !fields.has(key) {
      fields.reading.error(
        "this \(activity.kind.rawValue) has no \"\(key)\"", at: fields.position, field: key, advice: "add \(key): …")
    }
  }

  private func refuse(_ keys: [String], _ why: String, _ fields: inout FieldReader) {
    for key in keys where fields.has(key) {
      fields.error("a \(activity.kind.rawValue) has no \"\(key)\"", at: key, advice: "leave it out: \(why)")
    }
  }

  private func checkTimes(_ fields: inout FieldReader) {
    if let from = activity.from, let to = activity.to, from > to {
      fields.error("the activity ends (\(to)) before it begins (\(from))", at: "to", advice: "swap from and to")
    }
    let minutes = activity.kind == .doorToDoor ? activity.doors?.shiftMinutes : activity.minutes
    if let window = activity.between, let minutes, minutes > window.minutes {
      let key = activity.kind == .doorToDoor ? "shift" : "hours"
      fields.error("\(minutes) minutes do not fit into \(window)", at: key, advice: "widen between, or shorten \(key)")
    }
    if case .on(let moment) = activity.at, let notAfter = activity.notAfter, notAfter < moment {
      fields.error(
        "the message would leave (\(moment)) after its end (\(notAfter))", at: "notAfter", advice: "move one of them")
    }
  }

  private func checkTeam(_ fields: inout FieldReader) {
    let needs = activity.needs
    let team = activity.kind == .doorToDoor ? activity.doors?.team ?? 0 : needs.volunteers
    let demands =
      [("experienced people", needs.experienced)]
      + needs.skills.sorted { $0.key < $1.key }.map { ("people who know \($0.key)", $0.value) }
      + needs.languages.sorted { $0.key < $1.key }.map { ("people who speak \($0.key)", $0.value) }
    for (what, count) in demands where count > team {
      fields.error(
        "\(count) \(what) in a team of \(team)", at: "needs",
        advice: activity.kind == .doorToDoor ? "make the team larger" : "ask for more volunteers")
    }
  }

  private func checkTexts(_ fields: inout FieldReader) {
    guard let text = activity.text else { return }
    let fillable = TextField.allCases.filter { activity.canFill($0) }
    for language in Language.allCases {
      guard let words = text[language] else { continue }
      do throws(TextTemplate.Problem) {
        let template = try TextTemplate(words)
        for field in template.fields.sorted(by: { $0.rawValue < $1.rawValue }) where !fillable.contains(field) {
          fields.error(
            "{\(field.rawValue)} cannot be filled in the \(language.name) text", at: "text",
            advice: activity.kind.isMessage
              ? "it needs at: \"-2d before ACTIVITY\"" : "a \(activity.kind.rawValue) has no receiver")
        }
      } catch {
        complain(about: error, language, fillable, &fields)
      }
    }
  }

  private func complain(
    about problem: TextTemplate.Problem, _ language: Language, _ fillable: [TextField], _ fields: inout FieldReader
  ) {
    switch problem {
    case .unknownField(let name, _):
      let known = fillable.map(\.rawValue)
      let near = nearest(to: name, among: known).map { "did you mean {\($0)}?" }
      fields.error(
        "unknown {\(name)} in the \(language.name) text", at: "text",
        advice: near ?? "known here: \(known.map { "{\($0)}" }.joined(separator: ", "))")
    case .looseBrace:
      fields.error(
        "a brace without its partner in the \(language.name) text", at: "text", advice: "write {name} with both")
    }
  }
}

extension Activity {
  /// Whether a blank of the text has a value: posts have no receiver, and only a message before an occurrence a date.
  fileprivate func canFill(_ field: TextField) -> Bool {
    guard kind.isMessage else { return field == .office }
    guard field.needsOccurrence else { return true }
    if case .before = at { return true }
    return false
  }
}

extension Language {
  fileprivate var name: String { self == .km ? "Khmer" : "English" }
}
