public import Domain

extension Transaction {
  /// Keeps an interview; the same id in the same survey and wave replaces it.
  @discardableResult
  public func put(_ response: SurveyResponse) throws(StoreError) -> Change {
    let key: [Value] = [.text(response.survey.text), .text(response.wave.rawValue), .text(response.id)]
    let known =
      try first("SELECT 1 FROM survey_responses WHERE survey = ? AND wave = ? AND id = ?", key) { _ in true } ?? false
    let groups = Dictionary(uniqueKeysWithValues: response.groups.map { ($0.key.rawValue, $0.value) })
    try run(
      """
      INSERT OR REPLACE INTO survey_responses(survey, wave, id, campaign, place, date, answers, groups)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?)
      """,
      key + [
        Value(response.campaign?.text), Value(response.place?.text), .text(response.date.description),
        .text(try Self.encode(response.answers)), .text(try Self.encode(groups)),
      ])
    return known ? .changed : .created
  }

  /// By wave, then id.
  public func responses(to survey: SurveyID) throws(StoreError) -> [SurveyResponse] {
    try all(
      """
      SELECT id, wave, campaign, place, date, answers, groups FROM survey_responses WHERE survey = ?
      ORDER BY wave, id
      """, [.text(survey.text)]
    ) { (row) throws(StoreError) in
      guard let wave = Survey.Wave(rawValue: row.text(1)), let date = LocalDate(row.text(4)) else {
        throw .corrupt("an interview without a wave or day")
      }
      var response = SurveyResponse(id: row.text(0), survey: survey, wave: wave, date: date)
      response.campaign = row.textOrNil(2).map { CampaignID($0) }
      response.place = row.textOrNil(3).flatMap { Place.Code($0) }
      response.answers = try Self.decode([String: String].self, row.text(5))
      response.groups = try Self.groups(row.text(6))
      return response
    }
  }
}
