import Domain

/// Answers to one survey: an interview a row, a question a column.
struct SurveySheet: SheetFormat {
  static func rules(for survey: Survey) -> SheetRules {
    SheetRules(
      what: "response", required: ["id", "date"],
      optional: ["campaign", "place"] + EventColumns.groups.map(\.header) + survey.questions.map(\.id))
  }

  private let survey: Survey
  private let wave: Survey.Wave
  private let id, date, campaign, place: Int?
  private let groups: [(column: Int, group: Group)]
  private let questions: [(column: Int, question: Survey.Question, words: [String: String])]

  init(_ header: SheetHeader, survey: Survey, wave: Survey.Wave) {
    (self.survey, self.wave) = (survey, wave)
    (id, date, campaign, place) = (header["id"], header["date"], header["campaign"], header["place"])
    groups = EventColumns.groups.compactMap { column in header[column.header].map { ($0, column.group) } }
    questions = survey.questions.compactMap { question in
      header[question.id].map { ($0, question, SurveySheet.words(of: question)) }
    }
  }

  /// Answers are given by their id or by their words in either language.
  private static func words(of question: Survey.Question) -> [String: String] {
    var words: [String: String] = [:]
    for answer in question.answers {
      for word in [answer.text.km, answer.text.en] { if let word { words[word] = answer.id } }
    }
    for answer in question.answers { words[answer.id] = answer.id }
    return words
  }

  func value(of row: inout SheetReader) -> SurveyResponse? {
    let id = row.key(id)
    _ = row.required(date)
    guard let id, let date = row.date(date) else { return nil }
    var response = SurveyResponse(id: id, survey: survey.id, wave: wave, date: date)
    response.campaign = row.text(campaign).map { CampaignID($0) }
    if let campaign = response.campaign { row.refer(to: .campaign, campaign.text, at: self.campaign) }
    response.place = row.knownPlace(place)
    for (column, group) in groups { response.groups[group] = row.flag(column) }
    for (column, question, words) in questions {
      if let answer = row.choice(column, words) { response.answers[question.id] = answer }
    }
    return response
  }
}
