import Domain

/// The keys of a `survey` document.
enum SurveyFields {
  static func read(_ fields: inout FieldReader) -> Survey? {
    let id: SurveyID? = fields.required("id", .id(), "the id that activities name")
    let name = fields.required("name", .words(), "what people call the survey")
    let questions = fields.required(
      "questions", .list(of: question, atLeast: 1), "in the order in which they are asked")
    guard let id, let name, let questions else { return nil }
    let survey = Survey(id: id, name: name, questions: questions)
    checkOnce(questions.map(\.id), "question", at: "questions", &fields)
    if survey.awarenessQuestion == nil, !fields.reading.findings.hasErrors {
      fields.warning(
        "no answer counts as aware, so this survey measures no awareness", at: "questions",
        advice: "mark the answer with aware: true")
    }
    return survey
  }

  private static var question: FieldKind<Survey.Question> {
    .object("question") { fields in
      let id = fields.required("id", .text(limit: 64), "the id under which answers are stored")
      let text = fields.required("text", .words(limit: 500), "the question as it is asked")
      let answers = fields.required("answers", .list(of: answer, atLeast: 1), "the answers to choose from")
      guard let id, let text, let answers else { return nil }
      checkOnce(answers.map(\.id), "answer", at: "answers", &fields)
      return Survey.Question(id: id, text: text, answers: answers)
    }
  }

  private static var answer: FieldKind<Survey.Answer> {
    .object("answer") { fields in
      let id = fields.required("id", .text(limit: 64), "the id under which the answer is stored")
      let text = fields.required("text", .words(limit: 500), "the answer as it is shown")
      let aware = fields.optional("aware", .yesNo, "true where it counts the person as aware") ?? false
      guard let id, let text else { return nil }
      return Survey.Answer(id: id, text: text, aware: aware)
    }
  }

  private static func checkOnce(_ ids: [String], _ what: String, at key: String, _ fields: inout FieldReader) {
    var seen: Set<String> = []
    for id in ids where !seen.insert(id).inserted {
      fields.error("two \(what)s have the id \"\(id)\"", at: key, advice: "give every \(what) its own")
    }
  }
}
